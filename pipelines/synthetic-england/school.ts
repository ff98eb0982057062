import type {AcademicYear} from "../../src/vocabulary/academic-year.ts";
import type {Path} from "./path-shape.ts";
import type {Authority} from "./places.ts";

export type Phase = "primary" | "secondary" | "special";

/** One school, across its changes of URN. */
export interface School {
  id: number;
  phase: Phase;
  independent: boolean;
  authority: Authority;
  town: string;
  street: string;
  postcode: string;
  telephone: string;
  /** Without what comes after: “Alderwyke Lane”. */
  stem: string;
  saint: boolean;
  religion: string;
  ages: readonly [number, number];
  /** In standard deviations between schools. */
  deprivation: number;
  quality: number;
  /** What lasts of a school next to its results, in standard deviations between schools: how academic its curriculum is, how regularly its pupils come, how often they are suspended. */
  traits: {curriculum: number; attendance: number; suspensions: number};
  /** Takes pupils by what they can do at 11. */
  selective: boolean;
  /** Its results through the years, had nobody done anything. */
  path: Path;
  /** Pupils in its examined year, about. */
  intake: number;
  /** Share of pupils. */
  eal: number;
  /** No pupil is entered for anything: some special schools. */
  enters_nobody: boolean;
  /** What it is called and numbered, oldest first. */
  establishments: Establishment[];
}

/** A school under one URN. Dates are ISO dates, null where the register does not know. */
export interface Establishment {
  school: School;
  urn: number;
  /** Four digits. */
  estab: number;
  name: string;
  type: TypeId;
  opened: string | null;
  /** Why: the register’s words. */
  reason_opened: string;
  closed: string | null;
  reason_closed: string;
}

/** Types of establishment: their letters in the tables, their old numbers there, and code, name and group in the register. */
export const types = {
  community: {
    letters: "CY",
    number: "21",
    code: "1",
    name: "Community school",
    group: "Local authority maintained schools"
  },
  aided: {
    letters: "VA",
    number: "22",
    code: "2",
    name: "Voluntary aided school",
    group: "Local authority maintained schools"
  },
  controlled: {
    letters: "VC",
    number: "23",
    code: "3",
    name: "Voluntary controlled school",
    group: "Local authority maintained schools"
  },
  foundation: {
    letters: "FD",
    number: "24",
    code: "5",
    name: "Foundation school",
    group: "Local authority maintained schools"
  },
  community_special: {
    letters: "CYS",
    number: "26",
    code: "7",
    name: "Community special school",
    group: "Special schools"
  },
  sponsored: {letters: "AC", number: "20", code: "28", name: "Academy sponsor led", group: "Academies"},
  converter: {letters: "ACC", number: "51", code: "34", name: "Academy converter", group: "Academies"},
  special_converter: {letters: "ACCS", number: "55", code: "44", name: "Academy special converter", group: "Academies"},
  free: {letters: "F", number: "52", code: "35", name: "Free schools", group: "Free Schools"},
  independent: {letters: "IND", number: "", code: "11", name: "Other independent school", group: "Independent schools"}
} as const;

export type TypeId = keyof typeof types;

export const isAcademy = ({type}: Establishment): boolean => types[type].group === "Academies" || type === "free";

/** The registered school on a day. */
export function on({establishments}: School, day: string): Establishment | undefined {
  for (const establishment of establishments) {
    const {opened, closed} = establishment;
    if ((opened === null || opened <= day) && (closed === null || closed >= day)) return establishment;
  }
  return undefined;
}

/** The day whose register the performance tables of a year go by. */
export const tableDay = (year: AcademicYear): string => `${year - 1}-09-12`;
/** The day of the school census of an academic year. */
export const censusDay = (year: AcademicYear): string => `${year}-01-19`;

/** The first academic year counted as treated: the calendar year of joining, and one. */
export const findCohort = (joined: string): AcademicYear => Number(joined.slice(0, 4)) + 1;

/** Seven digits. */
export const laestab = ({school, estab}: Establishment): string => `${school.authority.code}${estab}`;

/** The establishment that took over from this one, if any. */
export const successor = (establishment: Establishment): Establishment | undefined =>
  establishment.school.establishments[establishment.school.establishments.indexOf(establishment) + 1];

import {STRENGTHS} from "./directions.js";
import {academicYears, counted, small} from "./format.js";
import {LOOKS, ROLES} from "../chart/look.js";
import type {MeasureRow, Result, Role, Strength} from "./release.js";
import {releaseFacts} from "./this-release.js";
import type {Column} from "./table.js";

/** What a figure is of, once for each role that it shows, so that it stands alone wherever it is taken. */
export interface About {
  /** The partnership type, or whose figures they are. */
  type: string;
  /** “primary schools”. */
  phase: string;
  outcome: string;
  /** A role of a partnership, or in words which schools they are. */
  role: Role | string;
  years: string;
  schools: number;
  /** “moderate strength of evidence”, or why there is none. */
  strength: string;
}

/** What all figures of a result have in common: the partnership type in words, and the outcome. */
export interface ResultContext {
  type: string;
  measure: MeasureRow;
}

export const DESCRIBED = "described, not an effect";
const NOT_RATED = "strength of evidence not rated";

/** “low strength of evidence”; “very low to low strength of evidence” of several. */
export function describeStrength(all: readonly (Strength | null)[]): string {
  const known = (Object.keys(STRENGTHS) as Strength[]).filter((strength) => all.includes(strength));
  if (known.length === 0) return NOT_RATED;
  const ends = [...new Set([known[0], known.at(-1)!])].map((strength) => STRENGTHS[strength]);
  return `${ends.join(" to ")} strength of evidence`;
}

export const aboutResult = (
  {phase, role, years, schools, strength}: Pick<Result, "phase" | "role" | "years" | "schools" | "strength">,
  {type, measure}: ResultContext
): About => ({
  type,
  phase: `${phase} schools`,
  outcome: measure.label,
  role,
  years: years ? academicYears(...years) : "no year since joining",
  schools,
  strength: describeStrength([strength])
});

/** Phases of schools in words: “primary and secondary schools”; “schools of any phase” where none is known. */
export function phaseWords(phases: readonly (string | null)[]): string {
  const known = [...new Set(phases.filter((phase) => phase !== null))].sort();
  if (known.length === 0) return "schools of any phase";
  const last = known.at(-1)!;
  return `${known.length === 1 ? last : `${known.slice(0, -1).join(", ")} and ${last}`} schools`;
}

const isRole = (role: string): role is Role => (ROLES as readonly string[]).includes(role);

const roleWords = (role: string): string => (isRole(role) ? LOOKS[role].name : role);

/** “Multi-academy trusts, primary schools, reading at 11. Supported: 312 schools, 2013/14 to 2018/19, moderate strength of evidence.” */
export function aboutWords(abouts: readonly About[]): string {
  const [first] = abouts;
  if (first === undefined) return "";
  const parts = abouts.map(
    ({role, schools, years, strength}) =>
      `${roleWords(role)}: ${[counted(schools, "school"), years, strength].join(", ")}.`
  );
  return [`${first.type}, ${first.phase}, ${small(first.outcome)}.`, ...parts].join(" ");
}

/** What a figure is of as columns of its file; of a row that has a role, what is true of that role. */
export function aboutColumns<Row>(abouts: readonly About[]): Column<Row>[] {
  const apply = (row: Row): readonly About[] => {
    const role = typeof row === "object" && row !== null && "role" in row ? row.role : undefined;
    const mine = abouts.filter((about) => about.role === role);
    return mine.length > 0 ? mine : abouts;
  };
  const column = (name: string, value: (about: About) => string): Column<Row> => ({
    name,
    show: (row) => [...new Set(apply(row).map(value))].join("; ")
  });
  return [
    column("Partnership type", ({type}) => type),
    column("Phase of education", ({phase}) => phase),
    column("Outcome measured", ({outcome}) => outcome),
    column("Role of the schools", ({role}) => roleWords(role)),
    column("Years it holds", ({years}) => years),
    {
      name: "Schools behind it",
      show: (row) => String(mostSchools(apply(row))),
      raw: (row) => mostSchools(apply(row)),
      numeric: true
    },
    column("Strength of its evidence", ({strength}) => strength)
  ];
}

const mostSchools = (abouts: readonly About[]): number => Math.max(0, ...abouts.map(({schools}) => schools));

/** Where a row comes from: the release it was taken from, its plan, and the page. */
export function releaseColumns<Row>(): Column<Row>[] {
  const {made, version, plan} = releaseFacts();
  return [
    {name: "Release made", show: () => made},
    {name: "Version", show: () => version},
    {name: "Plan", show: () => plan},
    {name: "Address", show: () => location.href}
  ];
}

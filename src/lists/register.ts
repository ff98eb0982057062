import {group, rollup} from "d3";
import {closestNames} from "../published-files/closest-names.ts";
import {sameName} from "./school-name.ts";

/** A school as the register has it on the day of an extract. */
export interface RegisterSchool {
  urn: number;
  name: string;
  la_code: string;
  la_name: string;
  establishment_number: string;
  /** Further LAESTABs that it had, written 380/4001. */
  laestabs?: readonly string[];
  /** Its number as a provider; absent where it is not known. */
  ukprn?: string;
  /** “Open”, “Closed”, “Open, but proposed to close”, “Proposed to open”. */
  status: string;
  /** ISO dates; null where the register has none. */
  open_date: string | null;
  close_date: string | null;
  /** The schools that followed it. */
  successors: readonly number[];
}

/** The schools of the register, and the ways to look for one. */
export interface Register {
  schools: ReadonlyMap<number, RegisterSchool>;
  /** Schools with a name like this one, best first; those of the local authority first, if one is given. */
  named(name: string, la_name: string | null): RegisterSchool[];
  /** Schools of the local authority whose URN differs in one digit, or in the order of two neighbours. */
  near(urn: number, la_name: string | null): RegisterSchool[];
  /** The school that goes on under the URN, where every change has one successor; the URN itself where there is none. */
  latest(urn: number): number;
  /** Schools that have or had a LAESTAB, written 380/4001. */
  numbered(laestab: string): readonly RegisterSchool[];
  /** Schools that have or had a UK provider reference number. */
  provided(ukprn: string): readonly RegisterSchool[];
  /** Schools of just this name, however it is shortened. */
  called(name: string): readonly RegisterSchool[];
  /** Whether it holds every school there is: a URN that it has not is wrong, and not only unknown here. */
  whole: boolean;
  /** The schools that it followed. */
  predecessors(urn: number): RegisterSchool[];
}

const SUGGESTIONS = 3;

/** Indexes schools for looking up. */
export function indexRegister(all: Iterable<RegisterSchool>, {whole = true}: {whole?: boolean} = {}): Register {
  const schools = new Map([...all].map((school) => [school.urn, school]));
  const words = wordIndex(schools.values());
  const numbers = [...schools.values()].flatMap((school) =>
    [...new Set([`${school.la_code}/${school.establishment_number}`, ...(school.laestabs ?? [])])].map((number) => ({
      number,
      school
    }))
  );
  const numbered = rollup(
    numbers,
    (those) => those.map(({school}) => school),
    ({number}) => number
  );
  const providers = group(schools.values(), ({ukprn}) => ukprn ?? "");
  const names = group(schools.values(), ({name}) => sameName(name));
  const pairs = [...schools.values()].flatMap((school) => school.successors.map((after) => ({after, school})));
  const before = rollup(
    pairs,
    (those) => those.map(({school}) => school),
    ({after}) => after
  );
  return {
    schools,
    named: (name, la_name) => findNamed(name, la_name, words),
    near: (urn, la_name) =>
      variants(String(urn))
        .map((variant) => schools.get(Number(variant)))
        .filter((school) => school !== undefined)
        .filter((school) => school.la_name === la_name)
        .slice(0, SUGGESTIONS),
    latest: (urn) => latest(urn, schools),
    numbered: (laestab) => numbered.get(laestab) ?? [],
    provided: (ukprn) => providers.get(ukprn) ?? [],
    called: (name) => names.get(sameName(name)) ?? [],
    whole,
    predecessors: (urn) => before.get(urn) ?? []
  };
}

const writeWords = (name: string): string[] =>
  name
    .toLowerCase()
    .replaceAll(/['’.]/g, "")
    .split(/[^\p{L}\d]+/u)
    .filter(Boolean);

function wordIndex(schools: Iterable<RegisterSchool>): Map<string, RegisterSchool[]> {
  const index = new Map<string, RegisterSchool[]>();
  for (const school of schools) {
    for (const word of new Set(writeWords(school.name))) {
      const those = index.get(word);
      if (those) those.push(school);
      else index.set(word, [school]);
    }
  }
  return index;
}

/** Candidates share the rarest word of the name that any school has. */
function findNamed(name: string, la_name: string | null, index: Map<string, RegisterSchool[]>): RegisterSchool[] {
  const postings = writeWords(name)
    .map((word) => index.get(word))
    .filter((those) => those !== undefined);
  const candidates = postings.sort((a, b) => a.length - b.length)[0] ?? [];
  const near = candidates.filter((school) => school.la_name === la_name);
  const pool = new Map((near.length ? near : candidates).map((school) => [`${school.name} ${school.urn}`, school]));
  return closestNames(name, [...pool.keys()], SUGGESTIONS).map((label) => pool.get(label)!);
}

function variants(digits: string): string[] {
  const places = [...digits].map((_, i) => i);
  const changed = places.flatMap((i) =>
    [..."0123456789"].filter((d) => d !== digits[i]).map((d) => digits.slice(0, i) + d + digits.slice(i + 1))
  );
  const swapped = places
    .slice(1)
    .filter((i) => digits[i] !== digits[i - 1])
    .map((i) => digits.slice(0, i - 1) + digits[i] + digits[i - 1] + digits.slice(i + 1));
  return [...swapped, ...changed];
}

function latest(urn: number, schools: ReadonlyMap<number, RegisterSchool>): number {
  const seen = new Set<number>();
  let now = urn;
  for (;;) {
    seen.add(now);
    const successors: readonly number[] = schools.get(now)?.successors ?? [];
    if (successors.length !== 1 || seen.has(successors[0])) return now;
    now = successors[0]!;
  }
}

/** “900071 Drellcanlow Road Primary Academy (Kittrerfold Coast)” */
export const sayRegistered = ({urn, name, la_name}: RegisterSchool): string => `${urn} ${name} (${la_name})`;

import {buildComparison, type Comparison, type ComparisonInput, type Joiner, type Panel} from "../src/comparison.ts";
import {design} from "../src/design.ts";
import {UserError} from "../src/errors.ts";
import {differenceInRates} from "../src/estimators/difference-in-rates.ts";
import type {ComparisonNote, Role} from "../src/release.ts";

/** A school in a kind of partnership, as the table counted_role has it. */
export interface InRole {
  school_id: number;
  kind: string;
  role: Role;
  partnership: string;
  cohort: number;
  /** Other kinds of partnership that it was in by then. */
  other_kinds: number;
}

/** A kind of partnership on one measure in one phase. */
export interface Task {
  panel: Panel;
  /** By panel row: first academic year in any partnership of the kind, in any role; Infinity if never. */
  treatedFrom: Float64Array;
  members: Partial<Record<Role, readonly InRole[]>>;
}

/** What is told of a role. */
export type Compared = Pick<
  ComparisonNote,
  "role" | "partnerships" | "funnel" | "levels" | "rates" | "difference" | "overlapping"
>;

/** Compares the schools of each role with similar schools. Descriptive. As text, which is what is kept. */
export function compareKind({panel, treatedFrom, members}: Task): string {
  const told = Object.entries(members).flatMap(([role, of]) => {
    const compared = compareRole(panel, treatedFrom, of);
    return compared ? {role: role as Role, ...compared} : [];
  });
  return JSON.stringify(told satisfies Compared[]);
}

function compareRole(
  panel: Panel,
  treatedFrom: Float64Array,
  members: readonly InRole[]
): Omit<Compared, "role"> | null {
  const row = new Map(panel.schools.map((school, i) => [school, i]));
  const present = members.filter(({school_id}) => row.has(school_id));
  if (present.length === 0) return null;
  const joiners: Joiner[] = present.map(({school_id, cohort, partnership}) => ({
    row: row.get(school_id)!,
    cohort,
    partnership
  }));
  const input = {panel, joiners, treatedFrom, eventTimes: design.event_times};
  const listed = {step: "In the role, by the register", schools: members.length, lost: null};
  const measured = {
    step: "With any result of this measure",
    schools: present.length,
    lost: "no result of this measure in the files"
  };
  const elsewhere = new Set(
    present.filter(({other_kinds}) => other_kinds > 0).map(({school_id}) => row.get(school_id)!)
  );
  const tell = (comparison: Comparison) => ({
    partnerships: comparison.partnerships,
    funnel: [listed, ...comparison.funnel.map((step, i) => (i === 0 ? {...step, ...measured} : step))],
    overlapping: comparison.groups.joined.row.filter((r) => elsewhere.has(r)).length
  });
  const fair = attempt({...input, base: design.base, strata: design.strata});
  if (fair) return {...tell(fair), ...differenceInRates.estimate(fair)};

  // Too few years before joining to tell which schools are similar: levels only, beside all schools.
  const levelsOnly = attempt({...input, base: design.event_times, strata: 1});
  if (!levelsOnly) return null;
  const {levels} = differenceInRates.estimate(levelsOnly);
  const told = tell(levelsOnly);
  return {
    ...told,
    funnel: [
      ...told.funnel.slice(0, 2),
      {step: "With a base to compare from", schools: 0, lost: "too few years of results before joining"}
    ],
    levels: levels.filter(({group}) => group !== "similar"),
    rates: [],
    difference: {after: null, change: null, partnerships: 0}
  };
}

/** A comparison, or null where the schools at hand allow none. */
function attempt(input: ComparisonInput): Comparison | null {
  try {
    return buildComparison(input);
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

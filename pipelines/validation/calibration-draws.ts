import {group, range, shuffler} from "d3";
import type {PhaseData} from "../../src/analysis/comparison/phase-data.ts";
import type {Joined} from "../../src/analysis/comparison/role-joined.ts";
import type {Study} from "../../src/analysis/comparison/study.ts";
import {windowMeans} from "../../src/analysis/comparison/yearly.ts";
import {design} from "../../src/design.ts";

/** How schools come to be in a fake partnership: by lot; by lot among the lowest third on an outcome at the base; or after the worst year of eight schools. */
export const picks = ["by lot", "lowest third", "bad year"] as const;
export type Pick = (typeof picks)[number];

export interface FakePlan {
  /** Partnerships, and schools in each. */
  partnerships: number;
  schools: number;
  /** First treated years, which partnerships are dealt into in turn. */
  cohorts: readonly number[];
  pick: Pick;
  /** What the lowest third or the bad year is of. */
  by: {outcome: Study["outcome"]; better: Study["better"]};
}

/** Of a year of joining: who may be drawn, where the next one is looked for, and how schools did in the year before. */
interface Judged {
  able: ReadonlySet<number>;
  next: number;
  before: Float64Array;
}

/** Schools drawn for each that joins after a bad year: of so many the one that did worst joins. */
const AMONG = 8;

/**
 * Fake partnerships of the schools of a phase in which nothing happened, `free` of them. A school joins in a year in which it has
 * the outcome at the base. Null where there are too few.
 */
export function drawPartnerships(
  {schools: all}: {schools: PhaseData["schools"]},
  free: Int32Array,
  {partnerships, schools, cohorts, pick, by: {outcome, better}}: FakePlan,
  source: () => number
): Joined[] | null {
  const order = shuffler(source)(free.slice());
  const rows = Int32Array.from(range(all));
  const good = better === "lower" ? -1 : 1;
  const judged = new Map(
    cohorts.map((g) => {
      const base = windowMeans(outcome, rows, g, design.base);
      const before = windowMeans(outcome, rows, g, [-1, -1]);
      const known = [...order].filter((row) => !Number.isNaN(base[row]!) && !Number.isNaN(before[row]!));
      const third = Math.round(known.length / 3);
      const able =
        pick === "lowest third"
          ? new Set(known.toSorted((a, b) => good * (base[a]! - base[b]!)).slice(0, third))
          : new Set(known);
      return [g, {before, able, next: 0}] as [number, Judged];
    })
  );
  const used = new Set<number>();
  const draw = (g: number, count: number): number[] | null => {
    const of = judged.get(g)!;
    const drawn: number[] = [];
    for (; of.next < order.length && drawn.length < count; of.next++) {
      const row = order[of.next]!;
      if (!used.has(row) && of.able.has(row)) drawn.push(row);
    }
    for (const row of drawn) used.add(row);
    return drawn.length === count ? drawn : null;
  };
  const joined: Joined[] = [];
  for (const partnership of range(partnerships)) {
    const cohort = cohorts[partnership % cohorts.length]!;
    for (let i = 0; i < schools; i++) {
      const some = draw(cohort, pick === "bad year" ? AMONG : 1);
      if (!some) return null;
      const {before} = judged.get(cohort)!;
      const row = some.reduce((a, b) => (good * before[b]! < good * before[a]! ? b : a));
      joined.push({row, cohort, partnership: String(partnership)});
    }
  }
  return joined;
}

/** The schools of each year of joining, ascending, as trials are designed for. */
export const byCohort = (joined: readonly Joined[]): Map<number, Int32Array> =>
  new Map(
    [...group(joined, ({cohort}) => cohort)].map(([g, some]) => [g, Int32Array.from(some, ({row}) => row).sort()])
  );

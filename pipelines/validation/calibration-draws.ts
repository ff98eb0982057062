import {group, range, shuffler} from "d3";
import type {PhaseData} from "../../src/analysis/comparison/phase-data.ts";
import type {Joined} from "../../src/analysis/comparison/role-joined.ts";
import type {Study} from "../../src/analysis/comparison/study.ts";
import {windowMeans} from "../../src/analysis/comparison/yearly.ts";
import {design} from "../../src/design.ts";

/**
 * How schools come to be in a placebo partnerships: by lot; by lot, each partnership within one local authority; by lot among the
 * lowest third on an outcome at the base; or, of eight schools, the one with the worst year before joining.
 */
export const picks = ["by lot", "one authority", "lowest third", "bad year"] as const;
export type Pick = (typeof picks)[number];

export interface PlaceboPlan {
  /** Partnerships, and schools in each. */
  partnerships: number;
  schools: number;
  /** First treated years, which partnerships are dealt into in turn from one by lot. */
  cohorts: readonly number[];
  pick: Pick;
  /** What the lowest third or the bad year is of. */
  by: {outcome: Study["outcome"]; better: Study["better"]};
}

/** Schools drawn for each that joins after a bad year: of so many the one that did worst joins; of fewer where so many are not there. */
const AMONG = 8;

/** What drawing needs to know of a phase. */
type Schools = globalThis.Pick<PhaseData, "schools" | "authority" | "intake">;

/** Those of `rows` of which a trial knows enough: the outcome in the base window and the year before joining, and free meals. */
export function selectKnown(
  {intake}: globalThis.Pick<PhaseData, "intake">,
  rows: Int32Array,
  {cohort, outcome}: {cohort: number; outcome: Study["outcome"]}
): Int32Array {
  const needs = [
    windowMeans(outcome, rows, cohort, design.base),
    windowMeans(outcome, rows, cohort, [-1, -1]),
    windowMeans(intake.free_meals, rows, cohort, design.base)
  ];
  return rows.filter((_, i) => needs.every((values) => !Number.isNaN(values[i])));
}

/**
 * Placebo partnerships of the schools of a phase in which nothing happened, `free` of them, each school once. A school joins in a
 * year in which enough is known of it. Null where there are too few.
 */
export function drawPartnerships(
  data: Schools,
  free: Int32Array,
  {partnerships, schools, cohorts, pick, by}: PlaceboPlan,
  source: () => number
): Joined[] | null {
  const order = shuffler(source)(free.slice());
  const first = Math.floor(source() * cohorts.length);
  const queues = new Map(
    cohorts.map((cohort) => [
      cohort,
      makeQueue(data, order, {
        cohort,
        pick,
        by,
        needs: schools * Math.ceil(partnerships / cohorts.length),
        others: schools * partnerships
      })
    ])
  );
  const used = new Set<number>();
  const joined: Joined[] = [];
  for (const partnership of range(partnerships)) {
    const cohort = cohorts[(first + partnership) % cohorts.length];
    const rows = queues.get(cohort)!(schools, used);
    if (!rows) return null;
    for (const row of rows) {
      used.add(row);
      joined.push({row, cohort, partnership: String(partnership)});
    }
  }
  return joined;
}

/** Takes so many schools that are in no partnership yet for one that starts in a year; null where there are too few. */
type Queue = (count: number, used: ReadonlySet<number>) => readonly number[] | null;

function makeQueue(
  data: Schools,
  order: Int32Array,
  {
    cohort,
    pick,
    by: {outcome, better},
    needs,
    others
  }: {cohort: number; needs: number; others: number} & globalThis.Pick<PlaceboPlan, "pick" | "by">
): Queue {
  const rows = Int32Array.from(range(data.schools));
  const good = better === "lower" ? -1 : 1;
  const base = windowMeans(outcome, rows, cohort, design.base);
  const before = windowMeans(outcome, rows, cohort, [-1, -1]);
  const known = [...selectKnown(data, order, {cohort, outcome})];
  switch (pick) {
    case "by lot":
      return (count, used) => enough(known.filter((row) => !used.has(row)).slice(0, count), count);
    case "one authority":
      return (count, used) => {
        const unused = known.filter((row) => !used.has(row) && data.authority[row] >= 0);
        const near = group(unused, (row) => data.authority[row]);
        // Authorities stand in the order of their first school: one of many schools comes early more often.
        return [...near.values()].find((some) => some.length >= count)?.slice(0, count) ?? null;
      };
    case "lowest third": {
      const third = new Set(
        known.toSorted((a, b) => good * (base[a] - base[b])).slice(0, Math.round(known.length / 3))
      );
      const low = known.filter((row) => third.has(row));
      return (count, used) => enough(low.filter((row) => !used.has(row)).slice(0, count), count);
    }
    case "bad year": {
      const among = Math.min(AMONG, Math.floor((known.length - others + needs) / needs));
      if (among < 2) return () => null;
      let next = 0;
      return (count, used) => {
        const chosen: number[] = [];
        while (chosen.length < count) {
          const some: number[] = [];
          for (; next < known.length && some.length < among; next++) if (!used.has(known[next])) some.push(known[next]);
          if (some.length < among) return null;
          chosen.push(some.reduce((a, b) => (good * before[b] < good * before[a] ? b : a)));
        }
        return chosen;
      };
    }
  }
}

const enough = (rows: readonly number[], count: number): readonly number[] | null =>
  rows.length === count ? rows : null;

/** The schools of each year of joining, ascending, as trials are designed for. */
export const byCohort = (joined: readonly Joined[]): Map<number, Int32Array> =>
  new Map(
    [...group(joined, ({cohort}) => cohort)].map(([g, some]) => [g, Int32Array.from(some, ({row}) => row).sort()])
  );

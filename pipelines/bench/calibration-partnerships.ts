import {group, shuffler} from "d3";
import type {Joiner} from "../../src/comparison.ts";
import type {Joining, Yearly} from "../../src/analysis/joining.ts";
import {windowMeans} from "../../src/analysis/window-means.ts";
import {design} from "../../src/design.ts";

/** How schools come to be in a fake partnership: by lot; the lowest of those joining, as the role rule tells them; or after their worst year. */
export const picks = ["by lot", "lowest third", "bad year"] as const;
export type Pick = (typeof picks)[number];

export interface FakePlan {
  /** Partnerships, and schools in each. */
  partnerships: number;
  schools: number;
  /** First treated years, which partnerships are dealt into in turn. */
  cohorts: readonly number[];
  pick: Pick;
  /** Better or worse luck is told by this outcome: high is good with 1, low with −1. */
  by: {outcome: Yearly; good: 1 | -1};
}

/** With “lowest third”, so many schools join for each that counts as supported. */
const joinForEachLow = 3;
/** With “bad year”, a school is drawn from so many by lot: the one that did worst in the year before. */
const worstOf = 8;

/**
 * Fake partnerships of schools in which nothing happened, among those of a phase that never joined anything real.
 * Real joiners keep their own first years in `treatedFrom`. Null where there are too few schools with the results
 * that the pick asks for.
 */
export function drawPartnerships(
  treatedFrom: Float64Array,
  {partnerships, schools, cohorts, pick, by}: FakePlan,
  source: () => number
): Joining | null {
  const free = Int32Array.from(treatedFrom.keys()).filter((row) => treatedFrom[row] === Infinity);
  const order = shuffler(source)(free);
  const drawn = draw(order, {partnerships, schools, cohorts, pick, by});
  if (!drawn) return null;
  const {joiners, everybody} = drawn;
  const from = Float64Array.from(treatedFrom);
  for (const {row, cohort} of everybody) from[row] = cohort;
  const told = pick === "lowest third";
  return {
    schools: treatedFrom.length,
    joiners,
    treatedFrom: from,
    origin: new Int32Array(joiners.length).fill(told ? 1 : 0),
    results: told ? everybody : []
  };
}

function draw(
  order: Int32Array,
  {partnerships, schools, cohorts, pick, by}: FakePlan
): {joiners: Joiner[]; everybody: Joiner[]} | null {
  const count = partnerships * schools;
  const cohortOf = (place: number) => cohorts[Math.floor(place / schools) % cohorts.length];
  const joinerOf = (row: number, place: number): Joiner => ({
    row,
    cohort: cohortOf(place),
    partnership: String(Math.floor(place / schools))
  });
  if (pick === "by lot") {
    const joiners = Array.from(order.subarray(0, count), joinerOf);
    return joiners.length < count ? null : {joiners, everybody: joiners};
  }
  const each = pick === "bad year" ? worstOf : joinForEachLow;
  const window: readonly [number, number] = pick === "bad year" ? [-1, -1] : design.base;
  const means = new Map(cohorts.map((g) => [g, windowMeans(by.outcome, g + window[0], g + window[1])]));
  // Schools without the result that the pick asks for cannot be picked by it.
  const known = order.filter((row) => cohorts.every((g) => !Number.isNaN(means.get(g)![row])));
  if (known.length < count * each) return null;
  const places = Array.from({length: count * each}, (_, i) => ({
    row: known[i],
    place: pick === "bad year" ? i % count : Math.floor(i / each)
  }));
  const worst = (g: number) => (a: {row: number}, b: {row: number}) =>
    by.good * (means.get(g)![a.row] - means.get(g)![b.row]);
  if (pick === "bad year") {
    const joiners = [...group(places, ({place}) => place)].map(([place, some]) =>
      joinerOf(some.sort(worst(cohortOf(place)))[0].row, place)
    );
    return {joiners, everybody: joiners};
  }
  // Of all who join in a year the lowest third is supported, wherever in a partnership they are.
  const everybody = places.map(({row, place}) => joinerOf(row, place));
  const joiners = [...group(everybody, ({cohort}) => cohort)].flatMap(([g, some]) =>
    some.toSorted(worst(g)).slice(0, Math.round(some.length / each))
  );
  return {joiners, everybody};
}

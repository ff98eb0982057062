import {group, range, shuffler} from "d3";
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

/**
 * Schools drawn by lot for each that joins. Of three that join in a year the lowest third is supported, wherever in a partnership they
 * are; of eight the one that did worst in the year before joins.
 */
const candidatesFor: Record<Pick, number> = {"by lot": 1, "lowest third": 3, "bad year": 8};

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
  const each = candidatesFor[pick];
  const of = (from: number, to: number) =>
    new Map(cohorts.map((g) => [g, windowMeans(by.outcome, g + from, g + to)] as const));
  const [base, before] = [of(...design.base), of(-1, -1)];
  const judged = pick === "bad year" ? before : base;
  const everybody: Joiner[] = [];
  const used = new Set<number>();
  // Schools that join in a year are drawn from those that were there to join: that have results of the base window.
  for (let place = 0, next = new Map(cohorts.map((g) => [g, 0])); place < count * each; place++) {
    const partnership = Math.floor(place / (schools * each));
    const cohort = cohorts[partnership % cohorts.length]!;
    let at = next.get(cohort)!;
    const fits = (row: number) =>
      !used.has(row) && !Number.isNaN(base.get(cohort)![row]) && !Number.isNaN(judged.get(cohort)![row]);
    while (at < order.length && !fits(order[at])) at++;
    if (at === order.length) return null;
    used.add(order[at]);
    next.set(cohort, at + 1);
    everybody.push({row: order[at], cohort, partnership: String(partnership)});
  }
  if (pick === "by lot") return {joiners: everybody, everybody};
  const worst = (a: Joiner, b: Joiner) => by.good * (judged.get(a.cohort)![a.row] - judged.get(b.cohort)![b.row]);
  const among = pick === "bad year" ? groupsOf(everybody, each) : [...group(everybody, ({cohort}) => cohort).values()];
  const joiners = among.flatMap((some) => some.toSorted(worst).slice(0, Math.round(some.length / each)));
  return {joiners, everybody: pick === "bad year" ? joiners : everybody};
}

const groupsOf = (joiners: readonly Joiner[], size: number): Joiner[][] =>
  range(0, joiners.length, size).map((at) => joiners.slice(at, at + size));

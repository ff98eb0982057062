import {group, range, shuffler} from "d3";
import type {Joiner} from "../../src/comparison.ts";
import type {Joining, Yearly} from "../../src/analysis/joining.ts";
import {windowMeans} from "../../src/analysis/window-means.ts";
import {design} from "../../src/design.ts";

/** How schools come to be in a fake partnership: by lot; by lot among those of one authority; the lowest of those joining, as the role rule tells them; or after their worst year. */
export const picks = ["by lot", "one authority", "lowest third", "bad year"] as const;
export type Pick = (typeof picks)[number];

export interface FakePlan {
  /** Partnerships, and schools in each. */
  partnerships: number;
  schools: number;
  /** First treated years, which partnerships are dealt into in turn. */
  cohorts: readonly number[];
  pick: Pick;
  /** Better or worse luck is told by this outcome: high is good with 1, low with −1. */
  by: {measure: string; outcome: Yearly; good: 1 | -1};
  /** By school: a number for its authority, −1 where unknown. */
  authority: Int32Array;
}

/**
 * Schools drawn by lot for each that joins. Of three that join in a year the lowest third is supported, wherever in a partnership they
 * are; of eight the one that did worst in the year before joins.
 */
const candidatesFor: Record<Pick, number> = {"by lot": 1, "one authority": 1, "lowest third": 3, "bad year": 8};

/**
 * Fake partnerships of schools in which nothing happened, among those of a phase that never joined anything real.
 * Real joiners keep their own first years in `treatedFrom`. Null where there are too few schools with the results
 * that the pick asks for.
 */
export function drawPartnerships(
  treatedFrom: Float64Array,
  {partnerships, schools, cohorts, pick, by, authority}: FakePlan,
  source: () => number
): Joining | null {
  const free = Int32Array.from(treatedFrom.keys()).filter((row) => treatedFrom[row] === Infinity);
  const order = shuffler(source)(free);
  const drawn = draw(order, {partnerships, schools, cohorts, pick, by, authority});
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
    told: told ? {measure: by.measure, by: by.outcome, beside: [], joiners: everybody, above: 0} : null
  };
}

function draw(
  order: Int32Array,
  {partnerships, schools, cohorts, pick, by, authority}: FakePlan
): {joiners: Joiner[]; everybody: Joiner[]} | null {
  const count = partnerships * schools;
  const each = candidatesFor[pick];
  const of = (from: number, to: number) =>
    new Map(cohorts.map((g) => [g, windowMeans(by.outcome, g + from, g + to)] as const));
  const [base, before] = [of(...design.base), of(-1, -1)];
  const judged = pick === "bad year" ? before : base;
  const everybody: Joiner[] = [];
  const used = new Set<number>();
  const fits = (row: number, cohort: number) =>
    !used.has(row) && !Number.isNaN(base.get(cohort)![row]) && !Number.isNaN(judged.get(cohort)![row]);
  if (pick === "one authority") {
    for (const partnership of range(partnerships)) {
      const cohort = cohorts[partnership % cohorts.length]!;
      const free = order.filter((row) => fits(row, cohort));
      const members = ofOneAuthority(free, authority, schools);
      if (!members) return null;
      for (const row of members) {
        used.add(row);
        everybody.push({row, cohort, partnership: String(partnership)});
      }
    }
    return {joiners: everybody, everybody};
  }
  // Schools that join in a year are drawn from those that were there to join: that have results of the base window.
  for (let place = 0, next = new Map(cohorts.map((g) => [g, 0])); place < count * each; place++) {
    const partnership = Math.floor(place / (schools * each));
    const cohort = cohorts[partnership % cohorts.length]!;
    let at = next.get(cohort)!;
    while (at < order.length && !fits(order[at]!, cohort)) at++;
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

/** The first so many of the authority that has them and whose first comes first; null where none has. */
function ofOneAuthority(order: Int32Array, authority: Int32Array, count: number): number[] | null {
  const places = group(order, (row) => authority[row]!);
  for (const [place, rows] of places) if (place >= 0 && rows.length >= count) return rows.slice(0, count);
  return null;
}

const groupsOf = (joiners: readonly Joiner[], size: number): Joiner[][] =>
  range(0, joiners.length, size).map((at) => joiners.slice(at, at + size));

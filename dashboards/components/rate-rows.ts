import {LOOKS, who, type Who} from "./look.js";
import type {ComparisonNote, Figure, GroupRates} from "./release.js";
import {ratesOf} from "./sentences.js";

/** One group's change a year before and after joining. */
export interface RateRow {
  who: Who;
  /** “Similar to supported schools”. */
  name: string;
  before: Figure | null;
  after: Figure | null;
  /** Where the rows of the next role begin. */
  last: boolean;
}

const same = (a: GroupRates | null, b: GroupRates | null): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * Each role above the schools similar to it, and all schools once below, or below each role where the
 * roles joined in different years and all schools therefore changed differently.
 */
export function rateRows(comparisons: readonly ComparisonNote[]): RateRow[] {
  const row = (comparison: ComparisonNote, group: "joined" | "similar" | "all", name: string): RateRow[] => {
    const rates = ratesOf(comparison, group);
    if (rates === null) return [];
    return [{who: who(group, comparison.role), name, before: rates.before, after: rates.after, last: false}];
  };
  const alls = comparisons.map((d) => ratesOf(d, "all"));
  const once = alls.every((rates) => same(rates, alls[0]!));
  const blocks = comparisons.map((d, i) => {
    const name = LOOKS[d.role].name;
    const rows = [...row(d, "joined", name), ...row(d, "similar", `Similar to ${name.toLowerCase()}`)];
    const all = once && i < comparisons.length - 1 ? [] : row(d, "all", "All schools");
    return {rows, all};
  });
  return blocks.flatMap(({rows, all}, i) => {
    const block = once ? rows : [...rows, ...all];
    const closed = block.map((d, j) => ({...d, last: j === block.length - 1}));
    return once && i === blocks.length - 1 ? [...closed, ...all] : closed;
  });
}

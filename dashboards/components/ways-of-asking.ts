import {capital, count, listed, range, signed} from "./format.js";
import type {Alternative} from "./release.js";

/** What was changed, as a heading over the ways that change it; in the order of the page. */
export const CHANGED: Readonly<Record<Alternative["group"], string>> = {
  base: "What change is counted from",
  comparators: "Who is compared with",
  estimator: "Method",
  weights: "Who counts for how much",
  scale: "Scale",
  cohort: "When joining begins",
  sample: "Which schools",
  bounds: "Figures that publishers hide"
};

/** A line of the chart: a heading, or a way of asking. */
export type Line = {at: number} & ({heading: string; way?: never} | {way: Alternative; heading?: never});

const wasAsked = ({absent}: Alternative): boolean => absent === undefined;

/** The headline first, then the others under what was changed; nothing is sorted by what came out. */
export function linesOfWays(ways: readonly Alternative[]): Line[] {
  const asked = ways.filter(wasAsked);
  const headline = asked.filter((way) => way.headline);
  const groups = (Object.keys(CHANGED) as Alternative["group"][]).flatMap((group) => {
    const mine = asked.filter((way) => way.group === group && !way.headline);
    return mine.length === 0 ? [] : [{heading: CHANGED[group]}, ...mine.map((way) => ({way}))];
  });
  return [...headline.map((way) => ({way})), ...groups].map((line, at) => ({...line, at}) as Line);
}

/** How far reasonable answers lie apart, and how many of their intervals include no difference; misleading ones do not count. */
export function steady(ways: readonly Alternative[], {unit, digits}: {unit: string; digits: number}): string {
  const fair = ways.filter((way) => wasAsked(way) && way.misleading === null);
  if (fair.length < 2) return "No other way of asking has an answer here.";
  const values = fair.map(({value}) => value);
  const sure = fair.filter(({low, high}) => low !== null && high !== null);
  const spans = sure.filter(({low, high}) => low! <= 0 && high! >= 0).length;
  const of = sure.length === fair.length ? "" : `${count(sure.length)} have an interval; `;
  const none = spans === 0 ? "none" : count(spans);
  return `In ${count(fair.length)} reasonable ways of asking, the figure lies between ${signed(Math.min(...values), digits)} and ${signed(Math.max(...values), digits)} ${unit}; ${of}in ${none} of them the interval includes no difference.`;
}

/** What a way of asking found: “+1.9 (1.2 to 2.6)”. */
export function found({value, low, high}: Alternative, digits: number): string {
  const limits = low === null || high === null ? "no interval" : range(low, high, digits);
  return `${signed(value, digits)} (${limits})`;
}

/** Which ways are known to mislead, and how. */
export function misleadingWords(ways: readonly Alternative[]): string {
  const named = ways.filter((way) => wasAsked(way) && way.misleading !== null);
  const clause = ({label, misleading}: Alternative) => `“${label}” misleads: ${misleading!.replace(/\.$/, "")}.`;
  return named.map(clause).map(capital).join(" ");
}

/** Which ways could not be asked, and why; empty where all could. */
export function notAsked(ways: readonly Alternative[]): string {
  const left = ways.filter((way) => !wasAsked(way));
  if (left.length === 0) return "";
  return `Could not be asked: ${listed(left.map(({label, absent}) => `${label} (${absent!.replace(/\.$/, "")})`))}.`;
}

import {counted, quantity} from "../vocabulary/format.ts";
import type {Measure} from "../vocabulary/measure.ts";
import type {VarianceRow} from "../release/variances.ts";
import type {ProgrammeCost} from "./cost.ts";
import {fewestClusters, type Programme, type Sight} from "./programme.ts";

/** How helped schools and helpers are put together. */
export type Arrangement = "pairs" | "groups";

/** “40 pairs of secondary schools”, “60 primary schools in 20 groups”. */
export function nameProgramme({schools, helpers}: Programme, arrangement: Arrangement, phase: string): string {
  return arrangement === "pairs"
    ? `${counted(schools, "pair")} of ${phase} schools`
    : `${counted(schools, `${phase} school`)} in ${counted(helpers, "group")}`;
}

/**
 * What a design would see, in a sentence: “40 pairs of secondary schools, three years before and three since: the smallest effect
 * on GCSE attainment that would be seen four times in five is 1.2 points.” Says why there is none.
 */
export function describeSight(
  programme: Programme,
  sight: Sight | null,
  {arrangement, label, row, digits}: {arrangement: Arrangement; label: string; row: VarianceRow; digits: number}
): string {
  const name = nameProgramme(programme, arrangement, row.phase);
  const years = `${counted(programme.before, "year")} before and ${counted(programme.after, "year")} since`;
  if (sight === null) {
    const few = Math.min(programme.schools, programme.helpers) < fewestClusters();
    const why = few
      ? `with fewer than ${fewestClusters()} ${arrangement} no interval is claimed`
      : "too few years of this outcome are published to say";
    return `${name}, ${years}: ${why}.`;
  }
  return `${name}, ${years}: the smallest effect on ${startSmall(label)} that would be seen four times in five is ${quantity(sight.effect, {unit: row.unit, digits})}.`;
}

/** What it costs, in a sentence; null where no cost is given. */
export function describeCost(cost: ProgrammeCost, {unit}: Pick<VarianceRow, "unit">): string {
  const pupil = cost.per_pupil === null ? "" : `, ${pounds(cost.per_pupil)} a pupil a year`;
  return `It would cost ${pounds(cost.total)} in all${pupil}. An effect of just that size would cost ${pounds(cost.per_unit)} ${nameUnit(unit)} in one school for one year.`;
}

/** What it has to bring to pay for itself, in a sentence; null where nobody says what it is worth. */
export function describeBreakEven(
  cost: ProgrammeCost,
  {unit, digits}: {unit: string; digits: number},
  persistence: number
): string | null {
  if (cost.pays_at === null) return null;
  const left =
    persistence > 0
      ? `if ${Math.round(100 * persistence)}% of a year’s gain is left in the next once help ends`
      : "if no gain is left once help ends";
  const when =
    cost.break_even === null
      ? `An effect of just the smallest size would not pay for itself within 50 years, ${left}.`
      : `An effect of just the smallest size would have paid for itself after ${counted(cost.break_even, "year")}, ${left}.`;
  return `By the worth you gave, a year of help pays at ${quantity(cost.pays_at, {unit, digits})}. ${when}`;
}

/** “a point”, “a percentage point”, “for one of its unit (suspensions per 100 pupils)”. */
export function nameUnit(unit: string): string {
  return unit === "points" || unit === "percentage points" || unit === "entries"
    ? `for ${unit === "entries" ? "an entry" : `a ${unit.slice(0, -1)}`}`
    : `for one (${unit})`;
}

/** Pounds to two significant figures: “£1,200”, “£4.5 million”. */
export function pounds(amount: number): string {
  const rounded = Number(amount.toPrecision(2));
  if (rounded >= 1e6) return `£${(rounded / 1e6).toLocaleString("en-GB", {maximumSignificantDigits: 2})} million`;
  return `£${rounded.toLocaleString("en-GB", {maximumFractionDigits: rounded < 10 ? 2 : 0})}`;
}

/** Without a capital at its start, unless its first word is an abbreviation or a name with a number. */
const startSmall = (text: string): string =>
  /^(\S*[A-Z]\S*[A-Z]|[A-Z]\w* \d)/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);

/** The measure’s decimals, one more where a smallest effect would print as less than two of its last. */
export const chooseEffectDigits = (effect: number, {digits}: Pick<Measure, "digits">): number =>
  effect < 2 * 10 ** -digits ? digits + 1 : digits;

import {counted, quantity, span} from "../vocabulary/format.ts";
import type {VarianceRow} from "../release/variances.ts";
import type {ProgrammeCost} from "./cost.ts";
import {explainUnseen, fewestClusters, type Programme, type Sight, type Unseen} from "./programme.ts";

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
 * on GCSE attainment that would be seen four times in five is 1.2 points.” A range where the release does not measure all
 * that it rests on. Says why there is none.
 */
export function describeSight(
  programme: Programme,
  sight: Sight | null,
  {arrangement, label, row, digits}: {arrangement: Arrangement; label: string; row: VarianceRow; digits: number}
): string {
  const name = nameProgramme(programme, arrangement, row.phase);
  const years = `${counted(programme.before, "year")} before and ${counted(programme.after, "year")} since`;
  if (sight === null) return `${name}, ${years}: ${sayUnseen(explainUnseen(programme, row), arrangement)}.`;
  const amount = sayAmount(sight, {unit: row.unit, digits});
  return `${name}, ${years}: the smallest effect on ${startSmall(label)} that would be seen four times in five ${amount}.`;
}

function sayAmount({effect, least, unmeasured}: Sight, printed: {unit: string; digits: number}): string {
  const most = quantity(effect, printed);
  if (unmeasured.length === 0) return `is ${most}`;
  if (least === null) return `is at most ${most}`;
  const between = span(least, effect, printed);
  return between.startsWith("between") ? `lies ${between}` : `is ${most}`;
}

function sayUnseen(why: Unseen | null, arrangement: Arrangement): string {
  if (why === "clusters") return `with fewer than ${fewestClusters()} ${arrangement} no interval is claimed`;
  if (why === "comparators") return "without schools to compare with nothing can be seen";
  if (why === "authority")
    return "how alike schools of one authority change is not known from this release, so only pairs can be planned";
  return "too few results of this outcome are published to say";
}

const listAnd = new Intl.ListFormat("en-GB");

/** Why there is a range, in a sentence: which results the release cannot compare, and what is taken of them; null where nothing is missing. */
export function describeUnmeasured({unmeasured, least}: Sight): string | null {
  if (unmeasured.length === 0) return null;
  const apart = `${listAnd.format(unmeasured.map(String))} ${unmeasured.length === 1 && unmeasured[0] === 1 ? "year" : "years"} apart`;
  const assumption =
    "They are taken to go together no more than results nearer in time, and no less than results further apart";
  return least === null
    ? `This release holds too few years to compare results ${apart}. ${assumption}: that leaves only the most it can be.`
    : `This release holds too few years to compare results ${apart}. ${assumption}: that leaves a range.`;
}

/** The two ends of what a programme costs, where the size of its smallest effect is a range. */
export interface CostEnds {
  cost: ProgrammeCost;
  /** For the least that the smallest effect can be; null where it has no least. Equal to `cost` where it is known. */
  atLeast: ProgrammeCost | null;
}

/** What it costs, in a sentence, a range where the smallest effect is one. */
export function describeCost({cost, atLeast}: CostEnds, {unit}: Pick<VarianceRow, "unit">): string {
  const pupil = cost.per_pupil === null ? "" : `, ${pounds(cost.per_pupil)} a pupil a year`;
  return `It would cost ${pounds(cost.total)} in all${pupil}. An effect of just that size would cost ${sayPounds(cost.per_unit, atLeast?.per_unit ?? null)} ${nameUnit(unit)} in one school for one year.`;
}

/** “£12,000”, “£12,000 to £15,000”, “at least £12,000” where there is no most. */
export function sayPounds(low: number, high: number | null): string {
  if (high === null) return `at least ${pounds(low)}`;
  return pounds(low) === pounds(high) ? pounds(low) : `${pounds(low)} to ${pounds(high)}`;
}

/** What it has to bring to pay for itself, in a sentence; null where nobody says what it is worth. */
export function describeBreakEven(
  {cost, atLeast}: CostEnds,
  {unit, digits}: {unit: string; digits: number},
  persistence: number
): string | null {
  if (cost.pays_at === null) return null;
  const left =
    persistence > 0
      ? `if ${Math.round(100 * persistence)}% of a year’s gain is left in the next once help ends`
      : "if no gain is left once help ends";
  return `By the worth you gave, a year of help pays at ${quantity(cost.pays_at, {unit, digits})}. An effect of just the smallest size ${sayBreakEven(cost.break_even, atLeast && atLeast.break_even)}, ${left}.`;
}

/** Of the largest size that the smallest effect can have, and of its least. */
function sayBreakEven(early: number | null, late: number | null): string {
  if (early === null) return "would not pay for itself within 50 years";
  if (early === late) return `would have paid for itself after ${counted(early, "year")}`;
  if (late === null) return `would have paid for itself after ${counted(early, "year")} at the earliest`;
  return `would have paid for itself after ${early} to ${late} years`;
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

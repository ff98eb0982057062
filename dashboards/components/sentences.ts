import {clearValue, counted, digitsFor, listed, number, range, signed} from "./format.js";
import {LOOKS} from "./look.js";
import type {ComparisonNote, Figure, Group, GroupRates, MeasureNote, Role} from "./release.js";

/** What sentences need to know of the scale on which a comparison was made. */
export interface Scale {
  /** After “the”. */
  subject: string;
  unit: string;
  digits: number;
  better: MeasureNote["better"];
}

/** A measure in its own unit, or as a position among all mainstream schools of the year. */
export const scaleOf = (measure: MeasureNote, {scale, segment}: Pick<ComparisonNote, "scale" | "segment">): Scale =>
  scale === "native"
    ? {...measure, unit: (segment === null ? null : measure.segments[segment]?.unit) ?? measure.unit}
    : {
        subject: `${measure.subject}, as a position among all mainstream schools,`,
        unit: "standard deviations",
        digits: 2,
        better: measure.better
      };

/**
 * What may be said of a difference from similar schools, decided by its 95 % interval alone.
 * `gained`, `lost`: all of it lies on the better, or on the worse, side of zero. `up`, `down`: the
 * same, for a measure of which neither side is better. `unclear`: it holds zero. `too_few`: there
 * is no interval. `none`: there is no difference to give.
 */
export type Verdict = "gained" | "lost" | "up" | "down" | "unclear" | "too_few" | "none";

export function verdict(difference: Figure | null, better: MeasureNote["better"]): Verdict {
  if (difference === null) return "none";
  const {low, high} = difference;
  if (low === null || high === null) return "too_few";
  if (low <= 0 && high >= 0) return "unclear";
  if (better === "neither") return low > 0 ? "up" : "down";
  return low > 0 === (better === "higher") ? "gained" : "lost";
}

export const VERDICTS: Readonly<Record<Verdict, {glyph: string; words: string}>> = {
  gained: {glyph: "▲", words: "Gained on similar schools"},
  lost: {glyph: "▼", words: "Lost ground to similar schools"},
  up: {glyph: "↑", words: "Rose against similar schools"},
  down: {glyph: "↓", words: "Fell against similar schools"},
  unclear: {glyph: "○", words: "No clear difference"},
  too_few: {glyph: "–", words: "Too few to say"},
  none: {glyph: "–", words: "No yearly change to compare"}
};

export const isClear = (found: Verdict): boolean => !["unclear", "too_few", "none"].includes(found);

/** The rates of one group, or null where the comparison has none. */
export const ratesOf = ({rates}: ComparisonNote, group: Group): GroupRates | null =>
  rates.find((d) => d.group === group) ?? null;

/** The decimals for yearly change: the measure’s own, and more where a change that is said to have happened would be 0. */
export const rateDigits = (comparisons: readonly ComparisonNote[], {digits}: Scale): number =>
  digitsFor(
    comparisons.flatMap(({difference, rates}) => [
      ...clearValue(difference.after),
      ...rates.flatMap(({group, after}) => (group === "all" ? [] : clearValue(after)))
    ]),
    digits
  );

const isSure = (figure: Figure | null): boolean => clearValue(figure).length > 0;

/** Whether similar schools could be told. Where they could not, only levels are shown. */
export const hasSimilar = ({levels, rates}: ComparisonNote): boolean =>
  [...levels, ...rates].some(({group}) => group === "similar");

/** Whether any yearly change could be worked out, of any group, before or after joining. */
export const hasRates = ({rates}: ComparisonNote): boolean =>
  rates.some(({before, after}) => before !== null || after !== null);

/** “312 schools in 42 partnerships”. */
export const basis = ({schools}: Figure, {difference}: ComparisonNote): string =>
  `${counted(schools, "school")} in ${counted(difference.partnerships, "partnership")}`;

/** “rose by 1.2” if the interval says so, otherwise “changed by +0.2”. */
const moved = (figure: Figure, digits: number): string =>
  isSure(figure)
    ? `${figure.value > 0 ? "rose" : "fell"} by ${number(Math.abs(figure.value), digits)}`
    : `changed by ${signed(figure.value, digits)}`;

/**
 * What was found in one role: how it moved, how similar schools moved, how sure, how many. A
 * sentence that goes on from another is shorter, and leaves out the measure, its unit and what the
 * limits are.
 */
export function finding(
  comparison: ComparisonNote,
  scale: Scale,
  {digits = rateDigits([comparison], scale), goesOn = false} = {}
): string {
  const schools = LOOKS[comparison.role].name.toLowerCase();
  const difference = comparison.difference.after;
  const joined = ratesOf(comparison, "joined")?.after;
  const similar = ratesOf(comparison, "similar")?.after;
  const found = verdict(difference, scale.better);
  if (difference === null || !joined || !similar) {
    return hasSimilar(comparison)
      ? `For ${schools} there is no yearly change to give: no school has two years of results after joining.`
      : `For ${schools} there is nothing to compare with: too few years are published to tell which schools are similar.`;
  }
  if (found === "too_few") return `Too few ${schools} to say: ${basis(difference, comparison)}.`;
  const subject = goesOn ? "it" : `the ${scale.subject}`;
  const unit = goesOn ? "" : ` ${scale.unit}`;
  const after = goesOn ? "" : " after joining";
  const rates = `In ${schools} ${subject} ${moved(joined, digits)}${unit} a year${after}; in schools similar to them it ${moved(similar, digits)}.`;
  const limits = `${goesOn ? "" : "95% interval "}${range(difference.low!, difference.high!, digits)}`;
  const sure = `${signed(difference.value, digits)} a year (${limits}; ${basis(difference, comparison)})`;
  return `${rates} ${isClear(found) ? "The difference is" : "There is no clear difference:"} ${sure}.`;
}

/** A sentence or two for each role, for the head of a page, and at the end which way is better. */
export function lead(comparisons: readonly ComparisonNote[], scale: Scale): string[] {
  const digits = rateDigits(comparisons, scale);
  const said: string[] = [];
  for (const comparison of comparisons) {
    const goesOn = said.some((sentence) => sentence.includes(scale.subject));
    said.push(finding(comparison, scale, {digits, goesOn}));
  }
  return said.map((sentence, i) => {
    const last = i === said.length - 1 && said.some((s) => s.includes(scale.subject));
    return last ? `${sentence} ${direction(scale)}` : sentence;
  });
}

export const direction = ({better}: Scale): string =>
  better === "neither"
    ? "Neither higher nor lower is better."
    : `${better === "higher" ? "Higher" : "Lower"} is better.`;

/** Over one role's chart: “Gained on similar schools: +0.3 a year (0.1 to 0.5)”. */
export function heading({difference}: ComparisonNote, scale: Scale, digits: number): string {
  const found = verdict(difference.after, scale.better);
  const words = `${VERDICTS[found].glyph} ${VERDICTS[found].words}`;
  if (found === "none" || found === "too_few") return words;
  const {value, low, high} = difference.after!;
  return `${words}: ${signed(value, digits)} a year (${range(low!, high!, digits)})`;
}

/** A chart's title, of at most 15 words: “Supported and supporter schools, before and after joining”. */
export function title(roles: readonly Role[]): string {
  const names = roles.map((role) => LOOKS[role].name.replace(/ schools$/, ""));
  return `${listed(names.map((name, i) => (i === 0 ? name : name.toLowerCase())))} schools, before and after joining`;
}

/** A chart for those who cannot see it: what is drawn, what was found, where the numbers are. */
export const alternative = (shown: string, found: string): string =>
  `${shown}. ${found} The numbers are in the table that follows.`;

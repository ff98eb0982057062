import {readVerdicts} from "../ui/directions.js";
import type {Direction, TimedRow, MeasureRow} from "../ui/release.js";
import {listed, small} from "../ui/format.js";

/** What can be inferred of one year since joining. */
export type YearSaid =
  "benefit" | "harm" | "higher" | "lower" | "same" | "unclear" | "already" | "weak" | "few" | "wait";

const BY_VERDICT: Readonly<Record<Direction, YearSaid>> = {
  better: "benefit",
  worse: "harm",
  higher: "higher",
  lower: "lower",
  same: "same",
  unclear: "unclear",
  already: "already",
  of_many: "unclear",
  too_weak: "weak",
  too_few: "few"
};

export const SAID: Readonly<Record<YearSaid, {glyph: string; words: string}>> = {
  benefit: {glyph: "●", words: "clear benefit"},
  harm: {glyph: "▼", words: "clear harm"},
  higher: {glyph: "↑", words: "clearly higher"},
  lower: {glyph: "↓", words: "clearly lower"},
  same: {glyph: "≈", words: "no difference that matters"},
  unclear: {glyph: "○", words: "no clear difference"},
  already: {glyph: "«", words: "already changing before joining"},
  weak: {glyph: "?", words: "too weak to say"},
  few: {glyph: "–", words: "too few schools"},
  wait: {glyph: "·", words: "cannot be seen yet"}
};

export interface BenefitRow {
  measure: MeasureRow;
  row: TimedRow;
  /** By year since joining, from 0. */
  years: YearSaid[];
  /** First year with a clear benefit, or null. */
  first: number | null;
}

/** Outcomes in the order in which a benefit shows, those without one last; all as long as the longest. */
export function benefitRows(rows: readonly TimedRow[], measures: readonly MeasureRow[]): BenefitRow[] {
  const reported = measures.flatMap((measure) => {
    const row = rows.find((d) => d.measure === measure.id);
    return row?.years
      ? [{measure, row, years: readVerdicts(row.years).map(sayVerdict), first: row.time_to_benefit}]
      : [];
  });
  const longest = Math.max(0, ...reported.map(({years}) => years.length));
  const wait = (n: number) => Array.from({length: n}, (): YearSaid => "wait");
  return reported
    .map((d) => ({...d, years: [...d.years, ...wait(longest - d.years.length)]}))
    .sort((a, b) => (a.first ?? Infinity) - (b.first ?? Infinity) || 0);
}

const sayVerdict = (verdict: Direction | null): YearSaid => (verdict === null ? "wait" : BY_VERDICT[verdict]);

/** In which outcomes a benefit has shown and when, and in how many it has not. */
export function benefitSentence(rows: readonly BenefitRow[], schools: string): string {
  if (rows.length === 0) return `No outcome of ${schools} can be followed year by year here.`;
  const shown = rows.filter(({first}) => first !== null);
  const not = rows.length - shown.length;
  if (shown.length === 0) return `In ${schools}, no clear benefit has shown yet in any of ${rows.length} outcomes.`;
  const named = listed(shown.map(({measure, first}) => `${small(measure.label)} (year\u00a0${first})`));
  const rest = not === 0 ? "" : ` None has shown yet in ${not} of ${rows.length} outcomes.`;
  return `In ${schools}, a clear benefit showed first in ${named}.${rest}`;
}

import {DIRECTIONS, isClaim} from "../ui/directions.js";
import {academicYears, count, counted} from "../ui/format.js";
import type {PartnershipOutcome} from "../ui/release.js";

type Found = Pick<PartnershipOutcome, "verdict" | "schools" | "years" | "placebo" | "among">;

/** What a chart of a pack shows, in short sentences: the page of the partnership states it in full. */
export function foundWords({verdict, schools, years, placebo, among}: Found): string {
  const sentences = [
    ...(verdict ? [`${DIRECTIONS[verdict].words}.`] : []),
    `${counted(schools, "school")}${years ? `, ${academicYears(...years)}` : ""}.`
  ];
  if (placebo !== null) {
    const {as_far, draws} = [placebo.same_trend, placebo.same_past].reduce((a, b) =>
      b.as_far / b.draws > a.as_far / a.draws ? b : a
    );
    sentences.push(`We drew ${count(draws)} invented groups of as many schools.`);
    sentences.push(`By chance alone, ${count(as_far)} moved as far.`);
  }
  if (isClaim(verdict) && among !== null) {
    sentences.push(`We looked at ${counted(among.looked_at, "outcome")}.`);
    if (among.looked_at > 1) sentences.push("This one is clear among so many.");
  }
  if (verdict === "of_many" && among !== null) {
    sentences.push(`But we looked at ${counted(among.looked_at, "outcome")}.`);
    // Holm’s chance is the most that it can be.
    sentences.push(`In up to ${Math.round(100 * among.chance)} of 100 such groups, one of them moves as far.`);
  }
  return sentences.join(" ");
}

/**
 * The outcomes that are charted: what is claimed, be it better or worse; then what moved far but may be chance, or was
 * moving before; then the rest, each in the order it came in. Two of them, which a page has room for with their words
 * and the table of all; three where as many are claimed.
 */
export function whatMatters<Row extends Pick<PartnershipOutcome, "verdict">>(shown: readonly Row[]): Row[] {
  const place = ({verdict}: Row) => (isClaim(verdict) ? 0 : verdict === "of_many" || verdict === "already" ? 1 : 2);
  const claims = shown.filter(({verdict}) => isClaim(verdict)).length;
  return [...shown].sort((a, b) => place(a) - place(b)).slice(0, claims > 2 ? 3 : 2);
}

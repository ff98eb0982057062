import {html} from "htl";
import {listed, academicYear, number, signed} from "./format.js";
import {gaps} from "./levels.js";
import type {ComparisonNote} from "./release.js";
import {WINDOWS} from "./windows.js";

/** How to read the lines, and what would change a reader's mind. */
export function levelsNotes(comparisons: readonly ComparisonNote[]): HTMLElement {
  const broken = [...new Set(comparisons.flatMap(gaps))].sort((a, b) => a - b).map((year) => signed(year, 0));
  const gap = broken.length > 0 ? ` Lines break at year ${listed(broken)}, for which there are no results.` : "";
  const position =
    comparisons[0]?.scale === "bridged"
      ? ` A position among all schools can stay still while results everywhere rise or fall.${worth(comparisons[0])}`
      : "";
  const alone = comparisons.every((d) => d.first_year === d.last_year)
    ? " All results are of one school year, so each point is of other schools: nothing here shows change."
    : "";
  return html`<span
    ><b>How to read it.</b> Year 0 is the first school year with at least two terms in the partnership. Bands are 95%
    intervals. The hollow mark is the year before joining, often an unusual one; change is counted from the base years,
    ${signed(WINDOWS.base[0], 0)} to ${signed(WINDOWS.base[1], 0)}.${gap} Each year holds the schools with results in
    it, so the ends hold fewer.${alone}${position}</span
  >`;
}

/** What a standard deviation is, in the unit of the newest year. */
const worth = ({newest}: ComparisonNote): string =>
  newest
    ? ` One standard deviation is about ${number(newest.per_sd, 1)} ${newest.unit} of ${newest.label} in ${academicYear(newest.year)}.`
    : "";

/** How to read the changes a year. */
export const ratesNotes = (): HTMLElement =>
  html`<span
    ><b>How to read it.</b> A line is a 95% interval. Filled is after joining, hollow before. Compare each role with the
    schools similar to it. Schools also change for reasons that have nothing to do with joining.</span
  >`;

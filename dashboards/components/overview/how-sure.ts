import {html} from "htl";
import {sizeInUnit} from "../ui/effect-words.js";
import {folded} from "../ui/folded.js";
import {academicYear, academicYears, count, counted, number, range} from "../ui/format.js";
import {LOOKS} from "../chart/look.js";
import type {Effect, Result} from "../ui/release.js";
import {strengthChecklist} from "./strength-checklist.js";

/** What stands behind each role’s figure, one click below it. */
export const howSure = (results: readonly Result[]): HTMLElement =>
  html`<div>
    ${results.filter(({effect}) => effect !== null).map((d) => folded(`${LOOKS[d.role].name}: how sure one can be`, () => behind(d)))}
  </div>`;

function behind(result: Result): HTMLElement {
  const {words} = result;
  return html`<div class="nested">
    <p>${words.how_sure} ${words.ruled_out ?? ""}</p>
    ${strengthChecklist(result)}
    <dl class="facts">
      ${facts(result).flatMap(([name, value]) => [html`<dt>${name}</dt>`, html`<dd>${value}</dd>`])}
    </dl>
  </div>`;
}

/** Names and values of what is known; what is not known is left out here and said in `words`. */
export function facts(result: Result): [string, string][] {
  const {
    unit,
    digits,
    smallest_effect,
    probability,
    leave_one_out: without,
    equivalence,
    family,
    vintage,
    stated_in: printed
  } = result;
  const size = (effect: Effect | null) => effect && sizeInUnit(effect, {unit, digits});
  const found: [string, string | null | undefined][] = [
    ["Interval", result.interval.words],
    ["Smallest effect of interest", `${number(smallest_effect.value, digits)} ${unit}: ${smallest_effect.why}`],
    [
      "Chance that it is more than that",
      probability === null ? null : `${chance(probability)}, if the comparison is fair`
    ],
    [
      "Smallest that would have been seen",
      result.detectable === null ? null : `${number(result.detectable, digits)} ${unit}, four times in five`
    ],
    ["No harm or gain that matters", equivalence && equivalenceWords(equivalence, digits, unit)],
    ["Same schools in every year", balancedWords(result)],
    ["Counted by pupils", size(result.by_pupils)],
    ["While still a member", size(result.while_member)],
    [
      "Without one partnership at a time",
      without &&
        `${range(without.lowest, without.highest, digits)}; the words ${without.changes_verdict ? "would change" : "stay the same"}`
    ],
    [
      "Tested with other outcomes",
      family &&
        `among ${counted(family.outcomes, "outcome")}, ${family.stands ? "it still stands" : "it does not stand"}`
    ],
    [
      "Donor pool (schools that had not joined)",
      `${counted(result.donors.schools, "school")}; ${count(result.donors.smallest)} in the smallest calculation`
    ],
    ["Also in another type of partnership", result.overlapping > 0 ? counted(result.overlapping, "school") : null],
    ["Printed in", printed && `${unit} of ${printed.label}, ${academicYear(printed.year)}`],
    ["Years and plan", `${academicYears(vintage.first_year, vintage.last_year)}; plan ${result.plan}`]
  ];
  return found.filter((d): d is [string, string] => typeof d[1] === "string" && d[1] !== "");
}

/** The effect at the last year of the path that the same schools have throughout. */
function balancedWords({balanced, unit, digits}: Result): string | null {
  const last = balanced?.event_times.at(-1);
  if (balanced === null || last === undefined) return null;
  return `${sizeInUnit(last, {unit, digits})} in year ${last.event_time}, of ${counted(balanced.schools, "school")} that have them all`;
}

/** To the nearest 5 %, and never certain. */
export function chance(probability: number): string {
  const percent = Math.round(probability * 20) * 5;
  return percent >= 100 ? "more than 95%" : percent <= 0 ? "less than 5%" : `about ${percent}%`;
}

function equivalenceWords(
  {margin, equivalent}: NonNullable<Result["equivalence"]>,
  digits: number,
  unit: string
): string {
  const requested = `A difference of ${number(margin, digits)} ${unit}, either way, `;
  return `${requested}${equivalent ? "can be ruled out" : "cannot be ruled out"}.`;
}

import {html} from "htl";
import {STRENGTHS} from "./directions.js";
import {sizeInUnit} from "./effect-words.js";
import {folded} from "./folded.js";
import {academicYear, academicYears, capital, count, counted, number, range} from "./format.js";
import {LOOKS} from "./look.js";
import type {Effect, Result} from "./release.js";
import {table} from "./table.js";

/** What stands behind each role’s figure, one click below it. */
export const howSure = (results: readonly Result[]): HTMLElement =>
  html`<div>
    ${results.filter(({effect}) => effect !== null).map((d) => folded(`${LOOKS[d.role].name}: how sure one can be`, () => behind(d)))}
  </div>`;

function behind(result: Result): HTMLElement {
  const {strength, strength_reasons: reasons, words} = result;
  return html`<div class="nested">
    <p>${words.how_sure} ${words.ruled_out ?? ""}</p>
    <dl class="facts">
      ${facts(result).flatMap(([name, value]) => [html`<dt>${name}</dt>`, html`<dd>${value}</dd>`])}
    </dl>
    ${
      strength === null || reasons.length === 0
        ? ""
        : table(`Why the strength of evidence is ${STRENGTHS[strength]}`, reasons, [
            {name: "Rule", show: ({rule}) => capital(rule.replaceAll("_", " "))},
            {name: "Met", show: ({met}) => (met === null ? "cannot be told" : met ? "yes" : "no")},
            {name: "What was found", show: (d) => d.words}
          ])
    }
  </div>`;
}

/** Names and values of what is known; what is not known is left out here and said in `words`. */
export function facts(result: Result): [string, string][] {
  const {
    unit,
    digits,
    worth,
    probability,
    leave_one_out: without,
    equivalence,
    family,
    vintage,
    told_in: told
  } = result;
  const size = (effect: Effect | null) => effect && sizeInUnit(effect, {unit, digits});
  const found: [string, string | null | undefined][] = [
    ["Interval", result.interval.words],
    ["Years before joining", result.pre_trend?.words],
    ["If trends had not been alike", result.honest?.words],
    ["Worth having", `${number(worth.value, digits)} ${unit}: ${worth.why}`],
    ["Chance that it is more than that", probability && chance(probability.flat)],
    [
      "Smallest that would have been seen",
      result.detectable === null ? null : `${number(result.detectable, digits)} ${unit}, four times in five`
    ],
    ["No harm or gain that matters", equivalence && equivalenceWords(equivalence, digits, unit)],
    ["Counted by pupils", size(result.by_pupils)],
    ["While still a member", size(result.while_member)],
    ["Joined three years earlier, in pretence", size(result.placebo.in_time)],
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
    ["Similar schools", count(result.comparators)],
    ["Also in another kind", result.overlapping > 0 ? counted(result.overlapping, "school") : null],
    ["Told in", told && `${unit} of ${told.label}, ${academicYear(told.year)}`],
    ["Years and plan", `${academicYears(vintage.first_year, vintage.last_year)}; plan ${result.plan}`]
  ];
  return found.filter((d): d is [string, string] => typeof d[1] === "string" && d[1] !== "");
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
  const asked = `A difference of ${number(margin, digits)} ${unit}, either way, `;
  return `${asked}${equivalent ? "can be ruled out" : "cannot be ruled out"}.`;
}

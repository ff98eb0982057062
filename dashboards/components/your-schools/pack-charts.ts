import {measures} from "school-partnerships/your-schools";
import {html} from "htl";
import {LOOKS, PHASES} from "../chart/look.js";
import {orderedOutcomes, outcomeParts, type OutcomePart, type RatedOutcome} from "../partnership/outcome-order.js";
import {panels} from "../partnership/partnership-outcomes.js";
import {whyNone} from "../partnership/why-none.js";
import {DIRECTIONS, isClaim} from "../ui/directions.js";
import {sizeInUnit} from "../ui/effect-words.js";
import {academicYears, count, counted} from "../ui/format.js";
import type {PartnershipOutcome} from "../ui/release.js";
import {table} from "../ui/table.js";
import {INTRO} from "./pack-words.js";

const makeName = (measure: string): string => measures[measure]?.label ?? measure;

/** So wide that two charts stand side by side on paper. */
const WIDTH = 640;

/**
 * Charts of the outcomes that matter, a part a role and phase; all outcomes that were looked at in a table; and why the
 * rest have no estimate.
 */
export function packCharts(outcomes: readonly PartnershipOutcome[]): HTMLElement {
  const domains = Object.entries(measures).map(([id, {domain}]) => ({id, domain}));
  const ordered = orderedOutcomes(outcomes, domains);
  const seen = ordered.filter(({effect, absent}) => effect !== null && absent === null);
  if (seen.length === 0)
    return html`<div>
      <p>${INTRO.none}</p>
      ${whyNone(outcomes, {open: true})}
    </div>`;
  const parts = outcomeParts(seen).filter(({shown}) => shown.length > 0);
  return html`<div>
    <p class="intro">${INTRO.charts}</p>
    ${parts.map((part) => partCharts(part, parts.length > 1 ? 2 : 3))} ${allOutcomes(seen)}
    ${whyNone(outcomes, {open: true})}
  </div>`;
}

function partCharts({role, phase, shown}: OutcomePart, most: number): HTMLElement {
  const some = whatMatters(shown).slice(0, most);
  return html`<section class="part">
    <h3>${LOOKS[role].name}, ${PHASES[phase].toLowerCase()}</h3>
    ${panels(some, {width: WIDTH, makeName})}
    ${some.map((d) => html`<p><b>${makeName(d.measure)}.</b> ${foundWords(d)}</p>`)}
  </section>`;
}

/** What a chart shows, in short sentences: the page of the partnership states it in full. */
function foundWords({verdict, schools, years, placebo}: RatedOutcome): string {
  const found = verdict ? `${DIRECTIONS[verdict].words}. ` : "";
  const of = `${counted(schools, "school")}${years ? `, ${academicYears(...years)}` : ""}.`;
  if (placebo === null) return found + of;
  const {as_far, draws} = [placebo.same_trend, placebo.same_past].reduce((a, b) =>
    b.as_far / b.draws > a.as_far / a.draws ? b : a
  );
  return `${found}${of} We drew ${count(draws)} invented groups of as many schools. By chance alone, ${count(as_far)} moved as far.`;
}

/** What is claimed first, be it better or worse; then in the order of the framework. */
const whatMatters = (shown: readonly RatedOutcome[]): RatedOutcome[] => [
  ...shown.filter(({verdict}) => isClaim(verdict)),
  ...shown.filter(({verdict}) => !isClaim(verdict))
];

const allOutcomes = (seen: readonly PartnershipOutcome[]): HTMLElement =>
  table(seen.length === 1 ? "The outcome looked at" : `All ${counted(seen.length, "outcome")} looked at`, seen, [
    {name: "Outcome", show: ({measure}) => makeName(measure)},
    {name: "Schools", show: ({schools, role, phase}) => `${schools} ${LOOKS[role].brief.toLowerCase()}, ${phase}`},
    {name: "Years", show: ({years}) => (years ? academicYears(...years) : "none")},
    {name: "Found", show: ({verdict}) => (verdict ? `${DIRECTIONS[verdict].glyph} ${DIRECTIONS[verdict].words}` : "–")},
    {name: "Size", show: (d) => (d.effect && d.verdict !== "too_few" ? sizeInUnit(d.effect, d) : "–")}
  ]);

import {measures} from "school-partnerships/your-schools";
import {html} from "htl";
import {LOOKS, PHASES} from "../chart/look.js";
import {orderedOutcomes, outcomeParts, type OutcomePart} from "../partnership/outcome-order.js";
import {aboutOutcome, panels} from "../partnership/partnership-outcomes.js";
import {whyNone} from "../partnership/why-none.js";
import {aboutWords} from "../ui/about.js";
import {DIRECTIONS} from "../ui/directions.js";
import {sizeInUnit} from "../ui/effect-words.js";
import {academicYears, counted} from "../ui/format.js";
import type {PartnershipOutcome} from "../ui/release.js";
import {table} from "../ui/table.js";
import {foundWords, whatMatters} from "./found-words.js";
import {INTRO} from "./pack-words.js";

const makeName = (measure: string): string => measures[measure]?.label ?? measure;

/** So wide that two charts stand side by side on paper; one alone has its half, in which a wider one would be shrunken. */
const WIDTH = 640;

/**
 * Charts of the outcomes that matter, a part a role and phase; all outcomes that were looked at in a table; and why the
 * rest have no estimate.
 */
export function packCharts(outcomes: readonly PartnershipOutcome[], type: string): HTMLElement {
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
    ${parts.map((part) => partCharts(part, type))} ${allOutcomes(seen)} ${whyNone(outcomes, {open: true})}
  </div>`;
}

/** Each chart with the words that belong to it, which no page of paper parts. */
function partCharts({role, phase, shown}: OutcomePart, type: string): HTMLElement {
  const some = whatMatters(shown);
  const drawn = panels(some, {width: some.length > 1 ? WIDTH : WIDTH / 2, makeName});
  [...drawn.children].forEach((chart, i) => {
    const place = html`<div class="found"></div>`;
    chart.replaceWith(place);
    place.append(
      chart,
      html`<p>${foundWords(some[i])}</p>`,
      html`<p class="small about">${aboutWords([aboutOutcome(some[i], {makeName, type})])}</p>`
    );
  });
  return html`<section class="part">
    <h3>${LOOKS[role].name}, ${PHASES[phase].toLowerCase()}</h3>
    ${drawn}
  </section>`;
}

const allOutcomes = (seen: readonly PartnershipOutcome[]): HTMLElement =>
  table(seen.length === 1 ? "The outcome looked at" : `All ${counted(seen.length, "outcome")} looked at`, seen, [
    {name: "Outcome", show: ({measure}) => makeName(measure)},
    {name: "Schools", show: ({schools, role, phase}) => `${schools} ${LOOKS[role].brief.toLowerCase()}, ${phase}`},
    {name: "Years", show: ({years}) => (years ? academicYears(...years) : "none")},
    {name: "Found", show: ({verdict}) => (verdict ? `${DIRECTIONS[verdict].glyph} ${DIRECTIONS[verdict].words}` : "–")},
    {name: "Size", show: (d) => (d.effect && d.verdict !== "too_few" ? sizeInUnit(d.effect, d) : "–")}
  ]);

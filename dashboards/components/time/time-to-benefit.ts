import {html} from "htl";
import {SAID, type BenefitRow, type YearSaid} from "./benefit-rows.js";
import {number} from "../ui/format.js";
import type {TimedRow} from "../ui/release.js";

/** Outcomes by years since joining: when a benefit first shows, whether it lasts, and what could have been seen at all. */
export function timeToBenefit(rows: readonly BenefitRow[], caption: string): HTMLElement {
  const years = rows[0]?.years.map((_, i) => i) ?? [];
  return html`<div>
    <ul class="key" aria-hidden="true">
      ${used(rows).map((d) => html`<li>${SAID[d].glyph} ${SAID[d].words}</li>`)}
    </ul>
    <div class="scroll" role="group" aria-label=${caption} tabindex="0">
      <table class="benefit">
        <caption>
          ${caption}
        </caption>
        <thead>
          <tr>
            <th scope="col">Outcome</th>
            ${years.map((year) => html`<th scope="col"><span class="hidden">Year </span>${year}</th>`)}
            <th scope="col">First clear benefit</th>
            <th scope="col">Smallest that would have been seen</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (d) =>
              html`<tr class="years">
                <th scope="row">${d.measure.label}</th>
                ${d.years.map((said, year) => yearCell(said, year === d.first))}
                <td class="reported">${d.first === null ? "none yet" : `in year ${d.first}`}</td>
                <td class="reported">${smallest(d.row)}</td>
              </tr>`
          )}
        </tbody>
      </table>
    </div>
  </div>`;
}

const used = (rows: readonly BenefitRow[]): YearSaid[] => {
  const there = new Set(rows.flatMap(({years}) => years));
  return (Object.keys(SAID) as YearSaid[]).filter((d) => there.has(d));
};

function yearCell(said: YearSaid, first: boolean): HTMLElement {
  const {glyph, words} = SAID[said];
  const clear = ["benefit", "harm", "higher", "lower"].includes(said);
  return html`<td class=${[clear ? "clear" : "", first ? "first" : ""].join(" ").trim() || null}>
    <span aria-hidden="true">${glyph}</span><span class="hidden">${words}</span>
  </td>`;
}

/** The size that the average could have shown four times in five. */
export const smallest = ({detectable, unit, digits}: Pick<TimedRow, "detectable" | "unit" | "digits">): string =>
  detectable === null || unit === null || digits === null ? "not known" : `${number(detectable, digits)} ${unit}`;

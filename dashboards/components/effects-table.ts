import {html} from "htl";
import {whyAbsent} from "./absent-result.js";
import {DIRECTIONS, STRENGTHS} from "./directions.js";
import {sizeOf} from "./effect-words.js";
import {count} from "./format.js";
import {LOOKS} from "./look.js";
import type {Result} from "./release.js";
import {table} from "./table.js";

/** What was found in each role, in words and in figures. */
export const effectsTable = (results: readonly Result[], unit: string): HTMLElement =>
  table(`Compared with similar schools, in ${unit}: the average of years 0 to 4`, results, [
    {name: "Role", show: ({role}) => LOOKS[role].name},
    {name: "In words", show: (d) => inWords(d)},
    {
      name: "Difference (95% interval)",
      show: ({effect, digits, verdict}) =>
        effect === null || verdict === null ? "none" : effect.low === null ? "no interval" : sizeOf(effect, digits),
      numeric: true
    },
    {name: "Strength of evidence", show: ({strength}) => (strength === null ? "none" : STRENGTHS[strength])},
    {name: "Schools", show: ({schools}) => count(schools), numeric: true},
    {name: "Partnerships", show: ({partnerships}) => count(partnerships), numeric: true}
  ]);

function inWords(result: Result): string | Node {
  if (result.verdict === null) return whyAbsent(result);
  const {glyph, words} = DIRECTIONS[result.verdict];
  return html`<span><span aria-hidden="true">${glyph}</span> ${words}</span>`;
}

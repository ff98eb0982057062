import {html} from "htl";
import {whyAbsent} from "../ui/absent-result.js";
import {DIRECTIONS, STRENGTHS} from "../ui/directions.js";
import {measureSize} from "../ui/effect-words.js";
import {academicYears, count, signed} from "../ui/format.js";
import {LOOKS} from "../chart/look.js";
import type {Result} from "../ui/release.js";
import {table} from "../ui/table.js";

/** What was found in each role, in words and in figures. */
export const effectsTable = (results: readonly Result[], unit: string): HTMLElement =>
  table(`Beyond what was expected of them, in ${unit}: the mean of years 0 to 4`, results, [
    {name: "Role", show: ({role}) => LOOKS[role].name},
    {name: "In words", show: (d) => inWords(d)},
    {
      name: "Effect (95% interval)",
      show: ({effect, digits, verdict}) =>
        effect === null || verdict === null
          ? "none"
          : effect.low === null
            ? "no interval"
            : measureSize(effect, digits),
      numeric: true
    },
    {
      name: "If the same trend",
      show: ({effect, digits}) => (effect ? signed(effect.same_trend.value, digits) : "none"),
      numeric: true
    },
    {
      name: "If the same past",
      show: ({effect, digits}) => (effect ? signed(effect.same_past.value, digits) : "none"),
      numeric: true
    },
    {name: "Years", show: ({years}) => (years ? academicYears(...years) : "none")},
    {name: "Strength of evidence", show: ({strength}) => (strength === null ? "none" : STRENGTHS[strength])},
    {name: "Schools", show: ({schools}) => count(schools), numeric: true},
    {name: "Partnerships", show: ({partnerships}) => count(partnerships), numeric: true}
  ]);

function inWords(result: Result): string | Node {
  if (result.verdict === null) return whyAbsent(result);
  const {glyph, words} = DIRECTIONS[result.verdict];
  return html`<span><span aria-hidden="true">${glyph}</span> ${words}</span>`;
}

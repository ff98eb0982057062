import {html} from "htl";
import {absentResult} from "./absent-result.js";
import {cumulative} from "./cumulative.js";
import {figure} from "./figure.js";
import {fit} from "./fit.js";
import {signed} from "./format.js";
import {LOOKS} from "./look.js";
import type {MeasureNote, Result} from "./release.js";

type Sum = Result["cumulative"][number];

/** What a role gained or lost in all since joining; or why that cannot be added up. */
export function cumulativeFigure(result: Result, measure: MeasureNote): HTMLElement {
  const {cumulative: sums, role, unit, digits, kind, phase} = result;
  if (sums.length === 0) return absentResult(result);
  const limit = (name: string, of: (d: Sum) => number | null) => ({
    name,
    show: (d: Sum) => {
      const value = of(d);
      return value === null ? "too few" : signed(value, digits);
    },
    raw: of,
    numeric: true
  });
  return figure(
    fit((width) => cumulative(result, {measure, width: Math.min(width, 760)})),
    {
      title: `${measure.label}: differences added up since joining`,
      subtitle: `${LOOKS[role].name}, ${phase}, compared with similar schools, in ${unit}. Every school counts once.`,
      notes: html`<span
        ><b>How to read it.</b> Each mark adds the differences of all years since joining up to that year. Twice a
        difference of one, two years running, is as much as one of two in one year. Lines are 95% intervals; filled
        marks leave zero out.</span
      >`,
      rows: sums,
      columns: [
        {name: "Years since joining", show: (d) => signed(d.event_time, 0), raw: (d) => d.event_time, numeric: true},
        {name: `Sum of differences, ${unit}`, show: (d) => signed(d.value, digits), raw: (d) => d.value, numeric: true},
        limit("95% interval, from", ({low}) => low),
        limit("95% interval, to", ({high}) => high)
      ],
      file: [kind, phase, result.measure, role, "added-up"].join("-"),
      single: true
    }
  );
}

import {html} from "htl";
import {aboutResult, type ResultContext} from "../ui/about.js";
import {absentResult} from "../ui/absent-result.js";
import {cumulative} from "./cumulative.js";
import {figure} from "../chart/figure.js";
import {fit} from "../chart/fit.js";
import {signed} from "../ui/format.js";
import type {Result} from "../ui/release.js";

type Sum = Result["cumulative"][number];

/** What a role gained or lost in all since joining; or why that cannot be added up. */
export function cumulativeFigure(result: Result, context: ResultContext): HTMLElement {
  const {cumulative: sums, role, unit, digits, partnership_type, phase} = result;
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
    fit((width) => cumulative(result, {measure: context.measure, width: Math.min(width, 760)})),
    {
      title: `${context.measure.label}: effects added up since joining`,
      subtitle: `Beyond what was expected, in ${unit}. Every school counts once.`,
      about: [aboutResult(result, context)],
      notes: html`<span
        ><b>How to read it.</b> Each mark adds the effects of all years since joining up to that year. An effect of one,
        two years running, is as much as one of two in one year. Bars reach from same trend to same past, lines are 95%
        intervals; filled bars are clear of zero.</span
      >`,
      rows: sums,
      columns: [
        {name: "Years since joining", show: (d) => signed(d.event_time, 0), raw: (d) => d.event_time, numeric: true},
        {
          name: `Sum if the same trend, ${unit}`,
          show: (d) => signed(d.same_trend.value, digits),
          raw: (d) => d.same_trend.value,
          numeric: true
        },
        {
          name: `Sum if the same past, ${unit}`,
          show: (d) => signed(d.same_past.value, digits),
          raw: (d) => d.same_past.value,
          numeric: true
        },
        limit("95% interval, from", ({low}) => low),
        limit("95% interval, to", ({high}) => high)
      ],
      file: [partnership_type, phase, result.measure, role, "added-up"].join("-"),
      single: true
    }
  );
}

import {html} from "htl";
import {aboutResult, type ResultContext} from "../ui/about.js";
import {covariates} from "./covariates.js";
import {isClaim} from "../ui/directions.js";
import {figure} from "../chart/figure.js";
import {fit} from "../chart/fit.js";
import {count, counted, number, signed, small} from "../ui/format.js";
import {byDifference, balancePlot, balanceTitle} from "./balance.js";
import {LOOKS} from "../chart/look.js";
import {placeboFigure} from "../chart/placebo.js";
import type {Balance, MeasureRow, Result} from "../ui/release.js";
import {robustness} from "./robustness.js";
import {roundBracket, CHANGED, checkWords, misleadingWords, steady, unanswered} from "./robustness-words.js";

export interface ComparatorsContext extends ResultContext {
  measures: readonly MeasureRow[];
  /** How the names of downloads begin. */
  file: string;
}

/** All that there is to say of whom one result is compared with: the donor pool, what is held equal, how like it is, and what hangs on the choice. */
export function comparators(result: Result, context: ComparatorsContext): HTMLElement {
  const {balance, robustness: checks, placebo, effect, leave_one_out: one, unit, digits} = result;
  return html`<div>
    <h2 id="who">Who is compared with whom</h2>
    <p>${donorSentence(result)}</p>
    <h2 id="equal">What is held equal</h2>
    ${covariates(result, context.measures)}
    <h2 id="alike">How like the donor pool were they?</h2>
    ${balance && balance.rows.length > 0 ? balanceFigure(balance, result, context) : html`<p>There is nothing to set side by side for this choice.</p>`}
    <h2 id="other">Would another specification say the same?</h2>
    ${checks.length > 0 ? robustnessFigure(result, context) : html`<p>Robustness checks are made of headline outcomes alone, and this is not one of them.</p>`}
    <h2 id="chance">Does it find something where there is nothing?</h2>
    ${
      placebo.in_space && effect
        ? placeboFigure(placebo.in_space, {
            effect,
            unit,
            digits,
            pin: "these schools",
            size: "",
            subtitle: `${context.measure.label}, ${unit}. Sets of placebo partnerships of the same sizes and years.`,
            about: [aboutResult(result, context)],
            file: context.file
          })
        : html`<p>
            No placebo partnerships were drawn: there are schools and partnerships enough for an ordinary interval.
          </p>`
    }
    <h3 id="leave-one-out">Without any one partnership</h3>
    <p>${one ? leaveOneOutSentence(one, result) : "Too few partnerships to leave one out."}</p>
  </div>`;
}

/** Who is compared with whom, in two sentences. */
export function donorSentence({
  role,
  schools,
  partnerships,
  donors
}: Pick<Result, "role" | "schools" | "partnerships" | "donors">): string {
  const name = small(LOOKS[role].name);
  return `${counted(schools, name.replace(/s$/, ""), name)} in ${counted(partnerships, "partnership")} are compared with the donor pool: ${counted(donors.schools, "school")} of the same phase that had not joined by the year in question. The smallest of its calculations rests on ${count(donors.smallest)}.`;
}

/** What happens to the headline when one partnership at a time is left out. */
export function leaveOneOutSentence(
  one: NonNullable<Result["leave_one_out"]>,
  {unit, digits}: Pick<Result, "unit" | "digits">
): string {
  const span = `between ${signed(one.lowest, digits)} and ${signed(one.highest, digits)} ${unit}`;
  const turns = one.changes_verdict
    ? "Without one of them the words would change: it hangs on that partnership."
    : "The words stay the same whichever is left out.";
  return `Leaving out one of ${counted(one.partnerships, "partnership")} at a time, the estimates lie ${span}. ${turns}`;
}

function balanceFigure(balance: Balance, result: Result, context: ComparatorsContext): HTMLElement {
  return figure(
    fit((width) => balancePlot(balance, {width: Math.min(width, 760)})),
    {
      title: balanceTitle(balance),
      subtitle: `${context.measure.label}. Means of the base years, −4 to −2.`,
      about: [aboutResult(result, context)],
      notes: html`<span
        ><b>How to read it.</b> Zero means that schools that joined were like the donor pool on average. What differs is
        allowed for by the calculation, as far as the donor pool holds schools like them: the further out, the more
        hangs on it. Schools alike on these may still differ in ways that nobody publishes.</span
      >`,
      rows: byDifference(balance.rows),
      columns: [
        {name: "Known of a school", show: ({label}) => label},
        {name: "Schools that joined", show: (d) => number(d.treated, 2), raw: (d) => d.treated, numeric: true},
        {name: "Donor pool", show: (d) => number(d.donors, 2), raw: (d) => d.donors, numeric: true},
        {name: "Difference, standard deviations", show: (d) => signed(d.smd, 2), raw: (d) => d.smd, numeric: true}
      ],
      single: true,
      file: `${context.file}-balance`
    }
  );
}

function robustnessFigure(result: Result, context: ComparatorsContext): HTMLElement {
  const {robustness: checks, unit, digits, verdict} = result;
  return html`<div>
    <p>${steady(checks, {unit, digits})}</p>
    ${figure(
      fit((width) => robustness(checks, {unit, digits, isClaim: isClaim(verdict), width: Math.min(width, 760)})),
      {
        title: "The headline and its robustness checks",
        subtitle: `${context.measure.label}, ${unit}.`,
        about: [aboutResult(result, context)],
        notes: html`<span
          ><b>How to read it.</b> Bars reach from same trend to same past; a dot is a method that rests on one
          assumption. Thin lines are 95% intervals; some checks have none. ${misleadingWords(checks)}
          ${unanswered(checks)}</span
        >`,
        rows: checks,
        columns: [
          {name: "Specification", show: ({label}) => label},
          {name: "What is changed", show: (d) => (d.headline ? "Nothing: the headline" : CHANGED[d.group])},
          {name: "Effect", show: (d) => checkWords(d, digits)},
          {
            name: "From",
            show: (d) => showValue(roundBracket(d)?.from),
            raw: (d) => roundBracket(d)?.from ?? null,
            numeric: true
          },
          {
            name: "To",
            show: (d) => showValue(roundBracket(d)?.to),
            raw: (d) => roundBracket(d)?.to ?? null,
            numeric: true
          },
          {
            name: "95% interval, from",
            show: (d) => showValue(roundBracket(d)?.low),
            raw: (d) => roundBracket(d)?.low ?? null,
            numeric: true
          },
          {
            name: "95% interval, to",
            show: (d) => showValue(roundBracket(d)?.high),
            raw: (d) => roundBracket(d)?.high ?? null,
            numeric: true
          },
          {name: "Remark", show: (d) => d.absent ?? d.misleading ?? "None"}
        ],
        single: true,
        file: `${context.file}-robustness`
      }
    )}
  </div>`;

  function showValue(value: number | null | undefined): string {
    return value == null ? "none" : number(value, digits);
  }
}

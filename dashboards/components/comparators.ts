import {html} from "htl";
import {chance} from "./chance.js";
import {compared} from "./compared.js";
import {figure} from "./figure.js";
import {fit} from "./fit.js";
import {counted, number, small} from "./format.js";
import {byDifference, likeness, likenessTitle, zoneOf} from "./likeness.js";
import {LOOKS} from "./look.js";
import {multiverse} from "./multiverse.js";
import type {Balance, Result} from "./release.js";
import {CHANGED, found, misleadingWords, notAsked, steady} from "./ways-of-asking.js";

interface Context {
  /** “Reading, writing and maths at 11, multi-academy trusts, primary schools”. */
  asked: string;
  /** How the names of downloads begin. */
  file: string;
}

/** All that there is to say of one result’s comparators: who they are, whether they are alike, and what hangs on the choice. */
export function comparators(result: Result, context: Context): HTMLElement {
  const {balance, multiverse: ways} = result;
  return html`<div>
    <h2 id="who">Who is compared with whom</h2>
    ${balance ? compared(result, balance) : html`<p>No similar schools could be drawn for this choice.</p>`}
    <h2 id="alike">Are the similar schools similar?</h2>
    ${balance && balance.rows.length > 0 ? likenessFigure(balance, context) : html`<p>Nothing to hold side by side: no comparators were drawn.</p>`}
    <h2 id="other">Would another choice say the same?</h2>
    ${ways.length > 0 ? waysFigure(result, context) : html`<p>This result was asked in one way only.</p>`}
    <h2 id="chance">Does it find something where there is nothing?</h2>
    ${chance(result, context)}
  </div>`;
}

function likenessFigure(balance: Balance, {asked, file}: Context): HTMLElement {
  const rows = byDifference(balance.rows);
  const size = (difference: number) => number(Math.abs(difference), 2);
  return figure(
    fit((width) => likeness(balance, {width: Math.min(width, 760)})),
    {
      title: likenessTitle(balance),
      subtitle: `${asked}. Averages of the years −4 to −2 from joining, taken the same way for every measure.`,
      key: html`<ul class="key">
        <li>○ hollow: all schools that could have been chosen</li>
        <li>● filled: those that were chosen</li>
      </ul>`,
      notes: html`<span
        ><b>How to read it.</b> Zero means that both groups were the same on average. Up to 0.05 they are alike; up to
        0.25 what is left is adjusted for; beyond that they are not comparable. Schools that look alike on these may
        still differ in ways that nobody publishes.</span
      >`,
      rows,
      columns: [
        {name: "What schools are matched on", show: ({label}) => label},
        {name: "All that could be chosen", show: (d) => size(d.before), raw: (d) => Math.abs(d.before), numeric: true},
        {name: "Those chosen", show: (d) => size(d.after), raw: (d) => Math.abs(d.after), numeric: true},
        {name: "That is", show: (d) => zoneOf(d.after)}
      ],
      single: true,
      file: `${file}-likeness`
    }
  );
}

function waysFigure({multiverse: ways, unit, digits, role, schools}: Result, {asked, file}: Context): HTMLElement {
  const left = notAsked(ways);
  return html`<div>
    <p>${steady(ways, {unit, digits})}</p>
    ${figure(
      fit((width) => multiverse(ways, {unit, digits, width: Math.min(width, 760)})),
      {
        title: "The headline, and the same question asked in other ways",
        subtitle: `${asked}. ${counted(schools, small(LOOKS[role].name).replace(/s$/, ""))}.`,
        notes: html`<span
          ><b>How to read it.</b> A line is a 95% interval. The shaded strip is that of the headline. Hollow ways are
          known to mislead, and are shown because others use them. ${misleadingWords(ways)} ${left}</span
        >`,
        rows: ways,
        columns: [
          {name: "Way of asking", show: ({label}) => label},
          {name: "What was changed", show: (d) => (d.headline ? "Nothing: the headline" : CHANGED[d.group])},
          {
            name: "Difference (95% interval)",
            show: (d) => (d.absent === undefined ? found(d, digits) : "could not be asked"),
            raw: (d) => (d.absent === undefined ? d.value : null),
            numeric: true
          },
          {
            name: "From",
            show: (d) => (d.low === null ? "none" : number(d.low, digits)),
            raw: (d) => d.low,
            numeric: true
          },
          {
            name: "To",
            show: (d) => (d.high === null ? "none" : number(d.high, digits)),
            raw: (d) => d.high,
            numeric: true
          },
          {name: "Remark", show: (d) => d.absent ?? d.misleading ?? "None"}
        ],
        single: true,
        file: `${file}-ways`
      }
    )}
  </div>`;
}

import {html} from "htl";
import {capital, count, counted, number, small} from "./format.js";
import {LOOKS} from "./look.js";
import type {Balance, Result} from "./release.js";
import {table} from "./table.js";

/** Fewer effective comparators than this share of those used: a few of them carry most of the weight. */
const FEW = 0.5;

/** Who is compared with whom, in a sentence. */
export function comparedSentence({role, schools, partnerships}: Result, {pool, used, effective}: Balance): string {
  const lost = effective < FEW * used ? " A few of them count for much more than the others." : "";
  return `${counted(schools, small(LOOKS[role].name).replace(/s$/, ""), small(LOOKS[role].name))} in ${counted(partnerships, "partnership")} are compared with ${counted(used, "similar school")}, chosen from ${count(pool)} that had not joined. They are worth as much as ${number(effective, 0)} that count alike.${lost}`;
}

/** From the pool to those that are compared, and who was left out and why. */
export function compared(result: Result, balance: Balance): HTMLElement {
  const {pool, used, effective, dropped, method} = balance;
  const rows = [
    {step: `${LOOKS[result.role].name} in the comparison`, schools: result.schools, why: ""},
    {
      step: "Schools that could have been chosen",
      schools: pool,
      why: "Same phase, open, and not in such a partnership"
    },
    {step: "Schools that were chosen", schools: used, why: method},
    {step: "Worth as many that count alike", schools: Math.round(effective), why: "One school may serve several"},
    ...dropped.map(({why, schools}) => ({step: "Left out", schools, why}))
  ];
  return html`<div>
    <p>${comparedSentence(result, balance)}</p>
    <p>
      Similar schools were drawn once, from the years before joining, and are the same for every measure. The year just
      before joining is not used: schools are often picked after a bad one.
    </p>
    ${table("From all schools to those compared", rows, [
      {name: "Step", show: ({step}) => step},
      {name: "Schools", show: ({schools}) => count(schools), numeric: true},
      {name: "How, or why", show: ({why}) => (why === "" ? "Joined, with results before and after" : capital(why))}
    ])}
  </div>`;
}

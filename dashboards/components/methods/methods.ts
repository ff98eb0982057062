import {html} from "htl";
import {folded} from "../ui/folded.js";
import {formula} from "./formula.js";
import type {PlanRow, ReleaseFacts, StrengthRow, DescribedMethod} from "../ui/release.js";
import {table} from "../ui/table.js";

/** A paper’s words with its digital object identifier as a link. */
export function cited(reference: string): (string | Node)[] {
  return reference
    .split(/(doi:10\.\S+?)(?=[;,]?(?:\s|$))/)
    .map((part) => (part.startsWith("doi:") ? html`<a href=${`https://doi.org/${part.slice(4)}`}>${part}</a>` : part));
}

/** A method in plain words, and one click below its formula, how it works and where it misleads. */
export const method = ({
  id,
  label,
  plain,
  formula: line,
  how,
  beware,
  use,
  reference,
  peers
}: DescribedMethod): HTMLElement =>
  html`<section aria-labelledby=${id}>
    <h3 id=${id}>${label.charAt(0).toUpperCase() + label.slice(1)}</h3>
    <p>${plain} <span class="quiet">${use}</span></p>
    ${folded(
      "How it works",
      () =>
        html`<div>
          ${formula(line)}
          <p>${how}</p>
          <p><strong>Where it misleads.</strong> ${beware}</p>
          ${peers?.length ? html`<p class="small break">The same in R: <code>${peers.join(", ")}</code></p>` : ""}
          <p class="small break">${reference === null ? "Plain description, of no paper." : cited(reference)}</p>
        </div>`
    )}
  </section>`;

export const methods = (all: readonly DescribedMethod[]): HTMLElement => html`<div>${all.map(method)}</div>`;

/** Every choice of the analysis plan, under the plan’s own number. */
export const plan = (notes: readonly PlanRow[], {plan: hash}: ReleaseFacts): HTMLElement =>
  table(`Analysis plan ${hash}`, notes, [
    {name: "Choice", show: ({title}) => title},
    {name: "What was chosen", show: ({words}) => html`<span class="words">${words}</span>`},
    {name: "In the file", show: ({name}) => html`<code>${name}</code>`}
  ]);

/** The written rule for strength of evidence. */
export const strengthRule = (notes: readonly StrengthRow[]): HTMLElement =>
  table("How strength of evidence is judged", notes, [
    {name: "Rule", show: ({title}) => title},
    {
      name: "What it asks",
      show: ({requires}) => html`<span class="words">${requires.charAt(0).toUpperCase() + requires.slice(1)}</span>`
    },
    {name: "Where that is not so", show: ({otherwise}) => html`<span class="words">${otherwise}</span>`}
  ]);

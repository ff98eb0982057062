import {html} from "htl";
import {LOOKS} from "../chart/look.js";
import type {Result} from "../ui/release.js";

/** What these comparisons cannot show: first what is true of every role, then what is true of one. */
export function cannot(results: readonly Result[]): HTMLElement {
  const reported = results.filter(({words}) => words.cannot.length > 0);
  const common = inAll(reported.map(({words}) => words.cannot));
  const own = reported
    .map(({role, words}) => ({role, sentences: words.cannot.filter((sentence) => !common.includes(sentence))}))
    .filter(({sentences}) => sentences.length > 0);
  const list = (sentences: readonly string[]) =>
    html`<ul>
      ${sentences.map((sentence) => html`<li>${sentence}</li>`)}
    </ul>`;
  return html`<div>
    ${common.length > 0 ? list(common) : ""}
    ${own.map(
      ({role, sentences}) =>
        html`<p><strong>${LOOKS[role].name}</strong></p>
          ${list(sentences)}`
    )}
  </div>`;
}

/** The sentences that every list holds, in the order of the first. */
export const inAll = (lists: readonly (readonly string[])[]): string[] =>
  (lists[0] ?? []).filter((sentence) => lists.every((list) => list.includes(sentence)));

import {html} from "htl";
import type {Result} from "./release.js";

/** What these comparisons cannot show, each thing once. */
export const cannot = (results: readonly Result[]): HTMLElement =>
  html`<ul>
    ${[...new Set(results.flatMap(({words}) => words.cannot))].map((sentence) => html`<li>${sentence}</li>`)}
  </ul>`;

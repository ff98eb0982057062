import {html} from "htl";
import {NotOpened} from "./fetch-release.js";

/** A file that cannot be opened, in words, with another try. Throws what is not that, which is a fault of the page. */
export function failed(error: unknown, again: () => unknown): HTMLElement {
  if (!(error instanceof NotOpened)) throw error;
  return html`<div class="state" role="alert">
    <p><strong>${error.message}</strong> The rest of the page works without it.</p>
    <p><button type="button" ${{onclick: () => void again()}}>Try again</button></p>
  </div>`;
}

import {html} from "htl";
import {failed} from "./failed.js";

/**
 * A place on a page for what is made once files of the release have been opened: says so while it waits, then holds
 * what `make` gives, or says what went wrong and offers another try. Any other error is a bug, and thrown.
 */
export function awaited(make: () => Promise<Node>): HTMLElement {
  const place: HTMLElement = html`<div></div>`;
  const attempt = async (): Promise<void> => {
    place.setAttribute("aria-busy", "true");
    place.replaceChildren(html`<p class="plain" role="status">Fetching the figures…</p>`);
    place.replaceChildren(await make().catch((error: unknown) => failed(error, attempt)));
    place.removeAttribute("aria-busy");
  };
  void attempt();
  return place;
}

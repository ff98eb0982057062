import {html} from "htl";
import {NotOpened} from "./fetch-release.js";

/**
 * A place on a page for what is made once files of the release have been opened: says so while it waits, then holds
 * what `make` gives, or says what went wrong and offers another try. Any other error is a bug, and thrown.
 */
export function awaited(make: () => Promise<Node>): HTMLElement {
  const place: HTMLElement = html`<div></div>`;
  const attempt = async (): Promise<void> => {
    place.replaceChildren(html`<p class="plain" role="status">Fetching the figures…</p>`);
    try {
      place.replaceChildren(await make());
    } catch (error) {
      if (!(error instanceof NotOpened)) throw error;
      place.replaceChildren(failure(error, attempt));
    }
  };
  void attempt();
  return place;
}

const failure = ({message}: NotOpened, again: () => Promise<void>): Node =>
  html`<div class="state" role="alert">
    <p><strong>${message}</strong> The rest of the page works without it.</p>
    <p><button type="button" onclick=${() => void again()}>Try again</button></p>
  </div>`;

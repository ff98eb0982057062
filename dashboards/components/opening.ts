import {html} from "htl";
import {fetchRelease, NotOpened} from "./fetch-release.js";

/**
 * A place on a page for what a file of the release holds: says that it is being fetched, then holds
 * what `draw` makes of it, or says what went wrong and offers another try.
 */
export function opening<T>(path: string, draw: (content: T) => Node): HTMLElement {
  const place: HTMLElement = html`<div aria-live="polite"></div>`;
  const attempt = async (): Promise<void> => {
    place.replaceChildren(html`<p class="plain">Fetching the figures…</p>`);
    try {
      place.replaceChildren(draw(await fetchRelease<T>(path)));
    } catch (error) {
      if (!(error instanceof NotOpened)) throw error;
      place.replaceChildren(failure(error, attempt));
    }
  };
  void attempt();
  return place;
}

const failure = ({message}: NotOpened, again: () => Promise<void>): Node =>
  html`<div class="state">
    <p><strong>${message}</strong> The rest of the page works without it.</p>
    <p><button type="button" onclick=${() => void again()}>Try again</button></p>
  </div>`;

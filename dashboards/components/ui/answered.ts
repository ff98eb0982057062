import {html} from "htl";
import {failed} from "./failed.js";

/**
 * What a form asks for, drawn anew whenever it asks for something else. What was there stays until the new is
 * ready, and only the last question is answered. A file that cannot be opened is reported, with another try.
 */
export function answered<Choice>(
  form: HTMLElement & {value: Choice},
  draw: (choice: Choice) => Node | Promise<Node>,
  {live = false}: {live?: boolean} = {}
): HTMLElement {
  const box: HTMLElement = html`<div class="answer" aria-live=${live ? "polite" : null}>
    <p class="small">Fetching the figures…</p>
  </div>`;
  let requested = 0;
  const request = async (): Promise<void> => {
    requested += 1;
    const mine = requested;
    box.setAttribute("aria-busy", "true");
    const drawn = await Promise.resolve(form.value)
      .then(draw)
      .catch((error: unknown) => failed(error, request));
    if (mine !== requested) return;
    box.replaceChildren(drawn);
    box.removeAttribute("aria-busy");
  };
  form.addEventListener("input", () => void request());
  void request();
  return box;
}

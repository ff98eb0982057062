import {html} from "htl";
import {counted} from "./format.js";

/** Something found: a link and what distinguishes it from others of its name. */
export interface Hit {
  name: string;
  about: string;
  href: string;
}

/** What a search finds, and what is to be said besides where it cannot be all. */
export interface Found {
  hits: readonly Hit[];
  more?: string;
}

export interface SearchBoxWords {
  label: string;
  hint: string;
  /** “school”, “partnership”: what is counted. */
  one: string;
  many: string;
  /** What may be tried when nothing is found. */
  nothing: string;
}

const SHOWN = 20;

/**
 * A box to search in, and under it links to what is found, the first twenty. `find` is asked on every change and may
 * take its time; an answer to an earlier question is dropped, and the
 * list is `aria-busy` while it still shows one. `start` is what stands in the box at first.
 */
export function searchBox(
  {label, hint, one, many, nothing}: SearchBoxWords,
  find: (search: string) => Promise<Found>,
  start = ""
): HTMLElement {
  const input = html`<input
    type="search"
    id=${`search-${one}`}
    value=${start}
    autocomplete="off"
    spellcheck="false"
    aria-describedby=${`search-${one}-hint`}
  />` as HTMLInputElement;
  const said = html`<p class="small" aria-live="polite"></p>`;
  const list = html`<ul class="hits"></ul>`;
  const put = (items: readonly Node[]) => {
    list.replaceChildren(...items);
    list.removeAttribute("aria-busy");
  };
  const show = ({hits, more: said_besides}: Found) => {
    const more = hits.length > SHOWN ? `, the first ${SHOWN} are listed` : "";
    const counts = hits.length === 0 ? (said_besides ?? nothing) : `${counted(hits.length, one, many)} found${more}.`;
    said.textContent = hits.length > 0 && said_besides ? `${counts} ${said_besides}` : counts;
    put(
      hits
        .slice(0, SHOWN)
        .map(({name, about, href}) => html`<li><a href=${href}>${name}</a> <span>${about}</span></li>`)
    );
  };
  const request = async () => {
    const requested = input.value;
    if (requested.trim() === "") {
      said.textContent = "";
      put([]);
      return;
    }
    list.setAttribute("aria-busy", "true");
    try {
      const found = await find(requested);
      if (requested === input.value) show(found);
    } catch (error) {
      if (requested !== input.value) return;
      put([]);
      said.textContent = `The search does not work at the moment. ${(error as Error).message} Type again to try again.`;
    }
  };
  input.addEventListener("input", () => void request());
  if (start !== "") void request();
  return html`<form class="controls search" role="search" ${{onsubmit: (event: Event) => event.preventDefault()}}>
    <div class="control">
      <label for=${`search-${one}`}>${label}</label>
      ${input}
      <p class="small" id=${`search-${one}-hint`}>${hint}</p>
      ${said} ${list}
    </div>
  </form>`;
}

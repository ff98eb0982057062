import {html} from "htl";

/** The way down a long page. */
export const contents = (label: string, parts: readonly {id: string; title: string}[]): HTMLElement =>
  html`<nav aria-label=${label}>
    <ul class="contents">
      ${parts.map(({id, title}) => html`<li><a href=${`#${id}`}>${title}</a></li>`)}
    </ul>
  </nav>`;

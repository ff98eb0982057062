import {html} from "htl";

/** A file's name, which may break after a dash or an underscore. */
export const fileName = (name: string): HTMLElement =>
  html`<span class="file">${name.split(/(?<=[-_])/).flatMap((part) => [part, html`<wbr />`])}</span>`;

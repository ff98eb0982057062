import {html} from "htl";
import {LOOKS, ROLES} from "../chart/look.js";
import type {Role} from "../ui/release.js";

/** Under the title of a map: the shape and the colour of each role that is on it. */
export const roleKey = (shown: readonly {role: Role | null}[]): HTMLElement =>
  html`<ul class="key">
    ${ROLES.filter((role) => shown.some((d) => d.role === role)).map(
      (role) =>
        html`<li><span style=${{color: LOOKS[role].colour}}>${LOOKS[role].glyph}</span> ${LOOKS[role].name}</li>`
    )}
  </ul>`;

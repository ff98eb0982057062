import {html} from "htl";
import {counted} from "./format.js";
import {LOOKS, ROLES} from "./look.js";
import type {ComparisonNote, IdentityNote, KindNote, Role} from "./release.js";

/** Roles that a reader looks for and that have no comparison here. Membership is no such role. */
export const absentRoles = (comparisons: readonly ComparisonNote[]): Role[] =>
  ROLES.filter((role) => role !== "member" && !comparisons.some((d) => d.role === role));

/** In the place of a role's chart: why there is none. */
export function absentRole(role: Role, kind: KindNote | undefined, {roles}: IdentityNote): HTMLElement {
  const {glyph, name, colour} = LOOKS[role];
  const known = roles.filter((d) => d.kind === kind?.id && d.role === role).reduce((sum, d) => sum + d.schools, 0);
  const words =
    known > 0
      ? `${counted(known, "school is", "schools are")} on record in this role, in all phases together. None of them can be compared on this measure, in these years and this phase.`
      : `No school is on record in this role. ${kind?.roles ?? ""}`;
  return html`<div class="absent">
    <p class="role" style=${{color: colour}}>${glyph} ${name}</p>
    <p>${words}</p>
  </div>`;
}

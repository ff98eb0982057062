import {html} from "htl";
import {counted} from "./format.js";
import {LOOKS} from "../chart/look.js";
import type {Role} from "./release.js";

/** What is known of a result that there is none of. */
export interface AbsentResult {
  role: Role;
  absent: string | null;
  schools: number;
  partnerships: number;
}

/** Why a role has no result: the release's own sentence, or that too few were followed. */
export const whyAbsent = ({absent, schools, partnerships}: AbsentResult): string =>
  absent ??
  `Too few to say: ${counted(schools, "school")} in ${counted(partnerships, "partnership")}. No year since joining can be compared.`;

/** In the place of a role's chart: why there is none. */
export function absentResult(result: AbsentResult): HTMLElement {
  const {glyph, name, textColour} = LOOKS[result.role];
  return html`<div class="absent">
    <p class="role" style=${{color: textColour}}>${glyph} ${name}</p>
    <p>${whyAbsent(result)}</p>
  </div>`;
}

import {capital, count, counted} from "../ui/format.js";
import type {PartnershipTypeRow, PartnershipFile} from "../ui/release.js";

/** Schools in a role below which nothing more than a description is given. */
export const FEWEST = 3;

/** Why a partnership is only described, or null where it is not. */
export function onlyDescribed({members, outcomes}: PartnershipFile): string | null {
  if (members.length === 0) return null;
  if (members.length < FEWEST) {
    return `It has had ${counted(members.length, "school")}. With fewer than ${FEWEST}, what one school does by chance decides everything, so its schools are described and no difference is claimed.`;
  }
  if (outcomes.length === 0)
    return "Nothing was expected of its schools in this release, so no outcome can be compared.";
  if (!outcomes.some(({effect}) => effect !== null)) {
    return `No difference is claimed: no outcome has ${FEWEST} of its schools in one role with results before and after joining.`;
  }
  return null;
}

/** What the figures of one partnership cannot show, a sentence each. */
export function cannotShow(
  {members, partnership_type}: PartnershipFile,
  note: PartnershipTypeRow | undefined
): string[] {
  const others = members.filter(({other_types}) => other_types > 0).length;
  const undated = members.filter(({joined}) => joined === null).length;
  const few = partnership_type === "single_academy_trust" ? "It joins no other school." : null;
  return [
    "That the partnership made the difference. Schools that join may differ from others like them in ways that nobody publishes: on published figures a comparison like this is level 3 of 5 on the Maryland scale at most.",
    "How well one of its schools did. Small schools swing by chance from year to year.",
    others > 0
      ? `Which partnership a change comes from: ${counted(others, "of its schools was", "of its schools were")} also in another type of partnership.`
      : null,
    undated > 0
      ? `What came before and after for ${counted(undated, "school")} whose day of joining is not known.`
      : null,
    few,
    note === undefined ? null : `What its source does not know. ${capital(note.evidence)}`
  ].filter((d) => d !== null);
}

/** What it costs, as far as anybody has said. */
export function costSentence({cost_per_year, members}: PartnershipFile): string {
  if (cost_per_year === null) {
    return "No source in this release says what it costs. A partnership can state it in its list.";
  }
  const present = members.filter(({left}) => left === null).length;
  const each =
    present > 0
      ? `, or £${count(Number((cost_per_year / present).toPrecision(2)))} for each of the ${counted(present, "school")} in it now`
      : "";
  return `£${count(Number(cost_per_year.toPrecision(2)))} a year, as stated by the partnership${each}.`;
}

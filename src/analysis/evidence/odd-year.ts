import type {Better} from "../../vocabulary/better.ts";
import type {Effect} from "../../release/results.ts";
import {signedQuantity} from "../../vocabulary/format.ts";

/** The year before joining, where it is clear of zero. */
export interface OddYear {
  effect: Pick<Effect, "from" | "to">;
  odd: "dip" | "spike";
}

/** What naming an odd year needs to know of the measure. */
export interface OddYearTerms {
  better: Better;
  unit: string;
  digits: number;
  /** Whether events of a school’s closing year are only partly collected, as exclusions are. */
  partly_collected: boolean;
}

/** Says that the year before joining stands out, and as what. */
export function oddYearWords({effect, odd}: OddYear, {better, unit, digits, partly_collected}: OddYearTerms): string {
  const [one, other] = [effect.from, effect.to].map((value) => signedQuantity(value, {unit, digits}));
  const found = `The year before joining shows a ${odd} (${one === other ? one : `${one} to ${other}`} beyond what was expected)`;
  return `${found}: ${makeName(odd, {better, partly_collected})} It is left out of the base.`;
}

function makeName(
  odd: "dip" | "spike",
  {better, partly_collected}: Pick<OddYearTerms, "better" | "partly_collected">
): string {
  if (odd === "dip" && partly_collected) {
    return "a closing year is only partly collected, so a school that closed to reopen in a partnership seems better than it was, and counting from it would make harm of nothing.";
  }
  if (better === "neither") return "counting from an odd year would take its passing for a change.";
  const bad = (odd === "dip") === (better === "higher");
  return bad
    ? "schools seem to have joined after a bad year, and getting over it would pass for a gain."
    : "schools seem to have joined after a good year, and coming back from it would pass for a loss.";
}

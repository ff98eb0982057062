import {html} from "htl";
import {DIRECTIONS} from "../ui/directions.js";
import {sizeInUnit} from "../ui/effect-words.js";
import {counted} from "../ui/format.js";
import {LOOKS} from "../chart/look.js";
import type {Direction, PartnershipOutcome} from "../ui/release.js";

/** Worse stands as plainly as better. */
const ORDER: readonly Direction[] = [
  "better",
  "worse",
  "higher",
  "lower",
  "same",
  "unclear",
  "already",
  "of_many",
  "too_weak",
  "too_few"
];

/** Outcomes by what may be said of them, and those of which nothing may be; verdicts without any are left out. */
export function tallied(
  outcomes: readonly PartnershipOutcome[]
): {verdict: Direction; outcomes: PartnershipOutcome[]}[] {
  return ORDER.map((verdict) => ({
    verdict,
    outcomes: outcomes.filter((d) => d.absent === null && d.verdict === verdict)
  })).filter((d) => d.outcomes.length > 0);
}

/** How many outcomes were looked at, and what that means for those that are clear. */
export function lookedAt(outcomes: readonly PartnershipOutcome[]): string {
  const seen = outcomes.filter(({absent}) => absent === null).length;
  const chance = seen < 2 ? "" : " Of so many, some look better or worse by chance alone.";
  return `${counted(seen, "outcome was", "outcomes were")} looked at.${chance}`;
}

/** How many outcomes a tally names before it only counts them. */
const NAMED = 12;

/** All outcomes of a partnership by verdict: what is clear with its size, the rest by name. */
export function partnershipTally(
  outcomes: readonly PartnershipOutcome[],
  makeName: (measure: string) => string
): HTMLElement {
  const none = outcomes.filter(({absent}) => absent !== null).length;
  const seen = outcomes.length - none;
  const several = new Set(outcomes.map(({role, phase}) => `${role} ${phase}`)).size > 1;
  const nameOutcome = (d: PartnershipOutcome) => {
    const size = d.effect !== null && d.verdict !== "too_few" ? `: ${sizeInUnit(d.effect, d)}` : "";
    const where = several ? ` (${LOOKS[d.role].brief.toLowerCase()}, ${d.phase})` : "";
    return html`<li>${makeName(d.measure)}${where}${size}</li>`;
  };
  const rest = (n: number) => (n > 0 ? html`<li>and ${counted(n, "other")}, drawn below</li>` : "");
  return html`<dl class="tally">
    ${tallied(outcomes).map(
      ({verdict, outcomes: those}) =>
        html`<div>
          <dt>
            <span aria-hidden="true">${DIRECTIONS[verdict].glyph}</span> ${DIRECTIONS[verdict].words}
            <small>${those.length} of ${counted(seen, "outcome")} looked at</small>
          </dt>
          <dd>
            <ul>
              ${those.slice(0, NAMED).map(nameOutcome)} ${rest(those.length - NAMED)}
            </ul>
          </dd>
        </div>`
    )}
    ${
      none > 0
        ? html`<div>
            <dt><span aria-hidden="true">·</span> No result <small>${counted(none, "outcome")}</small></dt>
            <dd>The reason stands with each, below.</dd>
          </div>`
        : ""
    }
  </dl>`;
}

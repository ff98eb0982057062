import {group} from "d3";
import {html} from "htl";
import {folded} from "../ui/folded.js";
import {counted} from "../ui/format.js";
import type {PartnershipOutcome} from "../ui/release.js";

/** Why outcomes have no estimate, folded: a line a reason, the most frequent first. Nothing where all have one. */
export function whyNone(outcomes: readonly PartnershipOutcome[], {open = false} = {}): HTMLElement | "" {
  const absent = outcomes.filter((d) => d.absent !== null);
  if (absent.length === 0) return "";
  const reasons = [...group(absent, (d) => d.absent)].sort(([, a], [, b]) => b.length - a.length);
  return folded(
    `Why ${counted(absent.length, "outcome has", "outcomes have")} no estimate`,
    () =>
      html`<ul>
        ${reasons.map(([why, those]) => html`<li>${why} <span class="small">${counted(those.length, "outcome")}</span></li>`)}
      </ul>`,
    {open}
  );
}

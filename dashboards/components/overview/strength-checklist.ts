import {html} from "htl";
import {STRENGTHS} from "../ui/directions.js";
import {LOOKS} from "../chart/look.js";
import type {Result} from "../ui/release.js";
import {strengthSteps} from "../ui/strength-steps.js";

/** Why the strength of evidence is what it is: each part of the written rule, met or not. */
export function strengthChecklist({role, strength, strength_reasons: reasons}: Result): HTMLElement | "" {
  if (strength === null || reasons.length === 0) return "";
  return html`<div>
    <p>
      <strong>${LOOKS[role].name}: ${STRENGTHS[strength]} strength of evidence</strong> ${strengthSteps(strength)}
      <a href="./methods#strength">The rule</a>
    </p>
    <ul class="checklist">
      ${reasons.map(({met, words}) => html`<li><span aria-hidden="true">${GLYPH(met)}</span><span class="hidden">${SAID(met)}: </span> ${words}</li>`)}
    </ul>
  </div>`;
}

const GLYPH = (met: boolean | null): string => (met === null ? "?" : met ? "✓" : "✗");
const SAID = (met: boolean | null): string => (met === null ? "not known" : met ? "met" : "not met");

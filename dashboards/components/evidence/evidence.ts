import {html} from "htl";
import {answered} from "../ui/answered.js";
import {chooseResult} from "../ui/choose-result.js";
import {DIRECTIONS} from "../ui/directions.js";
import {evidenceGroups} from "./evidence-rows.js";
import {small} from "../ui/format.js";
import {indexColumns} from "./index-columns.js";
import {LOOKS, ROLES} from "../chart/look.js";
import {matrix} from "./matrix.js";
import type {ResultRow} from "../ui/release.js";
import {answers, type ReleaseRows, type ResultChoice} from "../ui/result-choice.js";
import {takeCsv} from "../ui/take-csv.js";
import {tally} from "./tally.js";

/** Standard deviations between schools, either side of zero; and what is too small to matter among them. */
export const SCALE = {domain: [-0.3, 0.3], margin: 0.05} as const;

/** The evidence: every outcome domain by role, for a partnership type and a phase of education. */
export function evidence(rows: readonly ResultRow[], notes: ReleaseRows): HTMLElement {
  const form = chooseResult(rows, notes, ["partnership_type", "phase"]);
  const requested = (choice: ResultChoice) => answers(rows, choice, ["partnership_type", "phase"]);
  const lead = (choice: ResultChoice) =>
    html`<div>
      ${ROLES.map((role) => html`<p class="tally">${LOOKS[role].glyph} ${tally(requested(choice), role)}</p>`)}
    </div>`;
  const draw = (choice: ResultChoice) => {
    const partnership_type =
      notes.types.find(({id}) => id === choice.partnership_type)?.label ?? choice.partnership_type;
    return html`<div>
      ${matrix(evidenceGroups(rows, choice, notes), {
        caption: `${partnership_type}, ${choice.phase} schools: what changed, for whom, and how sure one can be`,
        first: "Outcome",
        columns: ROLES.map((role) => ({label: LOOKS[role].name, role})),
        ends: ["← worse", "better →"],
        ...SCALE
      })}
      ${takeCsv(`evidence-${choice.partnership_type}-${choice.phase}`, requested(choice), indexColumns(notes))}
      ${reading()}
    </div>`;
  };
  return html`<div>${form} ${answered(form, lead, {live: true})} ${answered(form, draw)}</div>`;
}

const reading = (): HTMLElement =>
  html`<p class="small">
    <b>How to read it.</b> Each line is the mean of years 0 to 4 since joining, beyond what was expected, in standard
    deviations between schools from ${"\u2212"}0.3 to +0.3, and turned so that better is right; an arrow goes on beyond.
    Where neither way is better, right is higher. The shaded strip, ±0.05, is small. ${glyphs()} The thick bar reaches
    from one assumption to the other, the thin line is the 95% interval that holds under either. Filled bars are claims,
    hollow ones are not. Many outcomes are looked at, so some will look clear by chance alone; each outcome’s own page
    says whether it still stands when all are tested at once. The strength of evidence follows
    <a href="./methods#strength">a written rule</a>.
  </p>`;

const glyphs = (): string =>
  `${(["better", "worse", "same", "unclear", "already", "too_weak"] as const).map((d) => `${DIRECTIONS[d].glyph} ${small(DIRECTIONS[d].words)}`).join(", ")}.`;

import {html} from "htl";
import {answered} from "../ui/answered.js";
import {chooseResult} from "../ui/choose-result.js";
import {DIRECTIONS} from "../ui/directions.js";
import {evidenceGroups} from "./evidence-rows.js";
import {emptyRows, splitEmpty} from "./empty-rows.js";
import {folded} from "../ui/folded.js";
import {counted, small} from "../ui/format.js";
import {wordsUsed} from "../ui/glossary.js";
import {indexColumns} from "./index-columns.js";
import {LOOKS, ROLES} from "../chart/look.js";
import {matrix} from "./matrix.js";
import {noResults} from "../ui/no-results.js";
import type {ResultRow} from "../ui/release.js";
import {answers, type ReleaseRows, type ResultChoice} from "../ui/result-choice.js";
import {takeCsv} from "../ui/take-csv.js";
import {tally} from "./tally.js";

/** The evidence: every outcome domain by role, for a partnership type and a phase of education. */
export function evidence(rows: readonly ResultRow[], notes: ReleaseRows): HTMLElement {
  if (rows.length === 0) return noResults();
  const form = chooseResult(rows, notes, ["partnership_type", "phase"]);
  const pickRows = (choice: ResultChoice) => answers(rows, choice, ["partnership_type", "phase"]);
  const lead = (choice: ResultChoice) =>
    html`<div>
      ${ROLES.map((role) => html`<p class="tally">${LOOKS[role].glyph} ${tally(pickRows(choice), role)}</p>`)}
    </div>`;
  const draw = (choice: ResultChoice) => {
    const partnership_type =
      notes.types.find(({id}) => id === choice.partnership_type)?.label ?? choice.partnership_type;
    const {groups, empty} = splitEmpty(evidenceGroups(rows, choice, notes));
    return html`<div>
      ${
        groups.length === 0
          ? html`<p>No outcome has a result for this choice. Below is why.</p>`
          : matrix(groups, {
              caption: `${partnership_type}, ${choice.phase} schools: what changed, for whom, and how sure one can be`,
              first: "Outcome",
              columns: ROLES.map((role) => ({label: LOOKS[role].name, role})),
              ends: ["← worse", "better →"]
            })
      }
      ${empty.length === 0 ? "" : folded(`${counted(empty.length, "outcome")} without a result, and why`, () => emptyRows(empty))}
      ${takeCsv(`evidence-${choice.partnership_type}-${choice.phase}`, pickRows(choice), indexColumns(notes))}
      ${reading()}
    </div>`;
  };
  return html`<div>
    ${form} ${answered(form, lead, {live: true})}
    ${wordsUsed("supported", "supporter", "member", "excess", "deviation", "strength")} ${answered(form, draw)}
  </div>`;
}

const reading = (): HTMLElement =>
  html`<p class="small">
    <b>How to read it.</b> Each line is the mean of years 0 to 4 since joining, beyond what was expected, in standard
    deviations between schools, and turned so that better is right; the ends of the scale stand over each column, and an
    arrow goes on beyond. Where neither way is better, right is higher. The shaded strip, ±0.05, is small. ${glyphs()}
    The thick bar reaches from one assumption to the other, the thin line is the 95% interval that holds under either.
    Filled bars are claims, hollow ones are not. Many outcomes are looked at, so some will look clear by chance alone;
    each outcome’s own page says whether it still stands when all are tested at once. The strength of evidence follows
    <a href="./methods#strength">a written rule</a>.
  </p>`;

const glyphs = (): string =>
  `${(["better", "worse", "same", "unclear", "already", "too_weak"] as const).map((d) => `${DIRECTIONS[d].glyph} ${small(DIRECTIONS[d].words)}`).join(", ")}.`;

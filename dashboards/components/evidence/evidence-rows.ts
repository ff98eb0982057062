import {small} from "../ui/format.js";
import {cellOf, nobody} from "./index-cell.js";
import {LINES, UNPUBLISHED, type Line} from "../ui/lines.js";
import {LOOKS, PHASES, ROLES} from "../chart/look.js";
import type {MatrixGroup, MatrixRow} from "./matrix.js";
import type {ResultRow, MeasureNote} from "../ui/release.js";
import {answers, linkTo, type Notes, type ResultChoice} from "../ui/result-choice.js";

const BETTER = {higher: "", lower: "lower is better", neither: "neither higher nor lower is better"};

/** Every line of the framework with its outcomes by role. A line without an outcome for the phase says so. */
export function evidenceGroups(
  rows: readonly ResultRow[],
  choice: ResultChoice,
  {measures}: Pick<Notes, "measures">
): MatrixGroup[] {
  const asked = answers(rows, choice, ["kind", "phase"]);
  const inPhase = new Set(rows.filter(({phase}) => phase === choice.phase).map(({measure}) => measure));
  const published = (Object.entries(LINES) as [Line, string][]).map(([line, label]) => {
    const ofLine = measures.filter((d) => d.line === line && inPhase.has(d.id));
    return {label, rows: ofLine.length > 0 ? ofLine.map((d) => evidenceRow(asked, d, choice)) : [nothing(choice)]};
  });
  return [...published, {label: "Not published by school", rows: UNPUBLISHED.map(unpublished)}];
}

function evidenceRow(asked: readonly ResultRow[], measure: MeasureNote, {kind, phase}: ResultChoice): MatrixRow {
  const cells = ROLES.map((role) => {
    const row = asked.find((d) => d.measure === measure.id && d.role === role);
    if (row === undefined) return nobody(role);
    const about = `${small(measure.label)}, ${small(LOOKS[role].name)}`;
    return {...cellOf(row, measure), link: {href: linkTo("./", {measure: measure.id, kind, phase}), about}};
  });
  return {label: measure.label, about: BETTER[measure.better], cells};
}

const nothing = ({phase}: ResultChoice): MatrixRow => ({
  label: `${PHASES[phase]} schools`,
  about: "",
  cells: ROLES.map((role) => nobody(role, "Nothing on this line is published for schools of this phase."))
});

const unpublished = (label: string): MatrixRow => ({
  label,
  about: "",
  cells: ROLES.map((role) => nobody(role, "Not published by school. A partnership can bring its own figures."))
});

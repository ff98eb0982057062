import {small} from "../ui/format.js";
import {makeCell, makeEmptyCell} from "./index-cell.js";
import {DOMAINS, UNPUBLISHED, type OutcomeDomain} from "../ui/domains.js";
import {LOOKS, PHASES, ROLES} from "../chart/look.js";
import type {MatrixGroup, MatrixRow} from "./matrix.js";
import type {ResultRow, MeasureRow} from "../ui/release.js";
import {answers, linkTo, type ReleaseRows, type ResultChoice} from "../ui/result-choice.js";

const BETTER = {higher: "", lower: "lower is better", neither: "neither higher nor lower is better"};

/** Every outcome domain with its outcomes by role. A line without an outcome for the phase says so. */
export function evidenceGroups(
  rows: readonly ResultRow[],
  choice: ResultChoice,
  {measures}: Pick<ReleaseRows, "measures">
): MatrixGroup[] {
  const requested = answers(rows, choice, ["partnership_type", "phase"]);
  const inPhase = new Set(rows.filter(({phase}) => phase === choice.phase).map(({measure}) => measure));
  const published = (Object.entries(DOMAINS) as [OutcomeDomain, string][]).map(([domain, label]) => {
    const inDomain = measures.filter((d) => d.domain === domain && inPhase.has(d.id));
    return {
      label,
      rows: inDomain.length > 0 ? inDomain.map((d) => evidenceRow(requested, d, choice)) : [makeEmptyRow(choice)]
    };
  });
  return [...published, {label: "Not published by school", rows: UNPUBLISHED.map(unpublished)}];
}

function evidenceRow(
  requested: readonly ResultRow[],
  measure: MeasureRow,
  {partnership_type, phase}: ResultChoice
): MatrixRow {
  const cells = ROLES.map((role) => {
    const row = requested.find((d) => d.measure === measure.id && d.role === role);
    if (row === undefined) return makeEmptyCell(role);
    const about = `${small(measure.label)}, ${small(LOOKS[role].name)}`;
    return {
      ...makeCell(row, measure),
      link: {href: linkTo("./", {measure: measure.id, partnership_type, phase}), about}
    };
  });
  return {label: measure.label, about: BETTER[measure.better], cells};
}

const makeEmptyRow = ({phase}: ResultChoice): MatrixRow => ({
  label: `${PHASES[phase]} schools`,
  about: "",
  cells: ROLES.map((role) => makeEmptyCell(role, "Nothing on this line is published for schools of this phase."))
});

const unpublished = (label: string): MatrixRow => ({
  label,
  about: "",
  cells: ROLES.map((role) => makeEmptyCell(role, "Not published by school. A partnership can bring its own figures."))
});

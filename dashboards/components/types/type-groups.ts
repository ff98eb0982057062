import {makeCell, makeEmptyCell} from "../evidence/index-cell.js";
import {LOOKS, ROLES} from "../chart/look.js";
import type {MatrixCell, MatrixRow} from "../evidence/matrix.js";
import type {Dimension, PartnershipTypeRow, MeasureRow, PartRow, ResultRow} from "../ui/release.js";
import {answers, hasResult, linkTo, type ResultChoice} from "../ui/result-choice.js";
import {capital, small} from "../ui/format.js";

/** Types that have a result for a measure and phase, a row each. */
export function typeRows(
  rows: readonly ResultRow[],
  {measure, choice, types}: {measure: MeasureRow; choice: ResultChoice; types: readonly PartnershipTypeRow[]}
): {partnership_type: PartnershipTypeRow; row: MatrixRow}[] {
  const requested = answers(rows, choice, ["measure", "phase"]);
  return types.flatMap((partnership_type) => {
    const ofType = requested.filter((d) => d.partnership_type === partnership_type.id);
    if (!ofType.some(hasResult)) return [];
    const link = (about: string) => ({
      href: linkTo("./", {measure: measure.id, partnership_type: partnership_type.id, phase: choice.phase}),
      about: `${small(partnership_type.label)}, ${about}`
    });
    return [
      {partnership_type, row: {label: partnership_type.label, about: "", cells: roleCells(ofType, measure, {link})}}
    ];
  });
}

/** Parts of types by model, programme or period of joining: a row for each part of each type. */
export function partRows(
  parts: readonly PartRow[],
  {
    dimension,
    measure,
    choice,
    types
  }: {dimension: Dimension; measure: MeasureRow; choice: ResultChoice; types: readonly PartnershipTypeRow[]}
): {partnership_type: PartnershipTypeRow; subgroup: string; row: MatrixRow}[] {
  const requested = parts.filter((d) => d.dimension === dimension && d.phase === choice.phase);
  return types.flatMap((partnership_type) => {
    const ofType = requested.filter((d) => d.partnership_type === partnership_type.id);
    const subgroups = [...new Set(ofType.map(({subgroup}) => subgroup))].sort(inOrder);
    return subgroups.map((subgroup) => {
      const ofPart = ofType.filter((d) => d.subgroup === subgroup);
      const cells = roleCells(ofPart, measure, {absent: "No result for this part."});
      const row = {label: capital(ofPart[0].label), about: partnership_type.label, cells};
      return {partnership_type, subgroup, row};
    });
  });
}

/** By the number in their names, such as a year or a model, then by name. */
const inOrder = (a: string, b: string): number => extractNumber(a) - extractNumber(b) || a.localeCompare(b, "en");
const extractNumber = (name: string): number => Number(/\d+/.exec(name)?.[0] ?? 0);

const roleCells = (
  rows: readonly ResultRow[],
  measure: MeasureRow,
  {link, absent}: {link?: (about: string) => MatrixCell["link"]; absent?: string}
): MatrixCell[] =>
  ROLES.map((role) => {
    const row = rows.find((d) => d.role === role);
    if (row === undefined) return makeEmptyCell(role, absent);
    return link ? {...makeCell(row, measure), link: link(small(LOOKS[role].name))} : makeCell(row, measure);
  });

/** Standard deviations between schools that one unit of an effect is, better upwards; null where that cannot be inferred. */
export const scaleOfRow = (row: Pick<ResultRow, "sd"> | undefined, {better}: MeasureRow): number | null =>
  row?.sd == null ? null : (better === "lower" ? -1 : 1) / row.sd;

import {cellOf, nobody} from "../evidence/index-cell.js";
import {LOOKS, ROLES} from "../chart/look.js";
import type {MatrixCell, MatrixRow} from "../evidence/matrix.js";
import type {Dimension, KindNote, MeasureNote, PartRow, ResultRow} from "../ui/release.js";
import {answers, hasResult, linkTo, type ResultChoice} from "../ui/result-choice.js";
import {capital, small} from "../ui/format.js";

/** Kinds that have a result for a measure and phase, a row each. */
export function kindRows(
  rows: readonly ResultRow[],
  {measure, choice, kinds}: {measure: MeasureNote; choice: ResultChoice; kinds: readonly KindNote[]}
): {kind: KindNote; row: MatrixRow}[] {
  const asked = answers(rows, choice, ["measure", "phase"]);
  return kinds.flatMap((kind) => {
    const ofKind = asked.filter((d) => d.kind === kind.id);
    if (!ofKind.some(hasResult)) return [];
    const link = (about: string) => ({
      href: linkTo("./", {measure: measure.id, kind: kind.id, phase: choice.phase}),
      about: `${small(kind.label)}, ${about}`
    });
    return [{kind, row: {label: kind.label, about: "", cells: roleCells(ofKind, measure, {link})}}];
  });
}

/** Parts of kinds by model, programme or period of joining: a row for each part of each kind. */
export function partRows(
  parts: readonly PartRow[],
  {
    dimension,
    measure,
    choice,
    kinds
  }: {dimension: Dimension; measure: MeasureNote; choice: ResultChoice; kinds: readonly KindNote[]}
): {kind: KindNote; subgroup: string; row: MatrixRow}[] {
  const asked = parts.filter((d) => d.dimension === dimension && d.phase === choice.phase);
  return kinds.flatMap((kind) => {
    const ofKind = asked.filter((d) => d.kind === kind.id);
    const subgroups = [...new Set(ofKind.map(({subgroup}) => subgroup))].sort(inOrder);
    return subgroups.map((subgroup) => {
      const ofPart = ofKind.filter((d) => d.subgroup === subgroup);
      const cells = roleCells(ofPart, measure, {absent: "No result for this part."});
      const row = {label: capital(ofPart[0]!.label), about: kind.label, cells};
      return {kind, subgroup, row};
    });
  });
}

/** By the number in their names, such as a year or a model, then by name. */
const inOrder = (a: string, b: string): number => numberIn(a) - numberIn(b) || a.localeCompare(b, "en");
const numberIn = (name: string): number => Number(/\d+/.exec(name)?.[0] ?? 0);

const roleCells = (
  rows: readonly ResultRow[],
  measure: MeasureNote,
  {link, absent}: {link?: (about: string) => MatrixCell["link"]; absent?: string}
): MatrixCell[] =>
  ROLES.map((role) => {
    const row = rows.find((d) => d.role === role);
    if (row === undefined) return nobody(role, absent);
    return link ? {...cellOf(row, measure), link: link(small(LOOKS[role].name))} : cellOf(row, measure);
  });

/** Standard deviations between schools that one unit of an effect is, better upwards; null where that cannot be told. */
export const scaleOfRow = (row: Pick<ResultRow, "sd"> | undefined, {better}: MeasureNote): number | null =>
  row?.sd == null ? null : (better === "lower" ? -1 : 1) / row.sd;

import type {MatrixCell} from "./matrix.js";
import type {FewPartnerships} from "./release.js";

/** What each partnership did in a place where they are few; nothing where they are many, or none has an effect. */
export const eachOf = (
  few: readonly FewPartnerships[],
  {kind, phase, role, model}: Omit<FewPartnerships, "values">
): number[] =>
  few.find((d) => d.kind === kind && d.phase === phase && d.role === role && d.model === model)?.values ?? [];

/** A cell with too few partnerships for an interval, with what each of them did, and that on the scale of the column. */
export const withEach = (cell: MatrixCell, each: readonly number[], scale: number | null): MatrixCell =>
  cell.verdict !== "too_few" || each.length === 0
    ? cell
    : {...cell, each, eachDrawn: scale === null ? [] : each.map((value) => value * scale)};

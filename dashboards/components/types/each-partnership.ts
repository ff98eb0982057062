import type {Each} from "../evidence/interval-mark.js";
import type {MatrixCell} from "../evidence/matrix.js";
import type {FewPartnerships} from "../ui/release.js";

/** What each partnership did in a place where they are few, from one assumption to the other; nothing where they are many, or none has an effect. */
export const listEach = (
  few: readonly FewPartnerships[],
  {partnership_type, phase, role, model}: Omit<FewPartnerships, "values">
): Each[] =>
  (
    few.find(
      (d) => d.partnership_type === partnership_type && d.phase === phase && d.role === role && d.model === model
    )?.values ?? []
  ).map(({same_trend: a, same_past: b}) => ({from: Math.min(a, b), to: Math.max(a, b)}));

/** A cell with too few partnerships for an interval, with what each of them did, and that on the scale of the column. */
export function withEach(cell: MatrixCell, each: readonly Each[], scale: number | null): MatrixCell {
  if (cell.verdict !== "too_few" || each.length === 0) return cell;
  const scaled = ({from, to}: Each, by: number): Each => ({
    from: Math.min(from * by, to * by),
    to: Math.max(from * by, to * by)
  });
  return {...cell, each, eachDrawn: scale === null ? [] : each.map((one) => scaled(one, scale))};
}

import {capital, count, spelled} from "../ui/format.js";
import type {ReasonRow, SourceRow} from "../ui/release.js";
import {table} from "../ui/table.js";

/** Cells of all sources by what they hold: a number, or a reason why there is none. Most cells first. */
export function cellsByReason(sources: readonly SourceRow[]): {reason: string | null; cells: number}[] {
  const cells = new Map<string | null, number>();
  const add = (reason: string | null, n: number) => cells.set(reason, (cells.get(reason) ?? 0) + n);
  for (const {numbers, missing} of sources) {
    add(null, numbers);
    for (const {reason, cells: n} of missing) add(reason, n);
  }
  return [...cells].map(([reason, n]) => ({reason, cells: n})).sort((a, b) => b.cells - a.cells);
}

/** How much of what should be a number is one, and why the rest is not. */
export function missingTable(sources: readonly SourceRow[], reasons: readonly ReasonRow[]): HTMLElement {
  const rows = cellsByReason(sources);
  const all = rows.reduce((sum, d) => sum + d.cells, 0);
  const meaning = (reason: string | null) =>
    reason === null ? "The cell holds a figure." : capital(reasons.find((d) => d.reason === reason)?.meaning ?? "");
  return table("Cells that should hold a number, over all sources", rows, [
    {
      name: "What the cell holds",
      show: ({reason}) => (reason === null ? "A number" : `No number: ${spelled(reason).toLowerCase()}`)
    },
    {name: "What that means", show: ({reason}) => meaning(reason)},
    {name: "Cells", show: ({cells}) => count(cells), numeric: true},
    {name: "Share", show: ({cells}) => `${((100 * cells) / all).toFixed(1)}%`, numeric: true}
  ]);
}

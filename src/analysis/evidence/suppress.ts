import {describeDisclosure, type Resting} from "./disclosure.ts";

/** A cell of a table of unpublished data, with the row and column whose totals are shown next to it. */
export interface Cell extends Resting {
  row: string;
  column: string;
}

/**
 * By cell, whether it is hidden: those that may not be shown, and the smallest others that keep a hidden one from being
 * worked out from the total of its row or column (complementary suppression).
 */
export function suppress(cells: readonly Cell[]): boolean[] {
  const hidden = cells.map((cell) => !describeDisclosure(cell, "local").release);
  for (let more = true; more;) {
    more = false;
    for (const line of breakLines(cells)) {
      const open = line.filter((i) => !hidden[i]);
      if (line.length - open.length !== 1 || !open.length) continue;
      const next = open.reduce((least, i) => (cells[i].schools < cells[least].schools ? i : least));
      hidden[next] = true;
      more = true;
    }
  }
  return hidden;
}

/** The cells of each row and of each column, by place. */
function breakLines(cells: readonly Cell[]): number[][] {
  const lines = new Map<string, number[]>();
  cells.forEach(({row, column}, i) => {
    for (const key of [`row ${row}`, `column ${column}`]) lines.set(key, [...(lines.get(key) ?? []), i]);
  });
  return [...lines.values()];
}

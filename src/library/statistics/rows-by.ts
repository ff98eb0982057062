/** The rows at each level, ascending; rows at a level below 0 are in none. */
export function rowsBy(level: Int32Array, levels: number): Int32Array[] {
  const counts = new Int32Array(levels);
  for (let row = 0; row < level.length; row++) if (level[row] >= 0) counts[level[row]]++;
  const rows = Array.from(counts, (count) => new Int32Array(count));
  counts.fill(0);
  for (let row = 0; row < level.length; row++) if (level[row] >= 0) rows[level[row]][counts[level[row]]++] = row;
  return rows;
}

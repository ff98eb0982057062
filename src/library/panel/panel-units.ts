/** Rows put in order: by unit in the order of first appearance, then by period. */
export interface PanelUnits {
  ids: string[];
  /** By sorted row: where it stood. */
  order: Int32Array;
  /** By sorted row. */
  unit: Int32Array;
  period: Int32Array;
}

/** The given rows of a panel in order. */
export function makeUnits(id: readonly string[], time: Float64Array, rows: Int32Array): PanelUnits {
  const number = new Map<string, number>();
  const unitByRow = Int32Array.from(rows, (i) => {
    const known = number.get(id[i]);
    if (known !== undefined) return known;
    number.set(id[i], number.size);
    return number.size - 1;
  });
  const starts = new Int32Array(number.size + 1);
  for (let k = 0; k < rows.length; k++) starts[unitByRow[k] + 1]++;
  for (let u = 0; u < number.size; u++) starts[u + 1] += starts[u];
  const order = new Int32Array(rows.length);
  const next = starts.slice();
  for (let k = 0; k < rows.length; k++) order[next[unitByRow[k]]++] = rows[k];
  const unit = new Int32Array(rows.length);
  for (let u = 0; u < number.size; u++) {
    unit.fill(u, starts[u], starts[u + 1]);
    order.subarray(starts[u], starts[u + 1]).sort((i, j) => time[i] - time[j] || i - j);
  }
  return {ids: [...number.keys()], order, unit, period: Int32Array.from(order, (i) => time[i])};
}

/**
 * By unit, the value of all its rows. `changes` makes the error where two rows
 * differ: of the rows i and j, their values.
 */
export function constantByUnit<T extends number | string>(
  {ids, order, unit}: Omit<PanelUnits, "period">,
  value: (row: number) => T,
  changes: (i: number, j: number, before: T, after: T) => Error
): T[] {
  const found = new Array<T>(ids.length);
  const from = new Int32Array(ids.length).fill(-1);
  for (let k = 0; k < order.length; k++) {
    const here = value(order[k]);
    if (from[unit[k]] < 0) {
      from[unit[k]] = order[k];
      found[unit[k]] = here;
    } else if (found[unit[k]] !== here) throw changes(from[unit[k]], order[k], found[unit[k]], here);
  }
  return found;
}

/** By unit, the one value that its rows name, "" where none does. `changes` makes the error where two differ. */
export function oneByUnit(
  {ids, order, unit}: Omit<PanelUnits, "period">,
  values: readonly string[],
  changes: (i: number, j: number, before: string, after: string) => Error
): string[] {
  const from = new Int32Array(ids.length).fill(-1);
  for (let k = 0; k < order.length; k++) {
    const [first, here] = [from[unit[k]], order[k]];
    if (values[here] === "") continue;
    if (first < 0) from[unit[k]] = here;
    else if (values[first] !== values[here]) throw changes(first, here, values[first], values[here]);
  }
  return Array.from(from, (row) => (row < 0 ? "" : values[row]));
}

/** By row, the mean of its unit; says so where values differ within a unit. */
export function meanByUnit(values: Float64Array, unit: Int32Array, messages: string[]): Float64Array {
  const result = values.slice();
  let varying = 0;
  for (let from = 0, to = 0; from < values.length; from = to) {
    let sum = 0;
    while (to < values.length && unit[to] === unit[from]) sum += values[to++];
    const mean = sum / (to - from);
    if (values.subarray(from, to).every((value) => value === values[from])) continue;
    varying++;
    result.fill(mean, from, to);
  }
  if (varying)
    messages.push(`weights vary within ${varying} units: each takes its mean (--weights-by period keeps them)`);
  return result;
}

/**
 * Which units and periods can be compared: two are joined by each row, and all
 * that are joined in a chain have one label. Labels of units first, then of periods; a unit or
 * period without rows has a label of its own.
 */
export function connected(
  unit: Int32Array,
  units: number,
  level: Int32Array,
  levels: number
): {unit: Int32Array; level: Int32Array} {
  const parent = Int32Array.from({length: units + levels}, (_, i) => i);
  const root = (i: number): number => {
    while (parent[i] !== i) i = parent[i] = parent[parent[i]];
    return i;
  };
  for (let row = 0; row < unit.length; row++) {
    const a = root(unit[row]);
    const b = root(units + level[row]);
    if (a !== b) parent[Math.max(a, b)] = Math.min(a, b);
  }
  const labels = parent.map((_, i) => root(i));
  return {unit: labels.slice(0, units), level: labels.slice(units)};
}

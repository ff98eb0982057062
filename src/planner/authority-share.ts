/** The changes of schools over some years up to one, and whose they are. */
export interface YearChanges {
  /** Rows of the phase. */
  rows: number[];
  values: number[];
}

/**
 * The share of the variance of changes within a year that lies between local authorities, 0 to 1: the analysis-of-variance
 * estimator of an intraclass correlation, (MSB − MSW) ÷ (MSB + (n₀ − 1) MSW), sums of squares added up over years (Donner
 * 1986). Rows without an authority are left out; null where no authority has two schools, or none of them changes.
 */
export function authorityShare(years: readonly YearChanges[], authority: ArrayLike<number>): number | null {
  let [between, within, groups, spare, size] = [0, 0, 0, 0, 0];
  for (const {rows, values} of years) {
    const byAuthority = new Map<number, number[]>();
    rows.forEach((row, i) => {
      if (authority[row] < 0) return;
      const own = byAuthority.get(authority[row]);
      if (own) own.push(values[i]);
      else byAuthority.set(authority[row], [values[i]]);
    });
    const all = [...byAuthority.values()];
    const count = all.reduce((sum, {length}) => sum + length, 0);
    if (all.length < 2) continue;
    const mean = all.flat().reduce((sum, value) => sum + value, 0) / count;
    for (const own of all) {
      const centre = own.reduce((sum, value) => sum + value, 0) / own.length;
      between += own.length * (centre - mean) ** 2;
      within += own.reduce((sum, value) => sum + (value - centre) ** 2, 0);
    }
    groups += all.length - 1;
    spare += count - all.length;
    size += count - all.reduce((sum, {length}) => sum + length ** 2, 0) / count;
  }
  if (groups === 0 || spare === 0 || within === 0) return null;
  const [msb, msw] = [between / groups, within / spare];
  return Math.max(0, (msb - msw) / (msb + (size / groups - 1) * msw));
}

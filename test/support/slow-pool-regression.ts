/** Least squares by Householder reflections in plain loops: what the fast solution is held to. Rows with the intercept. */
export function slowLeastSquares(rows: readonly number[][], outcome: readonly number[]): number[] {
  const x = rows.map((row) => [...row]);
  const y = [...outcome];
  const width = x[0].length;
  for (let j = 0; j < width; j++) {
    const norm = Math.hypot(...x.slice(j).map((row) => row[j]));
    const alpha = x[j][j] > 0 ? -norm : norm;
    const v = x.slice(j).map((row, i) => row[j] - (i === 0 ? alpha : 0));
    const size = v.reduce((sum, value) => sum + value * value, 0);
    for (let k = j; k < width; k++) {
      const share = (2 * v.reduce((sum, value, i) => sum + value * x[j + i][k], 0)) / size;
      v.forEach((value, i) => (x[j + i][k] -= share * value));
    }
    const share = (2 * v.reduce((sum, value, i) => sum + value * y[j + i], 0)) / size;
    v.forEach((value, i) => (y[j + i] -= share * value));
  }
  const beta = new Array<number>(width).fill(0);
  for (let j = width - 1; j >= 0; j--) {
    let sum = y[j];
    for (let k = j + 1; k < width; k++) sum -= x[j][k] * beta[k];
    beta[j] = sum / x[j][j];
  }
  return beta;
}

export interface FrankWolfeOptions {
  /** Times the squared weights in the objective. */
  ridge: number;
  /** Weights to start from; equal ones if null. */
  from: Float64Array | null;
  /** Ends when a step lowers the mean squared error by no more than this. */
  enough: number;
  steps: number;
}

/**
 * Weights ≥ 0 that add up to 1 and make Σ w × columns close to the target:
 * ‖Xw − y‖² + ridge ‖w‖² is lowered by steps towards the single best column, each
 * as long as lowers it most (Frank & Wolfe 1956). Stopped early, it leaves more
 * columns with a weight than the exact solution has.
 */
export function frankWolfe(
  columns: readonly Float64Array[],
  target: Float64Array,
  {ridge, from, enough, steps}: FrankWolfeOptions
): Float64Array {
  const size = columns.length;
  const rows = target.length;
  const weights = from ? Float64Array.from(from) : new Float64Array(size).fill(1 / size);
  const differences = new Float64Array(size * rows);
  columns.forEach((column, j) => differences.set(column, j * rows));
  for (let i = 0; i < differences.length; i++) differences[i] -= target[i % rows];
  const residual = new Float64Array(rows);
  for (let j = 0; j < size; j++) for (let i = 0; i < rows; i++) residual[i] += weights[j] * differences[j * rows + i];

  let previous = Infinity;
  for (let step = 0; step < steps; step++) {
    move({weights, residual, differences, ridge}, steepest({weights, residual, differences, ridge}));
    const now = (squares(residual) + ridge * squares(weights)) / rows;
    if (step >= 1 && !(previous - now > enough)) break;
    previous = now;
  }
  return weights;
}

interface State {
  weights: Float64Array;
  /** Σ w × differences. */
  residual: Float64Array;
  /** Columns less the target, one after the other. */
  differences: Float64Array;
  ridge: number;
}

/** The column that the objective falls fastest towards. */
function steepest({weights, residual, differences, ridge}: State): number {
  const rows = residual.length;
  let best = 0;
  let least = Infinity;
  for (let j = 0, at = 0; j < weights.length; j++) {
    let slope = ridge * weights[j];
    for (let i = 0; i < rows; i++, at++) slope += differences[at] * residual[i];
    if (slope < least) {
      least = slope;
      best = j;
    }
  }
  return best;
}

/** Moves weights and residual towards all on one column, as far as lowers the objective most. */
function move({weights, residual, differences, ridge}: State, toward: number): void {
  const at = toward * residual.length;
  let slope = 0;
  let curve = 0;
  for (let i = 0; i < residual.length; i++) {
    const change = differences[at + i] - residual[i];
    slope += residual[i] * change;
    curve += change * change;
  }
  for (let j = 0; j < weights.length; j++) {
    const change = (j === toward ? 1 : 0) - weights[j];
    slope += ridge * weights[j] * change;
    curve += ridge * change * change;
  }
  if (curve === 0) return;
  const length = Math.min(1, Math.max(0, -slope / curve));
  for (let i = 0; i < residual.length; i++) residual[i] += length * (differences[at + i] - residual[i]);
  for (let j = 0; j < weights.length; j++) weights[j] += length * ((j === toward ? 1 : 0) - weights[j]);
}

function squares(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] * values[i];
  return sum;
}

import {Matrix, QrDecomposition} from "ml-matrix";

/** Weights below this are rounding of zero. */
const zero = 1e-13;

/**
 * The weights ≥ 0 that add up to 1 with the least ‖Xw − y‖² + ridge ‖w‖², exactly:
 * the point nearest to the origin in the hull of the points x_j − y (each with
 * √ridge in a coordinate of its own), by the active sets of Wolfe (1976). Steps
 * are solved on the points in use by QR, so that no digits are lost to squaring.
 * Without a ridge and with more columns than rows the best weights may not be the
 * only ones.
 */
export function simplexLeastSquares(
  columns: readonly Float64Array[],
  target: Float64Array,
  {ridge}: {ridge: number}
): Float64Array {
  const points = columns.map((column) => column.map((value, i) => value - target[i]));
  const norms = points.map((point) => Math.sqrt(product(point, point) + ridge));
  const widest = Math.max(...norms);
  let used = [norms.indexOf(Math.min(...norms))];
  let weights = [1];
  let now = weighEqually(points, used, weights, ridge);
  for (;;) {
    const next = mostHelpful(points, {...now, used, norms, slack: 1e-15 * widest});
    if (next < 0) break;
    const moved = descend(points, [...used, next], [...weights, 0], ridge);
    const then = weighEqually(points, moved.used, moved.weights, ridge);
    if (!(then.value < now.value)) break;
    ({used, weights} = moved);
    now = then;
  }
  const all = new Float64Array(columns.length);
  used.forEach((j, i) => (all[j] = weights[i]!));
  return all;
}

function weighEqually(
  points: readonly Float64Array[],
  used: readonly number[],
  weights: readonly number[],
  ridge: number
) {
  const residual = new Float64Array(points[0].length);
  used.forEach((j, i) => {
    for (let t = 0; t < residual.length; t++) residual[t] += weights[i] * points[j][t];
  });
  const value = product(residual, residual) + ridge * weights.reduce((sum, weight) => sum + weight * weight, 0);
  return {residual, value};
}

interface State {
  residual: Float64Array;
  value: number;
  used: readonly number[];
  norms: readonly number[];
  slack: number;
}

/** The point furthest on the origin’s side of the plane through the present one, or −1 if none is. */
function mostHelpful(points: readonly Float64Array[], {residual, used, value, slack, norms}: State): number {
  const isUsed = new Set(used);
  let best = -1;
  let most = 0;
  points.forEach((point, j) => {
    if (isUsed.has(j)) return;
    const gain = value - product(point, residual);
    if (gain > most && gain > slack * norms[j]) {
      most = gain;
      best = j;
    }
  });
  return best;
}

/** From weights ≥ 0 to those nearest to the origin on the points in use, leaving points as their weights reach 0. */
function descend(points: readonly Float64Array[], used: number[], weights: number[], ridge: number) {
  for (;;) {
    const wanted = nearestOnPlane(points, used, ridge);
    const leaving = wanted.map((weight, i) => (weight <= zero ? weights[i] / (weights[i] - weight) : Infinity));
    const length = Math.min(...leaving);
    if (!(length < 1)) {
      const stays = wanted.map((weight) => weight > zero);
      return {used: used.filter((_, i) => stays[i]), weights: wanted.filter((_, i) => stays[i])};
    }
    const moved = weights.map((weight, i) => weight + length * (wanted[i] - weight));
    const stays = moved.map((weight, i) => weight > zero && leaving[i] !== length);
    used = used.filter((_, i) => stays[i]);
    weights = moved.filter((_, i) => stays[i]);
  }
}

/** Weights of any sign that add up to 1, with the least norm of the weighted sum of the points. */
function nearestOnPlane(points: readonly Float64Array[], used: readonly number[], ridge: number): number[] {
  const others = used.length - 1;
  if (others === 0) return [1];
  const length = points[0].length;
  const extra = ridge > 0 ? used.length : 0;
  const root = Math.sqrt(ridge);
  const origin = points[used[0]];
  const left = new Matrix(length + extra, others);
  const right = new Matrix(length + extra, 1);
  for (let t = 0; t < length; t++) {
    right.set(t, 0, -origin[t]);
    for (let j = 0; j < others; j++) left.set(t, j, points[used[j + 1]][t] - origin[t]);
  }
  if (extra) {
    right.set(length, 0, -root);
    for (let j = 0; j < others; j++) {
      left.set(length, j, -root);
      left.set(length + 1 + j, j, root);
    }
  }
  const solved = new QrDecomposition(left).solve(right).to1DArray();
  return [1 - solved.reduce((sum, weight) => sum + weight, 0), ...solved];
}

function product(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

import {Matrix, solve} from "ml-matrix";

/** A corner of the path: coefficients, linear in the penalty from one corner to the next. */
export interface Corner {
  penalty: number;
  coefficients: Float64Array;
}

/**
 * The minimisers of ½c′Gc + h′c + λ Σ|c| for every λ ≥ 0, from the λ at which
 * they are all 0 down to 0, by following the corners of a piecewise linear path
 * (Osborne, Presnell & Turlach 2000). G is positive definite, row by row.
 */
export function lassoPath(gram: Float64Array, linear: Float64Array): Corner[] {
  const size = linear.length;
  let c = new Float64Array(size);
  let active: number[] = [];
  let penalty = linear.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const corners: Corner[] = [{penalty, coefficients: c}];
  let left = -1;
  for (let turn = 0; penalty > 0 && turn < 20 * (size + 1); turn++) {
    const slack = slackAt(gram, linear, c);
    const joined = joining(slack, active, penalty, left);
    if (joined >= 0) active = [...active, joined];
    const signs = active.map((i) => (c[i] === 0 ? Math.sign(slack[i]!) : Math.sign(c[i]!)));
    const rate = active.length ? solve(part(gram, size, active), Matrix.columnVector(signs)).to1DArray() : [];
    const step = nextCorner({gram, size, active, rate, c, slack, penalty, left});
    const next = c.slice();
    active.forEach((i, k) => (next[i] = i === step.leaving ? 0 : c[i]! + rate[k]! * step.length));
    left = step.leaving;
    active = active.filter((i) => i !== step.leaving);
    penalty = Math.max(penalty - step.length, 0);
    c = next;
    corners.push({penalty, coefficients: c});
  }
  if (penalty > 0) throw new Error("the path does not end: the matrix is not positive definite");
  return corners;
}

/** Minus the gradient: h + Gc with its sign turned. At most the penalty in size, and equal to it where c is not 0. */
function slackAt(gram: Float64Array, linear: Float64Array, c: Float64Array): Float64Array {
  const size = c.length;
  return linear.map((h, i) => -h - c.reduce((sum, value, j) => sum + gram[i * size + j]! * value, 0));
}

/** A coefficient that is 0, has the most slack it may have, and did not leave just now; −1 if there is none. */
function joining(slack: Float64Array, active: readonly number[], penalty: number, left: number): number {
  let best = -1;
  slack.forEach((value, i) => {
    if (i === left || active.includes(i) || Math.abs(value) < penalty * (1 - 1e-9)) return;
    if (best < 0 || Math.abs(value) > Math.abs(slack[best]!)) best = i;
  });
  return best;
}

function part(gram: Float64Array, size: number, active: readonly number[]): Matrix {
  return new Matrix(active.map((i) => active.map((j) => gram[i * size + j]!)));
}

/** How far the penalty falls until a coefficient joins, leaves (given then; else −1), or the penalty is 0. */
function nextCorner({
  gram,
  size,
  active,
  rate,
  c,
  slack,
  penalty,
  left
}: {
  gram: Float64Array;
  size: number;
  active: readonly number[];
  rate: readonly number[];
  c: Float64Array;
  slack: Float64Array;
  penalty: number;
  left: number;
}): {length: number; leaving: number} {
  let length = penalty;
  let leaving = -1;
  active.forEach((i, k) => {
    const reach = -c[i]! / rate[k]!;
    if (c[i] !== 0 && reach > 0 && reach < length) [length, leaving] = [reach, i];
  });
  for (let j = 0; j < size; j++) {
    if (active.includes(j)) continue;
    const speed = active.reduce((sum, i, k) => sum + gram[j * size + i]! * rate[k]!, 0);
    for (const side of j === left ? [-Math.sign(slack[j]!)] : [1, -1]) {
      const reach = (penalty - side * slack[j]!) / (1 - side * speed);
      if (reach > 1e-12 * penalty && reach < length) [length, leaving] = [reach, -1];
    }
  }
  return {length, leaving};
}

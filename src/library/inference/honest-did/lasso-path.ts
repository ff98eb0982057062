import {Matrix, solve} from "ml-matrix";
import {refuseSingular} from "./event-study.ts";

/** A corner of the path: coefficients, linear in the penalty from one corner to the next. */
export interface Corner {
  penalty: number;
  coefficients: Float64Array;
}

/** Where the path stands: coefficients, minus the gradient (their slack), and which of them may not be 0. */
interface State {
  penalty: number;
  c: Float64Array;
  slack: Float64Array;
  active: readonly number[];
}

/** Share of the penalty by which slack may fall short of it and still count as having reached it. */
const near = 1e-9;

/**
 * The minimisers of ½c′Gc + h′c + λ Σ|c| for every λ ≥ 0, from the λ at which they are all 0 down
 * to 0, by following the corners of a piecewise linear path (Osborne, Presnell & Turlach 2000). G
 * is positive definite, row by row; where it is not, this throws.
 */
export function lassoPath(gram: Float64Array, linear: Float64Array): Corner[] {
  const size = linear.length;
  let c = new Float64Array(size);
  let penalty = linear.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const corners: Corner[] = [{penalty, coefficients: c}];
  for (let turn = 0; penalty > 0; turn++) {
    if (turn > 50 * (size + 1)) refuseSingular();
    const slack = slackAt(gram, linear, c);
    const {active, rate} = direction(gram, {c, slack, penalty});
    const {length, leaving} = nextCorner(gram, {penalty, c, slack, active}, rate);
    const next = c.slice();
    active.forEach((i, k) => (next[i] = i === leaving ? 0 : c[i] + rate[k] * length));
    penalty = penalty - length;
    c = next;
    corners.push({penalty, coefficients: c});
  }
  return corners;
}

function slackAt(gram: Float64Array, linear: Float64Array, c: Float64Array): Float64Array {
  const size = c.length;
  return linear.map((h, i) => -h - c.reduce((sum, value, j) => sum + gram[i * size + j] * value, 0));
}

const reached = (slack: number, penalty: number): boolean => Math.abs(slack) >= penalty * (1 - near);

/**
 * Which coefficients move as the penalty falls, and how fast: those that are not 0 and those whose
 * slack has reached the penalty, less any of these that would move against its sign.
 */
function direction(gram: Float64Array, {c, slack, penalty}: Omit<State, "active">): {active: number[]; rate: number[]} {
  let active = Array.from(c.keys()).filter((i) => c[i] !== 0 || reached(slack[i], penalty));
  for (;;) {
    const signs = active.map((i) => Math.sign(c[i] || slack[i]));
    const block = new Matrix(active.map((i) => active.map((j) => gram[i * c.length + j])));
    const rate = active.length ? solve(block, Matrix.columnVector(signs)).to1DArray() : [];
    let wrong = -1;
    active.forEach((i, k) => {
      const against = c[i] === 0 && rate[k] * signs[k] < 0;
      if (against && (wrong < 0 || Math.abs(rate[k]) > Math.abs(rate[wrong]))) wrong = k;
    });
    if (wrong < 0) return {active, rate};
    active = active.filter((_, k) => k !== wrong);
  }
}

/**
 * How far the penalty falls until a coefficient reaches it, leaves for 0 (given then; else −1), or
 * the penalty is 0.
 */
function nextCorner(
  gram: Float64Array,
  {penalty, c, slack, active}: State,
  rate: readonly number[]
): {length: number; leaving: number} {
  let length = penalty;
  let leaving = -1;
  active.forEach((i, k) => {
    const reach = -c[i] / rate[k];
    if (c[i] !== 0 && reach > 0 && reach < length) [length, leaving] = [reach, i];
  });
  for (let j = 0; j < c.length; j++) {
    if (active.includes(j)) continue;
    const speed = active.reduce((sum, i, k) => sum + gram[j * c.length + i] * rate[k], 0);
    for (const side of [1, -1]) {
      if (reached(slack[j], penalty) && Math.sign(slack[j]) === side) continue;
      const reach = (penalty - side * slack[j]) / (1 - side * speed);
      if (reach > 0 && reach < length) [length, leaving] = [reach, -1];
    }
  }
  return {length, leaving};
}

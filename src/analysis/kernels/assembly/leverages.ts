import {known, pair} from "./pairs";

/**
 * Takes from four influences, at the row of each donor, its leverage times its residual (0 where it is missing). A leverage is
 * a constant of the donor’s class plus its `columns` regressors times their weights; constants and weights lie in fours.
 */
export function addLeverages(
  donors: i32,
  columns: i32,
  regressors: usize,
  classes: usize,
  rows: usize,
  constants: usize,
  weights: usize,
  residuals: usize,
  first: usize,
  second: usize,
  third: usize,
  fourth: usize
): void {
  const block = (<usize>donors) << 3;
  // What is taken from one influence four times over need not be written in between.
  const isOne = first === second && first === third && first === fourth;
  const line = (<usize>columns) << 3;
  let at = regressors;
  // Two donors at once, whose sums do not wait for one another; of an odd number the last one is then worked out twice, and taken once.
  for (let k = 0; k < donors; k += 2) {
    const hasNext = k + 1 < donors;
    const step: usize = hasNext ? line : 0;
    const own = constants + ((<usize>load<u16>(classes + ((<usize>k) << 1))) << 5);
    const next = hasNext ? constants + ((<usize>load<u16>(classes + ((<usize>k) << 1), 2)) << 5) : own;
    let a = v128.load(own);
    let b = v128.load(own, 16);
    let c = v128.load(next);
    let d = v128.load(next, 16);
    let weight = weights;
    for (const end = at + line; at < end; at += 8) {
      const value = v128.load64_splat(at);
      const other = v128.load64_splat(at + step);
      const low = v128.load(weight);
      const high = v128.load(weight, 16);
      a = f64x2.add(a, f64x2.mul(low, value));
      b = f64x2.add(b, f64x2.mul(high, value));
      c = f64x2.add(c, f64x2.mul(low, other));
      d = f64x2.add(d, f64x2.mul(high, other));
      weight += 32;
    }
    at += step;
    const residual = residuals + ((<usize>k) << 3);
    const row = rows + ((<usize>k) << 2);
    takeFour(a, b, residual, block, load<i32>(row), isOne, first, second, third, fourth);
    if (hasNext) takeFour(c, d, residual + 8, block, load<i32>(row, 4), isOne, first, second, third, fourth);
  }
}

/** Takes four leverages times the residuals, each `block` bytes after the one before, from the influences at a row. */
function takeFour(
  low: v128,
  high: v128,
  residual: usize,
  block: usize,
  row: i32,
  isOne: bool,
  first: usize,
  second: usize,
  third: usize,
  fourth: usize
): void {
  const a = f64x2.mul(low, known(pair(residual, residual + block)));
  const b = f64x2.mul(high, known(pair(residual + 2 * block, residual + 3 * block)));
  const at = (<usize>row) << 3;
  if (isOne) {
    let left = load<f64>(first + at) - f64x2.extract_lane(a, 0);
    left -= f64x2.extract_lane(a, 1);
    left -= f64x2.extract_lane(b, 0);
    left -= f64x2.extract_lane(b, 1);
    store<f64>(first + at, left);
    return;
  }
  store<f64>(first + at, load<f64>(first + at) - f64x2.extract_lane(a, 0));
  store<f64>(second + at, load<f64>(second + at) - f64x2.extract_lane(a, 1));
  store<f64>(third + at, load<f64>(third + at) - f64x2.extract_lane(b, 0));
  store<f64>(fourth + at, load<f64>(fourth + at) - f64x2.extract_lane(b, 1));
}

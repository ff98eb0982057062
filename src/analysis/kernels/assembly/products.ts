import {known, pair} from "./pairs";

/** Adds x xᵀ of the first rows to the lower triangle of the products. */
export function addProducts(rows: i32, width: i32, values: usize, products: usize): void {
  const line = (<usize>width) << 3;
  let k = 0;
  let row = values;
  for (; k + 3 < rows; k += 4) {
    let into = products;
    for (let i = 0; i < width; i++) {
      const own = row + ((<usize>i) << 3);
      const a = v128.load64_splat(own);
      const b = v128.load64_splat(own + line);
      const c = v128.load64_splat(own + 2 * line);
      const d = v128.load64_splat(own + 3 * line);
      let other = row;
      let at = into;
      let j = 0;
      for (; j < i; j += 2) {
        let sum = v128.load(at);
        sum = f64x2.add(sum, f64x2.mul(a, v128.load(other)));
        sum = f64x2.add(sum, f64x2.mul(b, v128.load(other + line)));
        sum = f64x2.add(sum, f64x2.mul(c, v128.load(other + 2 * line)));
        sum = f64x2.add(sum, f64x2.mul(d, v128.load(other + 3 * line)));
        v128.store(at, sum);
        other += 16;
        at += 16;
      }
      if (j === i) {
        let sum = load<f64>(at);
        sum += f64x2.extract_lane(a, 0) * load<f64>(other);
        sum += f64x2.extract_lane(b, 0) * load<f64>(other + line);
        sum += f64x2.extract_lane(c, 0) * load<f64>(other + 2 * line);
        sum += f64x2.extract_lane(d, 0) * load<f64>(other + 3 * line);
        store<f64>(at, sum);
      }
      into += line;
    }
    row += 4 * line;
  }
  for (; k < rows; k++) {
    addRow(width, row, products, 1);
    row += line;
  }
}

/** Adds sign × x xᵀ of one row to the lower triangle. */
function addRow(width: i32, row: usize, products: usize, sign: f64): void {
  let into = products;
  for (let i = 0; i < width; i++) {
    const own = sign * load<f64>(row + ((<usize>i) << 3));
    if (own !== 0) {
      const twice = f64x2.splat(own);
      let other = row;
      let at = into;
      let j = 0;
      for (; j < i; j += 2) {
        v128.store(at, f64x2.add(v128.load(at), f64x2.mul(twice, v128.load(other))));
        other += 16;
        at += 16;
      }
      if (j === i) store<f64>(at, load<f64>(at) + own * load<f64>(other));
    }
    into += (<usize>width) << 3;
  }
}

/**
 * Of the rows that have a change: their products, and in `right` the sum of x times the change over the first `used` regressors. Products of
 * the rows that have none are taken out of those given, or, where `adds`, those of the rows that have one put in.
 */
export function addKnown(
  rows: i32,
  width: i32,
  used: i32,
  values: usize,
  changes: usize,
  adds: bool,
  products: usize,
  right: usize
): void {
  const line = (<usize>width) << 3;
  let row = values;
  for (let k = 0; k < rows; k++) {
    const change = load<f64>(changes + ((<usize>k) << 3));
    const isKnown = change === change;
    if (isKnown === adds) addRow(width, row, products, adds ? 1 : -1);
    if (isKnown) {
      const twice = f64x2.splat(change);
      let c = 0;
      for (; c + 1 < used; c += 2) {
        const at = right + ((<usize>c) << 3);
        v128.store(at, f64x2.add(v128.load(at), f64x2.mul(v128.load(row + ((<usize>c) << 3)), twice)));
      }
      if (c < used) {
        const at = right + ((<usize>c) << 3);
        store<f64>(at, load<f64>(at) + load<f64>(row + ((<usize>c) << 3)) * change);
      }
    }
    row += line;
  }
}

/**
 * Takes from four changes of every row, one after another in memory, what its regressors make of them with the coefficients, which
 * lie in fours; into `squares` go the sums of squares of what is left of the first `donors` rows, where there is a change.
 */
export function subtractFitted(
  rows: i32,
  donors: i32,
  width: i32,
  values: usize,
  coefficients: usize,
  changes: usize,
  squares: usize
): void {
  const block = (<usize>rows) << 3;
  let at = values;
  let change = changes;
  let p = f64x2.splat(0);
  let q = f64x2.splat(0);
  for (let k = 0; k < rows; k++) {
    let a = f64x2.splat(0);
    let b = f64x2.splat(0);
    let coefficient = coefficients;
    for (let c = 0; c < width; c++) {
      const value = v128.load64_splat(at);
      a = f64x2.add(a, f64x2.mul(value, v128.load(coefficient)));
      b = f64x2.add(b, f64x2.mul(value, v128.load(coefficient, 16)));
      coefficient += 32;
      at += 8;
    }
    a = f64x2.sub(pair(change, change + block), a);
    b = f64x2.sub(pair(change + 2 * block, change + 3 * block), b);
    store<f64>(change, f64x2.extract_lane(a, 0));
    store<f64>(change + block, f64x2.extract_lane(a, 1));
    store<f64>(change + 2 * block, f64x2.extract_lane(b, 0));
    store<f64>(change + 3 * block, f64x2.extract_lane(b, 1));
    if (k < donors) {
      p = f64x2.add(p, known(f64x2.mul(a, a)));
      q = f64x2.add(q, known(f64x2.mul(b, b)));
    }
    change += 8;
  }
  v128.store(squares, p);
  v128.store(squares, q, 16);
}

/**
 * The sums over donors that take most of the time, in AssemblyScript, which is compiled to WebAssembly. Every sum adds
 * the same terms in the same order as a plain loop would: two numbers at a time are two sums, never two parts of one.
 * Arrays are given by where they begin in the memory; numbers are float64 unless stated.
 */

/** Two numbers, of which the second may lie elsewhere. */
function pair(first: usize, second: usize): v128 {
  return v128.load64_lane(second, v128.load64_splat(first), 1);
}

/** 0 where a number is missing. */
function known(values: v128): v128 {
  return v128.and(values, f64x2.eq(values, values));
}

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
  let at = regressors;
  for (let k = 0; k < donors; k++) {
    const own = constants + ((<usize>load<u16>(classes + ((<usize>k) << 1))) << 5);
    let a = v128.load(own);
    let b = v128.load(own, 16);
    let weight = weights;
    for (let c = 0; c < columns; c++) {
      const value = v128.load64_splat(at);
      a = f64x2.add(a, f64x2.mul(v128.load(weight), value));
      b = f64x2.add(b, f64x2.mul(v128.load(weight, 16), value));
      weight += 32;
      at += 8;
    }
    let residual = residuals + ((<usize>k) << 3);
    a = f64x2.mul(a, known(pair(residual, residual + block)));
    residual += 2 * block;
    b = f64x2.mul(b, known(pair(residual, residual + block)));
    const row = (<usize>load<i32>(rows + ((<usize>k) << 2))) << 3;
    store<f64>(first + row, load<f64>(first + row) - f64x2.extract_lane(a, 0));
    store<f64>(second + row, load<f64>(second + row) - f64x2.extract_lane(a, 1));
    store<f64>(third + row, load<f64>(third + row) - f64x2.extract_lane(b, 0));
    store<f64>(fourth + row, load<f64>(fourth + row) - f64x2.extract_lane(b, 1));
  }
}

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

/**
 * The means of draws, each of which takes for every unit one of its own pool: `starts` and `lengths` are of the pools in `pools`,
 * `numbers` has a uniform number by draw and unit. With clusters, whose `members` end at `ends`, also the sum over clusters of the squares of
 * their totals of distances from the mean, divided by the number of units.
 */
export function summariseDraws(
  draws: i32,
  units: i32,
  numbers: usize,
  starts: usize,
  lengths: usize,
  pools: usize,
  clusters: i32,
  members: usize,
  ends: usize,
  drawn: usize,
  means: usize,
  squares: usize
): void {
  const count = <f64>units;
  let number = numbers;
  for (let draw: usize = 0; draw < <usize>draws; draw++) {
    let sum: f64 = 0;
    for (let i: usize = 0; i < <usize>units; i++) {
      const place = load<i32>(starts + (i << 2)) + <i32>(load<f64>(number) * <f64>load<i32>(lengths + (i << 2)));
      const value = load<f64>(pools + ((<usize>place) << 3));
      store<f64>(drawn + (i << 3), value);
      sum += value;
      number += 8;
    }
    const mean = sum / count;
    store<f64>(means + (draw << 3), mean);
    let total: f64 = 0;
    let at: i32 = 0;
    for (let c: usize = 0; c < <usize>clusters; c++) {
      const end = load<i32>(ends + (c << 2));
      let own: f64 = 0;
      for (; at < end; at++) {
        own += (load<f64>(drawn + ((<usize>load<i32>(members + ((<usize>at) << 2))) << 3)) - mean) / count;
      }
      total += own * own;
    }
    store<f64>(squares + (draw << 3), total);
  }
}

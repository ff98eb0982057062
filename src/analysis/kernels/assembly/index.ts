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

/** Marks with 1 the schools of which a column has no value; marks that are there stay. */
export function markMissing(schools: i32, column: usize, lacks: usize): void {
  for (let i: usize = 0; i < <usize>schools; i++) {
    const value = load<f64>(column + (i << 3));
    if (value !== value) store<u8>(lacks + i, 1);
  }
}

/** Lists the schools that have no mark, and says how many they are. */
export function listUnmarked(schools: i32, lacks: usize, places: usize): i32 {
  let count = 0;
  for (let i = 0; i < schools; i++) {
    store<i32>(places + ((<usize>count) << 2), i);
    if (!load<u8>(lacks + <usize>i)) count++;
  }
  return count;
}

/** Writes, row by row, a 1 and the values that columns, each `block` bytes after the one before, have at some places. */
export function writeRows(rows: i32, columns: i32, block: usize, places: usize, from: usize, values: usize): void {
  let into = values;
  for (let k: usize = 0; k < <usize>rows; k++) {
    store<f64>(into, 1);
    into += 8;
    let at = from + ((<usize>load<i32>(places + (k << 2))) << 3);
    for (let c = 0; c < columns; c++) {
      store<f64>(into, load<f64>(at));
      into += 8;
      at += block;
    }
  }
}

/** Adds rows to the sums of their columns. */
export function addRows(rows: i32, width: i32, values: usize, sums: usize): void {
  const line = (<usize>width) << 3;
  const pairs = line & ~15;
  let at = values;
  for (let k = 0; k < rows; k++) {
    for (let c: usize = 0; c < pairs; c += 16) {
      v128.store(sums + c, f64x2.add(v128.load(sums + c), v128.load(at + c)));
    }
    if (pairs < line) store<f64>(sums + pairs, load<f64>(sums + pairs) + load<f64>(at + pairs));
    at += line;
  }
}

/** Adds the squares of what rows are from the centres of their columns to the sums of the columns. */
export function addSquares(rows: i32, width: i32, values: usize, centres: usize, sums: usize): void {
  const line = (<usize>width) << 3;
  const pairs = line & ~15;
  let at = values;
  for (let k = 0; k < rows; k++) {
    for (let c: usize = 0; c < pairs; c += 16) {
      const from = f64x2.sub(v128.load(at + c), v128.load(centres + c));
      v128.store(sums + c, f64x2.add(v128.load(sums + c), f64x2.mul(from, from)));
    }
    if (pairs < line) {
      const from = load<f64>(at + pairs) - load<f64>(centres + pairs);
      store<f64>(sums + pairs, load<f64>(sums + pairs) + from * from);
    }
    at += line;
  }
}

/** Puts the values of rows from the centres of their columns, in units of their scales. */
export function standardise(rows: i32, width: i32, values: usize, centres: usize, scales: usize): void {
  const line = (<usize>width) << 3;
  const pairs = line & ~15;
  let at = values;
  for (let k = 0; k < rows; k++) {
    for (let c: usize = 0; c < pairs; c += 16) {
      v128.store(at + c, f64x2.div(f64x2.sub(v128.load(at + c), v128.load(centres + c)), v128.load(scales + c)));
    }
    if (pairs < line) {
      store<f64>(at + pairs, (load<f64>(at + pairs) - load<f64>(centres + pairs)) / load<f64>(scales + pairs));
    }
    at += line;
  }
}

/** Whether a column has no third value at some places. */
export function hasTwoValues(count: i32, column: usize, places: usize): bool {
  if (count === 0) return true;
  const first = load<f64>(column + ((<usize>load<i32>(places)) << 3));
  let second = first;
  for (let k: usize = 1; k < <usize>count; k++) {
    const value = load<f64>(column + ((<usize>load<i32>(places + (k << 2))) << 3));
    if (value === first || value === second) continue;
    if (second !== first) return false;
    second = value;
  }
  return true;
}

/**
 * Splits the classes of some places by whether a column has there what it has at the first, and says how many there are then.
 * They are numbered as they are met, by `numbers`: two of each class so far, -1 before.
 */
export function splitClasses(count: i32, column: usize, places: usize, classes: usize, numbers: usize): i32 {
  if (count === 0) return 0;
  const first = load<f64>(column + ((<usize>load<i32>(places)) << 3));
  let found = 0;
  for (let k: usize = 0; k < <usize>count; k++) {
    const value = load<f64>(column + ((<usize>load<i32>(places + (k << 2))) << 3));
    const own = classes + (k << 1);
    const number = numbers + ((2 * <usize>load<u16>(own) + (value === first ? 0 : 1)) << 2);
    if (load<i32>(number) < 0) store<i32>(number, found++);
    store<u16>(own, <u16>load<i32>(number));
  }
  return found;
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
 * The means of draws, each of which has a number for every unit in `drawn`. With clusters, whose `members` end at `ends`, also the sum
 * over clusters of the squares of their totals of distances from the mean, divided by the number of units.
 */
export function summariseDraws(
  draws: i32,
  units: i32,
  drawn: usize,
  clusters: i32,
  members: usize,
  ends: usize,
  means: usize,
  squares: usize
): void {
  const count = <f64>units;
  let own = drawn;
  for (let draw: usize = 0; draw < <usize>draws; draw++) {
    let sum: f64 = 0;
    for (let i: usize = 0; i < <usize>units; i++) sum += load<f64>(own + (i << 3));
    const mean = sum / count;
    store<f64>(means + (draw << 3), mean);
    let total: f64 = 0;
    let at: i32 = 0;
    for (let c: usize = 0; c < <usize>clusters; c++) {
      const end = load<i32>(ends + (c << 2));
      let part: f64 = 0;
      for (; at < end; at++) {
        part += (load<f64>(own + ((<usize>load<i32>(members + ((<usize>at) << 2))) << 3)) - mean) / count;
      }
      total += part * part;
    }
    store<f64>(squares + (draw << 3), total);
    own += (<usize>units) << 3;
  }
}

const WORDS: usize = 624;
const AHEAD: usize = 397;

/** What a word and the one after it give the Mersenne twister’s next word. */
function twist(word: u32, after: u32): u32 {
  const y = (word & 0x80000000) | (after & 0x7fffffff);
  return (y >> 1) ^ ((0 - (y & 1)) & 0x9908b0df);
}

/** The same of four words. */
function twistFour(words: v128, after: v128): v128 {
  const y = v128.or(v128.and(words, i32x4.splat(<i32>0x80000000)), v128.and(after, i32x4.splat(0x7fffffff)));
  const isOdd = i32x4.neg(v128.and(y, i32x4.splat(1)));
  return v128.xor(i32x4.shr_u(y, 1), v128.and(isOdd, i32x4.splat(<i32>0x9908b0df)));
}

/** Renews the words from one on up to another, each with the word so many bytes further on or back. */
function renewWords(state: usize, from: usize, to: usize, offset: isize): void {
  let at = state + (from << 2);
  const end = state + (to << 2);
  for (; at + 16 <= end; at += 16) {
    v128.store(at, v128.xor(v128.load(at + offset), twistFour(v128.load(at), v128.load(at, 4))));
  }
  for (; at < end; at += 4) store<u32>(at, load<u32>(at + offset) ^ twist(load<u32>(at), load<u32>(at, 4)));
}

/** Renews the state of a Mersenne twister (Matsumoto & Nishimura 1998). */
function renewState(state: usize): void {
  const last = WORDS - 1;
  renewWords(state, 0, WORDS - AHEAD, <isize>(AHEAD << 2));
  renewWords(state, WORDS - AHEAD, last, -(<isize>((WORDS - AHEAD) << 2)));
  store<u32>(
    state + (last << 2),
    load<u32>(state + ((AHEAD - 1) << 2)) ^ twist(load<u32>(state + (last << 2)), load<u32>(state))
  );
}

/** Of four words -1 where the number that they give is one half or more, 0 elsewhere. */
function temperFour(words: v128): v128 {
  let y = v128.xor(words, i32x4.shr_u(words, 11));
  y = v128.xor(y, v128.and(i32x4.shl(y, 7), i32x4.splat(<i32>0x9d2c5680)));
  y = v128.xor(y, v128.and(i32x4.shl(y, 15), i32x4.splat(<i32>0xefc60000)));
  return i32x4.shr_s(y, 31);
}

/** Writes a byte a word: -1 where the number that it gives is one half or more, 0 elsewhere. */
function writeSigns(state: usize, signs: usize): void {
  for (let i: usize = 0; i < WORDS; i += 16) {
    const at = state + (i << 2);
    const low = i16x8.narrow_i32x4_s(temperFour(v128.load(at)), temperFour(v128.load(at, 16)));
    const high = i16x8.narrow_i32x4_s(temperFour(v128.load(at, 32)), temperFour(v128.load(at, 48)));
    v128.store(signs + i, i8x16.narrow_i16x8_s(low, high));
  }
}

/**
 * By eight rows, by draw: a bit for each row, set where the next number of a Mersenne twister is one half or more. `signs` holds
 * those of the state as it is, of which `used` have been used, and `line` has room for one draw; says how many have been used then.
 */
export function drawPatterns(
  rows: i32,
  draws: i32,
  state: usize,
  signs: usize,
  used: i32,
  line: usize,
  patterns: usize
): i32 {
  let at = <usize>used;
  for (let draw: usize = 0; draw < <usize>draws; draw++) {
    for (let done: usize = 0; done < <usize>rows;) {
      if (at === WORDS) {
        renewState(state);
        writeSigns(state, signs);
        at = 0;
      }
      const some = min(WORDS - at, <usize>rows - done);
      memory.copy(line + done, signs + at, some);
      done += some;
      at += some;
    }
    let into = patterns + draw;
    for (let row: usize = 0; row < <usize>rows; row += 8) {
      const bits = i8x16.bitmask(v128.load64_zero(line + row));
      const count = <usize>rows - row;
      store<u8>(into, count < 8 ? bits & ((1 << (<i32>count)) - 1) : bits);
      into += <usize>draws;
    }
  }
  return <i32>at;
}

/**
 * Adds to the sums of every draw its eight rows, each plus where its bit is set and minus elsewhere; columns and sums lie in pairs,
 * `pairs` of them a row or draw. They are added up once in each of the 256 ways that signs can fall, for which `ways` has room.
 */
export function addSigned(
  rows: i32,
  pairs: i32,
  values: usize,
  draws: i32,
  patterns: usize,
  ways: usize,
  sums: usize
): void {
  const line = (<usize>pairs) << 4;
  let value = values;
  let pattern = patterns;
  for (let row = 0; row < rows; row += 8) {
    const count = min(8, rows - row);
    fillWays(count, line, value, ways);
    let at = sums;
    for (let draw = 0; draw < draws; draw++) {
      const own = ways + <usize>load<u8>(pattern) * line;
      for (let c: usize = 0; c < line; c += 16) {
        v128.store(at, f64x2.add(v128.load(at), v128.load(own + c)));
        at += 16;
      }
      pattern++;
    }
    value += 8 * line;
  }
}

/** The sums of some rows in every way that their signs can fall. */
function fillWays(count: i32, line: usize, values: usize, ways: usize): void {
  for (let c: usize = 0; c < line; c += 16) {
    let sum = f64x2.splat(0);
    for (let i = 0; i < count; i++) sum = f64x2.sub(sum, v128.load(values + <usize>i * line + c));
    v128.store(ways + c, sum);
    for (let i = 0; i < count; i++) {
      const own = v128.load(values + <usize>i * line + c);
      const twice = f64x2.add(own, own);
      const bit = (<usize>1) << (<usize>i);
      for (let without: usize = 0; without < bit; without++) {
        v128.store(ways + (without + bit) * line + c, f64x2.add(v128.load(ways + without * line + c), twice));
      }
    }
  }
}

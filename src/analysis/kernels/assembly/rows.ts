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

import {compiled} from "./compiled.ts";

/** What the compiled kernels do, as `assembly` states it; places in memory are counted in bytes. */
interface Kernels {
  addLeverages(
    donors: number,
    columns: number,
    regressors: number,
    classes: number,
    rows: number,
    constants: number,
    weights: number,
    residuals: number,
    ...influences: readonly [number, number, number, number]
  ): void;
  markMissing(schools: number, column: number, lacks: number): void;
  listUnmarked(schools: number, lacks: number, places: number): number;
  writeRows(rows: number, columns: number, block: number, places: number, from: number, values: number): void;
  addRows(rows: number, width: number, values: number, sums: number): void;
  addSquares(rows: number, width: number, values: number, centres: number, sums: number): void;
  standardise(rows: number, width: number, values: number, centres: number, scales: number): void;
  hasTwoValues(count: number, column: number, places: number): number;
  splitClasses(count: number, column: number, places: number, classes: number, numbers: number): number;
  addProducts(rows: number, width: number, values: number, products: number): void;
  addKnown(
    rows: number,
    width: number,
    used: number,
    values: number,
    changes: number,
    adds: boolean,
    products: number,
    right: number
  ): void;
  subtractFitted(
    rows: number,
    donors: number,
    width: number,
    values: number,
    coefficients: number,
    changes: number,
    squares: number
  ): void;
  drawPatterns(
    rows: number,
    draws: number,
    state: number,
    signs: number,
    used: number,
    line: number,
    patterns: number
  ): number;
  addSigned(
    rows: number,
    pairs: number,
    values: number,
    draws: number,
    patterns: number,
    ways: number,
    sums: number
  ): void;
  summariseDraws(
    draws: number,
    units: number,
    drawn: number,
    clusters: number,
    members: number,
    ends: number,
    means: number,
    squares: number
  ): void;
}

/** What can be put into the kernels’ memory. */
type Values = Float64Array | Int32Array | Uint16Array | Uint8Array;

/** Numbers that kernels work on together: their sums go on side by side without waiting for one another. */
export const together = 4;

const memory = new WebAssembly.Memory({initial: 1});
const bytes = Uint8Array.from(atob(compiled), (character) => character.charCodeAt(0));
const {exports} = new WebAssembly.Instance(new WebAssembly.Module(bytes), {env: {memory}});
export const kernels = exports as unknown as Kernels;

/**
 * Room in the kernels’ memory, taken up from its beginning: nothing of whoever had it before is there any more. What is put
 * there has a place; what kernels made is read by its place and length.
 */
export function takeRoom() {
  let end = 0;
  const reserve = (size: number): number => {
    const at = end;
    // Two numbers are read at a time.
    end = Math.ceil((at + size) / 16) * 16;
    const lacks = end - memory.buffer.byteLength;
    if (lacks > 0) memory.grow(Math.ceil(lacks / PAGE));
    return at;
  };
  return {
    reserve: (numbers: number): number => reserve(numbers * Float64Array.BYTES_PER_ELEMENT),
    put: (values: Values): number => {
      const at = reserve(values.byteLength);
      overwrite(at, values);
      return at;
    },
    /** Puts some of the values, by their places. */
    pick: (values: Float64Array, places: Int32Array): number => {
      const at = reserve(places.length * Float64Array.BYTES_PER_ELEMENT);
      pick(at, values, places);
      return at;
    },
    pickInto: pick,
    /** Room of zeros. */
    zeros: (numbers: number): number => {
      const at = reserve(numbers * Float64Array.BYTES_PER_ELEMENT);
      read(at, numbers).fill(0);
      return at;
    },
    overwrite,
    read,
    /** What lies at a place, of whatever kind, copied. */
    copy: <V extends Values>(
      kind: new (from: ArrayBuffer, at: number, count: number) => V,
      at: number,
      count: number
    ): V => new kind(memory.buffer, at, count).slice() as V,
    /** Gives back all that was taken since `at`. */
    release: (at: number): void => void (end = at),
    end: (): number => end
  };
}

export type Room = ReturnType<typeof takeRoom>;

const PAGE = 65_536;

function overwrite(at: number, values: Values): void {
  const {buffer, byteOffset, byteLength} = values;
  new Uint8Array(memory.buffer, at, byteLength).set(new Uint8Array(buffer, byteOffset, byteLength));
}

function pick(at: number, values: Float64Array, places: Int32Array): void {
  const into = read(at, places.length);
  for (let k = 0; k < places.length; k++) into[k] = values[places[k]];
}

/** The numbers at a place, as they are there now: they are to be copied before anything else is put. */
const read = (at: number, numbers: number): Float64Array => new Float64Array(memory.buffer, at, numbers);

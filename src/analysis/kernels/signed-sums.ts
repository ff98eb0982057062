import {makeFloats, mersenneState} from "../../library/statistics/index.ts";
import {kernels, takeRoom} from "./memory.ts";

/** Signs that follow one another as the numbers of `mersenneTwister` do: minus where the next one is below one half. */
export interface Signs {
  state: Int32Array;
  /** A byte for each word of the state, and how many of them have been used. */
  ready: Uint8Array;
  used: number;
}

export function signsFrom(seed: number): Signs {
  const state = mersenneState(seed);
  return {state, ready: new Uint8Array(state.length), used: state.length};
}

const EIGHT = 8;
const WAYS = 1 << EIGHT;

/**
 * Σ ± of each column, draw after draw: draws × columns. Every row has one sign in a draw, the same for all columns, and
 * goes on in `signs` from where they are.
 */
export function signedSums(
  columns: readonly Float64Array[],
  {draws, signs}: {draws: number; signs: Signs}
): Float64Array {
  const width = columns.length;
  const rows = columns[0]?.length ?? 0;
  const pairs = Math.ceil(width / 2);
  const room = takeRoom();
  const state = room.put(signs.state);
  const ready = room.put(signs.ready);
  // Eight rows are read at once, whatever there is of the last ones.
  const line = room.reserve(Math.ceil(rows / EIGHT) + 1);
  const patterns = room.reserve(Math.ceil((Math.ceil(rows / EIGHT) * draws) / Float64Array.BYTES_PER_ELEMENT));
  signs.used = kernels.drawPatterns(rows, draws, state, ready, signs.used, line, patterns);
  signs.state = room.copy(Int32Array, state, signs.state.length);
  signs.ready = room.copy(Uint8Array, ready, signs.ready.length);
  const values = room.put(
    makeFloats(rows * 2 * pairs, (at) => columns[at % (2 * pairs)]?.[Math.floor(at / (2 * pairs))] ?? 0)
  );
  const ways = room.reserve(WAYS * 2 * pairs);
  const sums = room.zeros(draws * 2 * pairs);
  kernels.addSigned(rows, pairs, values, draws, patterns, ways, sums);
  const inPairs = room.read(sums, draws * 2 * pairs);
  return makeFloats(draws * width, (at) => inPairs[Math.floor(at / width) * 2 * pairs + (at % width)]);
}

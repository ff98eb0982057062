const EIGHT = 8;
const PATTERNS = 1 << EIGHT;

/**
 * Σ ± of each column, draw after draw: draws × columns. Every row has one sign in a draw, the same for all columns:
 * minus where the next uniform number is below one half. Eight rows at a time are added up once in each of the 256 ways
 * that their signs can fall, which every draw then looks up.
 *
 * @example
 * import {mersenneTwister, signedSums} from "school-partnerships";
 *
 * const sums = signedSums([Float64Array.of(1, 2), Float64Array.of(10, 20)], {draws: 2, source: mersenneTwister(1)});
 * console.log([...sums].join());
 * // -3,-30,3,30
 */
export function signedSums(
  columns: readonly Float64Array[],
  {draws, source}: {draws: number; source: () => number}
): Float64Array {
  const width = columns.length;
  const rows = columns[0]?.length ?? 0;
  const patterns = drawPatterns(rows, {draws, source});
  const sums = new Float64Array(draws * width);
  const ways = new Float64Array(PATTERNS * width);
  for (let row = 0, pattern = 0; row < rows; row += EIGHT) {
    fillWays(ways, columns, row);
    for (let at = 0; at < sums.length; pattern++) {
      const from = patterns[pattern] * width;
      for (let c = 0; c < width; c++, at++) sums[at] += ways[from + c];
    }
  }
  return sums;
}

/** By eight rows, by draw: a bit for each row, set where its sign is plus. */
function drawPatterns(rows: number, {draws, source}: {draws: number; source: () => number}): Uint8Array {
  const eighths = Math.ceil(rows / EIGHT);
  const patterns = new Uint8Array(eighths * draws);
  for (let draw = 0; draw < draws; draw++) {
    for (let eighth = 0; eighth < eighths; eighth++) {
      let pattern = 0;
      const count = Math.min(EIGHT, rows - eighth * EIGHT);
      for (let i = 0; i < count; i++) if (!(source() < 0.5)) pattern |= 1 << i;
      patterns[eighth * draws + draw] = pattern;
    }
  }
  return patterns;
}

/** The sums of eight rows from one on, by pattern of their signs and by column. */
function fillWays(ways: Float64Array, columns: readonly Float64Array[], first: number): void {
  const width = columns.length;
  const count = Math.min(EIGHT, columns[0].length - first);
  for (let c = 0; c < width; c++) {
    const column = columns[c];
    ways[c] = 0;
    for (let i = 0; i < count; i++) ways[c] -= column[first + i];
    for (let i = 0; i < count; i++) {
      for (let without = 0, bit = 1 << i; without < bit; without++) {
        ways[(without + bit) * width + c] = ways[without * width + c] + 2 * column[first + i];
      }
    }
  }
}

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

import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";

const length = 624;
const shift = 397;

/**
 * Uniform numbers in (0, 1) by the Mersenne twister of Matsumoto & Nishimura (1998), its state
 * filled from the seed by the congruential generator x ← 69069x + 1, run fifty times before: the
 * sequence that R gives after set.seed, so that what rests on drawn numbers can be compared with
 * it.
 *
 * @example
 * import {mersenneTwister} from "school-partnerships/statistics";
 *
 * console.log(mersenneTwister(1)().toFixed(7));
 * // 0.2655087
 */
export function mersenneTwister(seed: number): () => number {
  const state = mersenneState(seed);
  const numbers = new Float64Array(length);
  let at = length;

  return () => {
    if (at === length) {
      renew(state);
      for (let i = 0; i < length; i++) numbers[i] = temper(state[i]);
      at = 0;
    }
    return numbers[at++];
  };
}

/**
 * The 624 words from which `mersenneTwister` makes its first numbers, for whoever makes them in another way.
 *
 * @example
 * import {mersenneState} from "school-partnerships/statistics";
 *
 * console.log(mersenneState(1).length, mersenneState(1)[0]);
 * // 624 -169270483
 */
export function mersenneState(seed: number): Int32Array {
  const state = new Int32Array(length);
  let x = seed >>> 0;
  const next = () => (x = (Math.imul(69069, x) + 1) >>> 0);
  for (let i = 0; i < 51; i++) next();
  for (let i = 0; i < length; i++) state[i] = next();
  return state;
}

function renew(state: Int32Array): void {
  let i = 0;
  for (; i < length - shift; i++) state[i] = state[i + shift] ^ twist(state[i], state[i + 1]);
  for (; i < length - 1; i++) state[i] = state[i + shift - length] ^ twist(state[i], state[i + 1]);
  state[i] = state[shift - 1] ^ twist(state[i], state[0]);
}

function twist(word: number, after: number): number {
  const y = (word & 0x80000000) | (after & 0x7fffffff);
  return (y >>> 1) ^ (-(y & 1) & 0x9908b0df);
}

function temper(word: number): number {
  let y = word;
  y ^= y >>> 11;
  y ^= (y << 7) & 0x9d2c5680;
  y ^= (y << 15) & 0xefc60000;
  y ^= y >>> 18;
  const number = (y >>> 0) * 2.3283064365386963e-10;
  return number < tiny ? tiny : number > most ? most : number;
}

const tiny = 2.328306437080797e-10 / 2;
const most = 1 - tiny;
const grain = 2 ** 27;

/**
 * Standard normal numbers by inversion, from two uniform ones each so that the tails are not coarse.
 *
 * @example
 * import {mersenneTwister, normalNumbers} from "school-partnerships";
 *
 * // As R gives after set.seed(1): rnorm(2).
 * const next = normalNumbers(mersenneTwister(1));
 * console.log(next().toFixed(7), next().toFixed(7));
 * // -0.6264538 0.1836433
 */
export function normalNumbers(uniform: () => number): () => number {
  return () => normalQuantile((Math.floor(grain * uniform()) + uniform()) / grain, 0, 1);
}

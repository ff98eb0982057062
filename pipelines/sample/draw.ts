import {randomLcg, randomNormal} from "d3";

/** Random numbers of one purpose: what is drawn for one school does not move when another is added. */
export interface Draw {
  uniform(): number;
  normal(): number;
  integer(from: number, to: number): number;
  poisson(mean: number): number;
  /** How many of n, each with chance p. */
  binomial(n: number, p: number): number;
  pick<T>(items: readonly T[]): T;
  shuffle<T>(items: readonly T[]): T[];
}

/** The random numbers of a purpose, the same for the same seed and words. */
export function draws(seed: number, ...purpose: (string | number)[]): Draw {
  const uniform = randomLcg(fraction([seed, ...purpose].join(" ")));
  for (let i = 0; i < 4; i++) uniform();
  const normal = randomNormal.source(uniform)();
  const integer = (from: number, to: number) => from + Math.floor(uniform() * (to - from + 1));
  return {
    uniform,
    normal,
    integer,
    poisson: (mean) => poisson(mean, uniform, normal),
    binomial: (n, p) => binomial(n, p, uniform, normal),
    pick: (items) => items[Math.floor(uniform() * items.length)]!,
    shuffle: (items) =>
      items
        .map((item) => ({item, at: uniform()}))
        .sort((a, b) => a.at - b.at)
        .map(({item}) => item)
  };
}

/** Arrivals one by one while the mean is small, from the normal distribution where it is large. */
function poisson(mean: number, uniform: () => number, normal: () => number): number {
  if (mean > 30) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()));
  let count = 0;
  for (let left = uniform(), least = Math.exp(-mean); left > least; left *= uniform()) count++;
  return count;
}

/** One by one while n is small; where it is large, from the normal distribution, or as arrivals where hardly any or nearly all are. */
function binomial(n: number, p: number, uniform: () => number, normal: () => number): number {
  if (n > 60) {
    if (n * p < 10) return Math.min(n, poisson(n * p, uniform, normal));
    if (n * (1 - p) < 10) return Math.max(0, n - poisson(n * (1 - p), uniform, normal));
    return Math.min(n, Math.max(0, Math.round(n * p + Math.sqrt(n * p * (1 - p)) * normal())));
  }
  let count = 0;
  for (let i = 0; i < n; i++) if (uniform() < p) count++;
  return count;
}

/** A text as a number from 0 up to 1 (FNV-1a, with the last bits stirred). */
function fraction(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return ((hash ^ (hash >>> 15)) >>> 0) / 2 ** 32;
}

export const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
export const logit = (p: number): number => Math.log(p / (1 - p));
export const clamp = (x: number, low: number, high: number): number => Math.min(high, Math.max(low, x));

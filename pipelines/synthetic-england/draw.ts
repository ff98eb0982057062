/** Random numbers of one purpose: what is drawn for one school does not move when another is added. */
export interface Draw {
  uniform(): number;
  normal(): number;
  integer(from: number, to: number): number;
  poisson(mean: number): number;
  /** How many of n, each with chance p. */
  binomial(n: number, p: number): number;
  /** The nearest whole number, or the nearest of so many parts of one: what can only be counted in such steps. */
  whole(x: number, parts?: number): number;
  pick<T>(items: readonly T[]): T;
  shuffle<T>(items: readonly T[]): T[];
}

/** The random numbers of a purpose, the same for the same seed and words on every machine: sums, products, exp, log and sqrt only. */
export const draws = (seed: number, ...purpose: (string | number)[]): Draw =>
  stream().restart([seed, ...purpose].join(" "));

/** Random numbers that can begin again for another purpose: for the millions of school-years, one such is enough. */
export interface Stream extends Draw {
  restart(purpose: string): Draw;
}

export function stream(): Stream {
  let state = 0;
  /** Mulberry32: a counter, stirred. */
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let z = Math.imul(state ^ (state >>> 15), 1 | state);
    z ^= z + Math.imul(z ^ (z >>> 7), 61 | z);
    return ((z ^ (z >>> 14)) >>> 0) / 4_294_967_296;
  };
  const normal = (): number => polar(uniform);
  const self: Stream = {
    restart(purpose) {
      state = hash(purpose);
      return self;
    },
    uniform,
    normal,
    integer: (from, to) => from + Math.floor(uniform() * (to - from + 1)),
    poisson: (mean) => poisson(mean, uniform, normal),
    binomial: (n, p) => binomial(n, p, uniform, normal),
    whole: (x, parts = 1) => Math.round(x * parts) / parts,
    pick: (items) => items[Math.floor(uniform() * items.length)],
    shuffle: (items) => shuffle(items, uniform)
  };
  return self;
}

/** No chance at all: every draw is what it is on average, and nothing is rounded. There is nothing to pick or shuffle. */
export const expectation: Draw = {
  uniform: () => 0.5,
  normal: () => 0,
  integer: (from, to) => (from + to) / 2,
  poisson: (mean) => mean,
  binomial: (n, p) => n * p,
  whole: (x) => x,
  pick: () => noExpectation("pick"),
  shuffle: () => noExpectation("shuffle")
};

function noExpectation(what: string): never {
  throw new Error(`a ${what} has no expectation: draw it where the school is made, not where its pupils are`);
}

/** A normal deviate from a point of the unit disc (Marsaglia and Bray, 1964). */
function polar(uniform: () => number): number {
  for (;;) {
    const x = 2 * uniform() - 1;
    const y = 2 * uniform() - 1;
    const r = x * x + y * y;
    if (r > 0 && r < 1) return x * Math.sqrt((-2 * Math.log(r)) / r);
  }
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

/** Fisher and Yates. */
function shuffle<T>(items: readonly T[], uniform: () => number): T[] {
  const mixed = [...items];
  for (let i = mixed.length - 1; i > 0; i--) {
    const j = Math.floor(uniform() * (i + 1));
    [mixed[i], mixed[j]] = [mixed[j], mixed[i]];
  }
  return mixed;
}

/** A text as 32 bits (FNV-1a, with the last bits stirred). */
function hash(text: string): number {
  let bits = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) bits = Math.imul(bits ^ text.charCodeAt(i), 0x01000193);
  bits = Math.imul(bits ^ (bits >>> 15), 0x2c1b3c6d);
  bits = Math.imul(bits ^ (bits >>> 12), 0x297a2d39);
  return bits ^ (bits >>> 15);
}

export const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
export const logit = (p: number): number => Math.log(p / (1 - p));
export const clamp = (x: number, low: number, high: number): number => Math.min(high, Math.max(low, x));

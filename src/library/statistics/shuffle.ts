/**
 * The whole numbers below n in random order: each is drawn from those left, the
 * last of which takes its place. A whole number is drawn by putting together
 * sixteen bits of each uniform one and trying again above the limit, so that with
 * `mersenneTwister` it is the order that R’s sample gives.
 */
export function shuffled(n: number, uniform: () => number): number[] {
  const left = Array.from({length: n}, (_, i) => i);
  return Array.from({length: n}, (_, i) => {
    const at = wholeNumberBelow(n - i, uniform);
    const drawn = left[at];
    left[at] = left[n - i - 1]!;
    return drawn;
  });
}

/** A whole number from 0, below the limit, each as likely as any other. */
export function wholeNumberBelow(limit: number, uniform: () => number): number {
  const bits = Math.ceil(Math.log2(limit));
  for (;;) {
    let value = 0;
    for (let drawn = 0; drawn <= bits; drawn += 16) value = 65536 * value + Math.floor(uniform() * 65536);
    value %= 2 ** bits;
    if (value < limit) return value;
  }
}

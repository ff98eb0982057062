import {mersenneTwister} from "../../library/statistics/index.ts";

/** The uniform numbers of the seed asked for last, as far as anybody has asked for them. */
const kept = {seed: NaN, numbers: new Float64Array(1 << 12), made: 0, next: (): number => NaN};

/**
 * At least so many of the uniform numbers in (0, 1) of a seed, from its first: as `mersenneTwister` gives them, drawn
 * once for all who ask for the same seed one after the other, as both assumptions and every window of event times of a
 * partnership do. They are to be read before another seed is asked for.
 */
export function uniformNumbers(seed: number, count: number): Float64Array {
  if (kept.seed !== seed) Object.assign(kept, {seed, made: 0, next: mersenneTwister(seed)});
  if (kept.numbers.length < count) {
    const wider = new Float64Array(count);
    wider.set(kept.numbers.subarray(0, kept.made));
    kept.numbers = wider;
  }
  const {numbers, next} = kept;
  for (let i = kept.made; i < count; i++) numbers[i] = next();
  kept.made = Math.max(kept.made, count);
  return numbers;
}

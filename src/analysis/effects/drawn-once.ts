import {mersenneTwister} from "../../library/statistics/index.ts";

/** The uniform numbers of the seed asked for last, as far as anybody has read them. */
const kept = {seed: NaN, numbers: new Float64Array(1 << 12), made: 0, next: (): number => NaN};

/**
 * The uniform numbers in (0, 1) of a seed, from its first: as `mersenneTwister` gives them, drawn once for all who read
 * the same seed one after the other, as both assumptions and every window of event times of a partnership do.
 */
export function uniformNumbers(seed: number): () => number {
  if (kept.seed !== seed) Object.assign(kept, {seed, made: 0, next: mersenneTwister(seed)});
  let at = 0;
  return () => {
    if (kept.seed !== seed) throw new Error("uniform numbers of one seed are read to the end before those of another");
    if (at === kept.made) drawMore();
    return kept.numbers[at++];
  };
}

function drawMore(): void {
  if (kept.made === kept.numbers.length) {
    const wider = new Float64Array(2 * kept.made);
    wider.set(kept.numbers);
    kept.numbers = wider;
  }
  const to = Math.min(kept.made + 1024, kept.numbers.length);
  while (kept.made < to) kept.numbers[kept.made++] = kept.next();
}

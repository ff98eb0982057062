import {describe, expect, test} from "vitest";
import {openRateLimiter} from "../../pipelines/fetch/rate-limiter.ts";

/** A limiter on a clock that sleeping moves, and when each piece of work began. */
function watched({at_once = 2, spacing_ms = 250} = {}) {
  let now = 0;
  const began: number[] = [];
  const limiter = openRateLimiter(
    {at_once, spacing_ms},
    {now: () => now, sleep: (ms) => Promise.resolve(void (now += ms))}
  );
  const work = (): Promise<void> => Promise.resolve(void began.push(now));
  return {limiter, work, began};
}

describe("a limiter", () => {
  test("starts the requests to a host some time apart", async () => {
    const {limiter, work, began} = watched({at_once: 1});
    await Promise.all([1, 2, 3].map(() => limiter("a", work)));
    expect(began).toEqual([0, 250, 500]);
  });

  test("does not make one host wait for another", async () => {
    const {limiter, work, began} = watched({at_once: 1});
    await Promise.all([limiter("a", work), limiter("b", work)]);
    expect(began).toEqual([0, 0]);
  });

  test("never lets more than its number run at once", async () => {
    const {limiter} = watched({spacing_ms: 0});
    let running = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      most = Math.max(most, ++running);
      await new Promise(setImmediate);
      running -= 1;
    };
    await Promise.all(Array.from({length: 9}, () => limiter("a", work)));
    expect(most).toBe(2);
  });

  test("lets the next one in when one fails", async () => {
    const {limiter, work, began} = watched({at_once: 1, spacing_ms: 0});
    await limiter("a", () => Promise.reject(new Error("no"))).catch(() => undefined);
    await limiter("a", work);
    expect(began).toHaveLength(1);
  });
});

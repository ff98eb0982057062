import pLimit from "p-limit";
import type {Limits, Context} from "./context.ts";

/** Runs work for a host when its turn comes. */
export type RateLimiter = <T>(host: string, work: () => Promise<T>) => Promise<T>;

/** A limiter that lets few requests to a host run at once, and starts them some time apart. */
export function openRateLimiter(
  {at_once, spacing_ms}: Pick<Limits, "at_once" | "spacing_ms">,
  {now, sleep}: Pick<Context, "now" | "sleep">
): RateLimiter {
  const lanes = new Map<string, {limit: ReturnType<typeof pLimit>; free: number}>();
  return (host, work) => {
    const lane = lanes.get(host) ?? {limit: pLimit(at_once), free: -Infinity};
    lanes.set(host, lane);
    return lane.limit(async () => {
      const wait = Math.max(0, lane.free - now());
      lane.free = Math.max(now(), lane.free) + spacing_ms;
      if (wait > 0) await sleep(wait);
      return work();
    });
  };
}

import type {Limits} from "./surroundings.ts";

type Waits = Pick<Limits, "first_wait_ms" | "longest_wait_ms">;

/**
 * Milliseconds to wait before the next try, after `tried` of them: doubling,
 * bounded, and half of it by chance, so that many readers do not return at the
 * same moment. What the publisher asks for is a floor.
 */
export function waitAfter(
  tried: number,
  {first_wait_ms, longest_wait_ms}: Waits,
  {random, rest_ms}: {random: () => number; rest_ms: number | null}
): number {
  const doubled = Math.min(longest_wait_ms, first_wait_ms * 2 ** (tried - 1));
  return Math.max(rest_ms ?? 0, doubled * (0.5 + random() / 2));
}

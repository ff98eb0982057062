import type {Limits} from "./context.ts";

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

/**
 * Milliseconds that a Retry-After header asks for: a number of seconds, or a
 * date (RFC 9110 §10.2.3). Null without one, or if it is neither; a date gone by is 0.
 */
export function restAskedFor(header: string | undefined, now: number): number | null {
  if (header === undefined) return null;
  if (/^\s*\d+\s*$/.test(header)) return Number(header) * 1000;
  const until = Date.parse(header);
  return Number.isNaN(until) ? null : Math.max(0, until - now);
}

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

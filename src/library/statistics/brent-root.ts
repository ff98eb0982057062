/**
 * A root of f between two points where its signs differ, by Brent’s method (1973, chapter 4):
 * inverse quadratic or linear interpolation where that gains, else halving, until the bracket is
 * no wider than `tolerance`. Throws where the signs are the same.
 */
export function brentRoot(f: (x: number) => number, [from, to]: readonly [number, number], tolerance: number): number {
  let before = {x: from, y: f(from)};
  let best = {x: to, y: f(to)};
  if (before.y === 0) return from;
  if (Math.sign(before.y) === Math.sign(best.y)) throw new Error("no change of sign between the ends");
  let across = before;
  for (;;) {
    const last = best.x - before.x;
    if (Math.abs(across.y) < Math.abs(best.y)) [before, best, across] = [best, across, best];
    const least = 2 * Number.EPSILON * Math.abs(best.x) + tolerance / 2;
    const half = (across.x - best.x) / 2;
    if (Math.abs(half) <= least || best.y === 0) return best.x;
    const interpolates = Math.abs(last) >= least && Math.abs(before.y) > Math.abs(best.y);
    const step = (interpolates && interpolation(before, best, across, {last, least})) || half;
    const moved = best.x + (Math.abs(step) < least ? Math.sign(step) * least : step);
    before = best;
    best = {x: moved, y: f(moved)};
    if (Math.sign(best.y) === Math.sign(across.y)) across = before;
  }
}

interface Point {
  x: number;
  y: number;
}

/** The step to where the curve through the points crosses 0; null where it leaves the bracket or gains too little. */
function interpolation(
  before: Point,
  best: Point,
  across: Point,
  {last, least}: {last: number; least: number}
): number | null {
  const width = across.x - best.x;
  const r = best.y / before.y;
  let p: number;
  let q: number;
  if (before.x === across.x) {
    p = width * r;
    q = 1 - r;
  } else {
    const s = before.y / across.y;
    const t = best.y / across.y;
    p = r * (width * s * (s - t) - (best.x - before.x) * (t - 1));
    q = (s - 1) * (t - 1) * (r - 1);
  }
  if (p > 0) q = -q;
  else p = -p;
  return p < 0.75 * width * q - Math.abs(least * q) / 2 && p < Math.abs((last * q) / 2) ? p / q : null;
}

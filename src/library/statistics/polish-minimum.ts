import {Matrix, solve} from "ml-matrix";

/**
 * A minimum of a smooth function brought closer than comparing its values can: Newton steps with
 * gradients from four-point differences of this width. A step that does not make the gradient
 * smaller, as at a boundary or on a ridge, is not taken.
 */
export function polishMinimum(f: (x: readonly number[]) => number, start: readonly number[], width: number): number[] {
  const moved = (x: readonly number[], i: number, by: number) => x.map((value, j) => (j === i ? value + by : value));
  const slope = (x: readonly number[]) =>
    x.map((_, i) => {
      const difference = (h: number) => f(moved(x, i, h)) - f(moved(x, i, -h));
      return (8 * difference(width) - difference(2 * width)) / (12 * width);
    });
  let best = [...start];
  let gradient = slope(best);
  for (let step = 0; step < 4; step++) {
    const columns = best.map((_, i) => {
      const [ahead, behind] = [slope(moved(best, i, width)), slope(moved(best, i, -width))];
      return ahead.map((value, j) => (value - behind[j]) / (2 * width));
    });
    const by = solve(new Matrix(columns), Matrix.columnVector(gradient), true).to1DArray();
    const next = best.map((value, i) => value - by[i]);
    const then = slope(next);
    if (!(norm(then) < norm(gradient)) || by.some((value) => Math.abs(value) > 0.01)) break;
    [best, gradient] = [next, then];
  }
  return best;
}

const norm = (values: readonly number[]): number => Math.hypot(...values);

import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {lassoPath} from "../../../../src/library/inference/honest-did/lasso-path.ts";

const size = 5;
const number = fc.double({min: -1, max: 1, noNaN: true});

describe("lassoPath(gram, linear)", () => {
  it("satisfies the conditions of a minimum at every corner, and ends with no penalty", () => {
    fc.assert(
      fc.property(
        fc.array(number, {minLength: size * size, maxLength: size * size}),
        fc.array(number, {minLength: size, maxLength: size}),
        (entries, linear) => {
          fc.pre(linear.some((value) => Math.abs(value) > 1e-3));
          const gram = computeGram(entries);
          const corners = lassoPath(gram, Float64Array.from(linear));
          expect(corners.at(-1)!.penalty).toBe(0);
          for (const {penalty, coefficients: c} of corners) {
            for (let i = 0; i < size; i++) {
              const slack = -linear[i] - c.reduce((sum, value, j) => sum + gram[i * size + j] * value, 0);
              expect(Math.abs(slack)).toBeLessThanOrEqual(penalty + 1e-8);
              if (Math.abs(c[i]) > 1e-9) expect(slack).toBeCloseTo(Math.sign(c[i]) * penalty, 7);
            }
          }
        }
      ),
      {numRuns: 300}
    );
  });
});

/** A′A + I/4. */
function computeGram(a: readonly number[]): Float64Array {
  return Float64Array.from({length: size * size}, (_, at) => {
    const [i, j] = [Math.floor(at / size), at % size];
    let sum = i === j ? 0.25 : 0;
    for (let k = 0; k < size; k++) sum += a[k * size + i] * a[k * size + j];
    return sum;
  });
}

import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {benjaminiHochberg, benjaminiYekutieli} from "../../../src/library/inference/benjamini-hochberg.ts";
import {bonferroni} from "../../../src/library/inference/bonferroni.ts";
import {hochberg} from "../../../src/library/inference/hochberg.ts";
import {holm} from "../../../src/library/inference/holm.ts";

const several = fc
  .array(fc.double({min: 0, max: 1, noNaN: true}), {minLength: 1, maxLength: 6})
  .map((p) => Float64Array.from(p));

const subsets = (n: number): number[][] =>
  Array.from({length: 2 ** n - 1}, (_, mask) =>
    Array.from({length: n}, (__, i) => i).filter((i) => ((mask + 1) >> i) & 1)
  );

describe("adjusted p-values", () => {
  it("holm’s are those of closed testing with Bonferroni: the largest n × min p over all sets that hold the test", () =>
    fc.assert(
      fc.property(several, (p) => {
        const sets = subsets(p.length);
        holm(p).forEach((adjusted, test) => {
          const worst = Math.max(
            ...sets.filter((set) => set.includes(test)).map((set) => set.length * Math.min(...set.map((i) => p[i])))
          );
          expect(adjusted).toBeCloseTo(Math.min(worst, 1), 12);
        });
      })
    ));

  it("benjamini–hochberg’s are the least level at which the procedure finds the test", () =>
    fc.assert(
      fc.property(several, fc.double({min: 0.001, max: 0.999, noNaN: true}), (p, level) => {
        const sorted = [...p].sort((a, b) => a - b);
        let threshold = -1;
        sorted.forEach((value, i) => {
          if (value <= (level * (i + 1)) / p.length) threshold = value;
        });
        benjaminiHochberg(p).forEach((adjusted, i) => {
          if (Math.abs(adjusted - level) > 1e-9) expect(adjusted <= level).toBe(p[i] <= threshold);
        });
      })
    ));

  it("hochberg’s are never above holm’s, nor holm’s above Bonferroni’s, nor BH’s above BY’s", () =>
    fc.assert(
      fc.property(several, (p) => {
        const [a, b, c, d, e] = [hochberg, holm, bonferroni, benjaminiHochberg, benjaminiYekutieli].map((f) => f(p));
        p.forEach((_, i) => {
          expect(a[i]).toBeLessThanOrEqual(b[i] + 1e-15);
          expect(b[i]).toBeLessThanOrEqual(c[i] + 1e-15);
          expect(d[i]).toBeLessThanOrEqual(e[i] + 1e-15);
        });
      })
    ));

  it("leave out tests without a p-value, and do not count them", () => {
    expect(holm(Float64Array.of(0.01, NaN, 0.04))).toEqual(Float64Array.of(0.02, NaN, 0.04));
    expect(bonferroni(Float64Array.of(0.01, NaN, 0.04))).toEqual(Float64Array.of(0.02, NaN, 0.08));
  });
});

describe("what is no p-value", () => {
  const ways = {bonferroni, holm, hochberg, benjaminiHochberg, benjaminiYekutieli};

  it.each(Object.entries(ways))("%s refuses a number below 0 or above 1, and says where it stands", (_, adjust) => {
    expect(() => adjust(Float64Array.of(0.5, -1))).toThrow("-1, at place 1, is no p-value");
    expect(() => adjust(Float64Array.of(2))).toThrow("2, at place 0, is no p-value");
    expect([...adjust(Float64Array.of(0, 1, NaN))].length).toBe(3);
  });
});

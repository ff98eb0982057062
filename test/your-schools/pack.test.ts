import fc from "fast-check";
import {expect, test} from "vitest";
import {
  packAscending,
  packSteps,
  packYears,
  unpackAscending,
  unpackSteps,
  unpackYears
} from "../../src/your-schools/pack.ts";

const rolls = {years: [2017, 2018, 2019], values: Float64Array.of(201, 204, NaN, NaN, 90, 95)};

test("steps are from the last value that the school had, and lead to the same values", () => {
  const steps = packSteps(packYears(rolls));
  expect(steps.map(({year, values}) => [year, values])).toEqual([
    [2017, [201, null]],
    [2018, [3, 90]],
    [2019, [null, 5]]
  ]);
  expect(unpackYears(unpackSteps(steps), 2)).toEqual(rolls);
});

test("any series of whole numbers or of tenths comes back as it was", () => {
  const value = fc.oneof(fc.constant(null), fc.integer({min: 0, max: 30_000}));
  fc.assert(
    fc.property(fc.array(fc.tuple(value, value), {minLength: 1, maxLength: 12}), fc.boolean(), (rows, tenths) => {
      const per = tenths ? 10 : 1;
      const values = Float64Array.from(rows.flat(), (one) => (one === null ? NaN : one / per));
      const packed = packYears({years: [2018, 2019], values});
      expect(unpackYears(unpackSteps(packSteps(packed)), rows.length)).toEqual(unpackYears(packed, rows.length));
    })
  );
});

test("numbers of schools are small steps, and lead to the same numbers", () => {
  expect(packAscending([100027, 100029, 100041])).toEqual([100027, 2, 12]);
  fc.assert(
    fc.property(fc.array(fc.integer({min: 0, max: 999_999})), (values) => {
      expect(unpackAscending(packAscending(values))).toEqual(values);
    })
  );
});

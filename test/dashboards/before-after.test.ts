import fc from "fast-check";
import {expect, test} from "vitest";
import {listParts} from "../../dashboards/components/overview/before-after.ts";

const anyNumber = fc.double({min: -20, max: 20, noNaN: true});

test("the bars add up under either assumption: each begins where the one above it ends, and the last ends at the whole", () => {
  fc.assert(
    fc.property(anyNumber, anyNumber, anyNumber, anyNumber, (back, a, b, effect) => {
      const whole = back + a + effect;
      const parts = listParts(
        {
          schools: 9,
          before_after: whole,
          return: back,
          expected: {same_trend: a, same_past: b},
          effect: {same_trend: effect, same_past: whole - back - b},
          warning: null
        },
        1
      );
      const [all, returned, expected, effects] = parts.map(({bars}) => bars);
      for (const i of [0, 1]) {
        expect(expected[i].from).toBe(returned[0].to);
        expect(effects[i].from).toBe(expected[i].to);
        expect(effects[i].to).toBeCloseTo(all[0].to, 9);
      }
    })
  );
});

test("the words add, and take nothing away twice", () => {
  const reported = listParts(
    {
      schools: 9,
      before_after: 6.1,
      return: 1.1,
      expected: {same_trend: 3, same_past: 2.5},
      effect: {same_trend: 2, same_past: 2.5},
      warning: null
    },
    1
  ).map(({label, says}) => `${label}: ${says}`);
  expect(reported).toEqual([
    "Before and after alone: +6.1",
    "of it: return from the year before: +1.1",
    "of it: expected change: +2.5 to +3.0",
    "of it: effect: +2.0 to +2.5"
  ]);
});

import fc from "fast-check";
import {expect, test} from "vitest";
import {fromOneLevel} from "../../dashboards/components/naive-levels.ts";
import {naiveParts} from "../../dashboards/components/naive-steps.ts";
import {effect, eventTime} from "./made-up-result.ts";

const anyNumber = fc.double({min: -20, max: 20, noNaN: true});

test("the bars add up: what is taken away from before and after leaves the fair figure", () => {
  fc.assert(
    fc.property(anyNumber, anyNumber, anyNumber, (bounce, similar, fair) => {
      const naive = {naive: bounce + similar + fair, bounce, similar, fair: effect(fair, 1), warning: null};
      const [, first, second, last] = naiveParts(naive, 1);
      expect(first!.to).toBe(second!.from);
      expect(second!.to).toBeCloseTo(last!.to, 9);
    })
  );
});

test("the lines start level in the base years, and break where a year has no result", () => {
  const years = [-4, -3, -2, 0].map((e) => eventTime(e, 0, 1, {joined: 50 + e, similar: 60}));
  const rows = fromOneLevel(years);
  expect(rows.map(({event_time}) => event_time)).toEqual([-4, -3, -2, -1, 0]);
  const base = rows.slice(0, 3);
  expect(base.reduce((sum, d) => sum + d.joined - d.similar, 0)).toBeCloseTo(0, 12);
  expect(rows[3]).toEqual({event_time: -1, joined: NaN, similar: NaN});
});

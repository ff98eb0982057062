import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {naiveAndFair} from "../../src/telling/naive-and-fair.ts";

const terms = {better: "higher", unit: "points", digits: 1, partly_collected: false} as const;
const size = fc.double({min: -50, max: 50, noNaN: true});

describe("naiveAndFair(changes, yearBefore, terms)", () => {
  it("adds up, whatever the changes: naive = bounce + similar + fair", () =>
    fc.assert(
      fc.property(size, size, size, (before, after, value) => {
        const parts = naiveAndFair({before, after, fair: {value, low: null, high: null}}, null, terms);
        expect(parts.bounce + parts.similar + parts.fair.value).toBeCloseTo(parts.naive, 10);
      })
    ));

  it("counts the naive change from the year before joining", () => {
    expect(naiveAndFair({before: -2, after: 1, fair: {value: 0.4, low: 0, high: 1}}, null, terms)).toMatchObject({
      naive: 3,
      bounce: 2,
      similar: 0.6
    });
  });

  it("warns where the year before is an odd one", () => {
    const {warning} = naiveAndFair(
      {before: -2, after: 0, fair: {value: 0, low: -1, high: 1}},
      {estimate: -2, p: 0.0001, odd: "dip"},
      terms
    );
    expect(warning).toContain("bad year");
  });
});

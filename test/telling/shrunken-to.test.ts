import {describe, expect, it} from "vitest";
import {shrunkenTo} from "../../src/telling/shrunken-to.ts";

describe("shrunkenTo(estimated, mean)", () => {
  it("is half its own where it varies as much as effects differ", () => {
    expect(shrunkenTo({estimate: 4, se: 1}, {estimate: 2, se: 0, tau2: 1})).toMatchObject({value: 3});
  });

  it("is the mean where effects do not differ", () => {
    expect(shrunkenTo({estimate: 4, se: 1}, {estimate: 2, se: 0.5, tau2: 0})).toMatchObject({value: 2, se: 0.5});
  });

  it("is null without a standard error", () => {
    expect(shrunkenTo({estimate: 4, se: NaN}, {estimate: 2, se: 0.5, tau2: 1})).toBeNull();
  });
});

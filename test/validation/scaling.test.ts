import {describe, expect, it} from "vitest";
import {scalingRows} from "../../pipelines/validation/scaling.ts";

const size = (schools: number, staged: number, checks: number) => ({
  schools,
  steps: [
    {step: "staged", processor: staged},
    {step: "checks", processor: checks}
  ]
});

describe("scalingRows(sizes)", () => {
  it("gives a step whose cost grows as the number of schools the exponent 1", () => {
    const [staged] = scalingRows([size(600, 2, 0), size(3000, 10, 0), size(24_000, 80, 0.1)]);
    expect(staged).toEqual({step: "staged", seconds_600: 2, seconds_3000: 10, seconds_24000: 80, exponent: 1});
  });

  it("leaves the size out at which a step was not timed", () => {
    const [staged] = scalingRows([size(600, 2, 0), {schools: 24_000, steps: []}]);
    expect(staged).toEqual({step: "staged", seconds_600: 2, seconds_24000: null, exponent: null});
  });

  it("gives none to a step too short to be told from the start of a process", () => {
    expect(scalingRows([size(600, 2, 0.1), size(3000, 10, 0.6)])[1]).toMatchObject({step: "checks", exponent: null});
  });
});

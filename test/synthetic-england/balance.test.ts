import {existsSync} from "node:fs";
import {beforeAll, describe, expect, test} from "vitest";
import {isClose, compareWithReal, type Resemblance} from "../../pipelines/validation/resemblance.ts";

const real = "../shared/data";

describe.skipIf(!existsSync(real))("the synthetic England beside the real one (needs ../shared/data)", () => {
  let rows: Resemblance[];
  beforeAll(async () => {
    rows = await compareWithReal(real);
  });

  test("is compared in every moment that is named", () => {
    expect(rows.length).toBeGreaterThan(40);
    expect(rows.filter(({real: theirs, made_up}) => !Number.isFinite(theirs) || !Number.isFinite(made_up))).toEqual([]);
  });

  test("is as like it as is said, moment by moment", () => {
    expect(rows.filter((row) => !isClose(row))).toEqual([]);
  });
});

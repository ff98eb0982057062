import {existsSync} from "node:fs";
import {beforeAll, describe, expect, test} from "vitest";
import {isClose, likeness, type Likeness} from "../../pipelines/validation/likeness.ts";

const real = "../shared/data";

describe.skipIf(!existsSync(real))("the made-up England beside the real one (needs ../shared/data)", () => {
  let rows: Likeness[];
  beforeAll(async () => {
    rows = await likeness(real);
  });

  test("is compared in every moment that is named", () => {
    expect(rows.length).toBeGreaterThan(40);
    expect(rows.filter(({real: theirs, made_up}) => !Number.isFinite(theirs) || !Number.isFinite(made_up))).toEqual([]);
  });

  test("is as like it as is said, moment by moment", () => {
    expect(rows.filter((row) => !isClose(row))).toEqual([]);
  });
});

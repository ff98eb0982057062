import {existsSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {augsynthKansas} from "../../pipelines/validation/reference/augsynth-kansas.ts";

const folder = "../shared/reference/augsynth_kansas";

describe.skipIf(!existsSync(folder))("Kansas (needs ../shared/reference/augsynth_kansas)", () => {
  it("gives the numbers of augsynth, ridge penalty chosen by leaving periods out", {timeout: 120_000}, async () => {
    const rows = await augsynthKansas.rows(folder);
    expect(rows.length).toBe(314);
    expect(rows.filter(({pass}) => !pass)).toEqual([]);
  });
});

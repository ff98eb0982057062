import {existsSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {fixestBase} from "../../pipelines/validation/reference/fixest-base.ts";

const folder = "../shared/reference/fixest_base";

describe.skipIf(!existsSync(folder))(`fixest’s own panels (needs ${folder})`, () => {
  it("give every coefficient, standard error, t, p and count of feols and sunab, with each variance", async () => {
    const rows = await fixestBase.rows(folder);
    expect(rows).toHaveLength(995);
    expect(rows.filter(({pass}) => !pass)).toEqual([]);
  });
});

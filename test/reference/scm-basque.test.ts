import {existsSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {scmBasque} from "../../pipelines/validation/reference/scm-basque.ts";

const folder = "../shared/reference/scm_basque";

describe.skipIf(!existsSync(folder))("the Basque Country (needs ../shared/reference/scm_basque)", () => {
  it("gives the weights and gaps of Synth", {timeout: 120_000}, async () => {
    const rows = await scmBasque.rows(folder);
    expect(rows.length).toBe(60);
    expect(rows.filter(({pass}) => !pass)).toEqual([]);
  });
});

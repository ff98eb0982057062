import {existsSync} from "node:fs";
import {beforeAll, describe, expect, it} from "vitest";
import {lalonde} from "../../pipelines/validation/reference/lalonde.ts";
import type {ReferenceRow} from "../../pipelines/validation/reference/row.ts";

const folder = "../shared/reference/lalonde";

describe.skipIf(!existsSync(folder))("LaLonde’s data (needs ../shared/reference/lalonde)", () => {
  let rows: ReferenceRow[] = [];
  let failed: ReferenceRow[] = [];
  beforeAll(async () => {
    rows = await lalonde.rows(folder);
    failed = rows.filter(({pass}) => !pass);
  }, 120_000);

  it("gives the numbers of MatchIt, WeightIt and ebal but for those with a reason", () => {
    expect(rows.length).toBe(10620);
    expect(failed.map(({estimator, what}) => `${estimator} ${what}`)).toEqual([
      "ebal_ATT PSID111 weight",
      "nn_mahal se_unadj",
      "nn_mahal se_adj",
      "nn_ps_mahvars se_unadj",
      "nn_ps_mahvars se_adj",
      "ebal_ATT att_unadj",
      "ebal_ATT att_adj",
      "ebal_pkg_Hainmueller att_unadj",
      "ebal_pkg_Hainmueller att_adj"
    ]);
    expect(failed.every(({why}) => why)).toBe(true);
  });

  it("pairs the same units with the same, in every file of pairs", () => {
    const pairs = rows.filter(({what}) => what.endsWith(" pair"));
    expect(pairs.length).toBe(3 * 185);
    expect(pairs.filter(({expected, ours}) => expected !== ours)).toEqual([]);
  });

  it("is off by no more than the reference’s own optimiser where that stops early", () => {
    const balancing = failed.filter(({estimator}) => estimator.startsWith("ebal"));
    for (const {relative, what} of balancing) expect(relative, what).toBeLessThan(1.1e-4);
  });
});

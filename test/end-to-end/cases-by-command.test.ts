import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {runPav} from "../support/run-pav.ts";
import {warehouseOf} from "../support/warehouse-of.ts";

const cases = "../shared/cases";

/** The folder of a case by the number in its name. */
const folderOf = (number: string): string =>
  join(
    cases,
    readdirSync(cases).find((name) => name.startsWith(`hunt-${number}-`))!
  );

/** The input of a case, by name. */
function filesOf(number: string): Record<string, string> {
  const input = join(folderOf(number), "input");
  return Object.fromEntries(readdirSync(input).map((name) => [name, readFileSync(join(input, name), "utf8")]));
}

describe.skipIf(!existsSync(cases))("cases of memberships and of commands (needs ../shared/cases)", () => {
  it("07: schools of a sixth form centre are members of a consortium", async () => {
    const query = await warehouseOf(filesOf("07"), "membership");
    const found = await query<{kind: string; schools: number}>(
      "select kind::varchar as kind, count(distinct school_id)::integer as schools from membership group by all"
    );
    expect(found.map(({kind}) => kind)).toEqual(["consortium_14_19"]);
    expect(found[0]!.schools).toBeGreaterThan(0);
  }, 60_000);

  it("08: a school leaves a trust on the day that the trust closed, at the latest", async () => {
    const query = await warehouseOf(filesOf("08"), "membership");
    const left = await query<{left_on: string}>(
      "select distinct left_on::varchar as left_on from membership where membership_source = 'register' and joined = date '2014-09-01'"
    );
    expect(left).toEqual([{left_on: "2018-08-31"}]);
  }, 60_000);

  it("21: an interval that goes on beyond the grid is infinite, not the grid’s edge", async () => {
    const at = folderOf("21");
    const files = ["--beta", join(at, "beta.csv"), "--sigma", join(at, "sigma.csv")];
    const {stdout} = await runPav("sensitivity", ...files, "--pre", "3", "--m", "20,40,80", "--format", "csv");
    expect(stdout.trim().split("\n").slice(1)).toEqual(
      ["20", "40", "80"].map((m) => `relative_magnitude,${m},-Infinity,Infinity`)
    );
  }, 60_000);

  it("28: --balance says whom it leaves out, and for want of what", async () => {
    const columns = ["--id", "urn", "--time", "year", "--cohort", "g", "--outcome", "y", "--covariates", "x"];
    const {code, stderr} = await runPav("estimate", join(folderOf("28"), "panel.csv"), ...columns, "--balance");
    expect(code).toBe(1);
    expect(stderr).toContain("--balance leaves out 20 units never treated, for want of x in year 2");
  }, 60_000);
});

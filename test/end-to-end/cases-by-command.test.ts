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
  it("07: schools of a sixth form centre are members of a consortium, each from its own day", async () => {
    const query = await warehouseOf(filesOf("07"), "membership");
    expect(
      await query(
        `select school_id, kind::varchar as kind, partnership, joined::varchar as joined, left_on from membership order by school_id`
      )
    ).toEqual([
      {
        school_id: 900001,
        kind: "consortium_14_19",
        partnership: "900003",
        joined: "2009-09-01",
        left_on: null
      },
      {
        school_id: 900002,
        kind: "consortium_14_19",
        partnership: "900003",
        joined: "2011-09-01",
        left_on: null
      }
    ]);
  }, 60_000);

  it("08: a school leaves a trust on the day that the trust closed, at the latest", async () => {
    const query = await warehouseOf(filesOf("08"), "membership");
    expect(
      await query(
        `select school_id, joined::varchar as joined, left_on::varchar as left_on, left_after
         from membership where kind = 'multi_academy_trust' order by school_id`
      )
    ).toEqual(
      [900001, 900002, 900003].map((school_id) => ({
        school_id,
        joined: "2014-09-01",
        left_on: "2018-08-31",
        left_after: null
      }))
    );
    // Authority 201 lies in London: all that these schools are in besides are programmes of its area.
    expect(
      await query(
        `select distinct kind::varchar as kind, membership_source::varchar as source from membership
         where kind <> 'multi_academy_trust' order by kind`
      )
    ).toEqual(
      ["city_challenge", "excellence_in_cities", "ict_partnership"].map((kind) => ({
        kind,
        source: "geography"
      }))
    );
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

import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {runPav} from "../support/run-pav.ts";
import {makeWarehouse} from "../support/make-warehouse.ts";

const cases = "../shared/cases";

/** The folder of a case by the number in its name. */
const findFolder = (number: string): string =>
  join(
    cases,
    readdirSync(cases).find((name) => name.startsWith(`hunt-${number}-`))!
  );

/** The input of a case, by name. */
function selectFiles(number: string): Record<string, string> {
  const input = join(findFolder(number), "input");
  return Object.fromEntries(readdirSync(input).map((name) => [name, readFileSync(join(input, name), "utf8")]));
}

describe.skipIf(!existsSync(cases))("cases of memberships and of commands (needs ../shared/cases)", () => {
  it("07: schools of a sixth form centre are members of a consortium, each from its own day", async () => {
    const query = await makeWarehouse(selectFiles("07"), "membership");
    expect(
      await query(
        `select school_id, partnership_type::varchar as partnership_type, partnership, joined::varchar as joined, left_on from membership order by school_id`
      )
    ).toEqual([
      {
        school_id: 900001,
        partnership_type: "consortium_14_19",
        partnership: "900003",
        joined: "2009-09-01",
        left_on: null
      },
      {
        school_id: 900002,
        partnership_type: "consortium_14_19",
        partnership: "900003",
        joined: "2011-09-01",
        left_on: null
      }
    ]);
  }, 60_000);

  it("08: a school leaves a trust on the day that the trust closed, at the latest", async () => {
    const query = await makeWarehouse(selectFiles("08"), "membership");
    expect(
      await query(
        `select school_id, joined::varchar as joined, left_on::varchar as left_on, left_after
         from membership where partnership_type = 'multi_academy_trust' order by school_id`
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
        `select distinct partnership_type::varchar as partnership_type, membership_source::varchar as source from membership
         where partnership_type <> 'multi_academy_trust' order by partnership_type`
      )
    ).toEqual(
      ["city_challenge", "excellence_in_cities", "ict_partnership"].map((partnership_type) => ({
        partnership_type,
        source: "geography"
      }))
    );
  }, 60_000);

  it("21: an interval that goes on beyond the grid is infinite, not the grid’s edge", async () => {
    const at = findFolder("21");
    const files = ["--beta", join(at, "beta.csv"), "--sigma", join(at, "sigma.csv")];
    const {stdout} = await runPav("sensitivity", ...files, "--pre", "3", "--m", "20,40,80", "--format", "csv");
    expect(stdout.trim().split("\n").slice(1)).toEqual(
      ["20", "40", "80"].map((m) => `relative_magnitude,${m},-Infinity,Infinity`)
    );
  }, 60_000);

  it("28: --balance says whom it leaves out, and for want of what", async () => {
    const columns = ["--id", "urn", "--time", "year", "--cohort", "g", "--outcome", "y", "--covariates", "x"];
    const {code, stderr} = await runPav("estimate", join(findFolder("28"), "panel.csv"), ...columns, "--balance");
    expect(code).toBe(1);
    expect(stderr).toContain("--balance leaves out 20 units never treated, for want of x in year 2");
  }, 60_000);
});

import {readdir} from "node:fs/promises";
import {join} from "node:path";
import {beforeAll, describe, expect, test} from "vitest";
import {writeSchools} from "../../pipelines/release/schools.ts";
import {prepareQueries} from "../../pipelines/release/prepare.ts";
import {collectRows} from "../../dashboards/components/ui/collect-rows.ts";
import type {
  RegisterIndex,
  RegisterRow,
  SchoolIndex,
  SchoolFile,
  SchoolRow
} from "../../src/release/partnership-files.ts";
import {emptyFolder} from "../support/published-files.ts";
import {releasedTables} from "../support/released-tables.ts";
import {readPart} from "../../pipelines/files/read-part.ts";

const similar: SchoolFile["similar"] = {
  cohort: 2015,
  schools: [{id: 900020, name: "=Birch School"}],
  like: [{label: "Absence", school: 5, similar: 4.5}],
  absent: null
};
let folder: string;
const opened = async <T>(file: string) => readPart<T>(join(folder, file));
const shard = (name: string) => opened<Record<string, SchoolFile>>(`school/${name}.json.gz`);

beforeAll(async () => {
  folder = await emptyFolder();
  const warehouse = await releasedTables();
  await prepareQueries(warehouse);
  await writeSchools(warehouse, folder, {similar: new Map([[900012, similar]])});
});

describe("the files of schools", () => {
  test("hold a hundred numbers each", async () => {
    expect((await readdir(join(folder, "school"))).sort()).toEqual(["9000.json.gz", "9001.json.gz"]);
    expect(Object.keys(await shard("9000"))).toEqual(["900012", "900020"]);
  });

  test("give a school its numbers, oldest first", async () => {
    expect((await shard("9000"))["900012"].urns.map(({urn, name, closed}) => [urn, name, closed])).toEqual([
      [900011, "Old Alder School", "2015-08-31"],
      [900012, "Alder School", null]
    ]);
  });

  test("give each measure year by year, figures to six digits, and the reason where there is none", async () => {
    expect((await shard("9000"))["900012"].outcomes).toEqual([
      {
        measure: "overall_absence_pct",
        years: [2014],
        values: [5],
        missing: [null],
        comparable_series: [0],
        standardised: [0]
      },
      {
        measure: "suspension_rate",
        years: [2014, 2015],
        values: [null, 12.3457],
        missing: ["suppressed", null],
        comparable_series: [0, 0],
        standardised: [null, 0.1235]
      }
    ]);
  });

  test("say who was in what, a school that vanished from the register as gone by then", async () => {
    expect((await shard("9000"))["900020"].memberships).toMatchObject([
      {
        partnership: "f1",
        partnership_type: "federation",
        role: "supporter",
        joined: "2014-01-01",
        left: "2020-03-31",
        cohort: 2015
      },
      {partnership: "p1", role: "member", left: "2018-08-31"}
    ]);
  });

  test("name the schools most like it, and say why where none are named", async () => {
    expect((await shard("9000"))["900012"].similar).toEqual(similar);
    expect((await shard("9001"))["900131"].similar).toMatchObject({
      schools: [],
      absent: expect.stringContaining("named")
    });
  });
});

describe("the index of schools", () => {
  test("leads from every number, place and name a school has had to the school", async () => {
    const rows = collectRows<SchoolRow>(await opened<SchoolIndex>("schools.json.gz"));
    expect(rows.map(({urn, id, name, laestab, town}) => [urn, id, name, laestab, town]).sort()).toEqual([
      [900011, 900012, "Old Alder School", "5004011", "Alderton"],
      [900012, 900012, "Alder School", "5004012", "Alderton"],
      [900020, 900020, "=Birch School", "5004020", "Alderton"],
      [900131, 900131, "Cedar School", "5004031", "Alderton"]
    ]);
  });

  test("goes with the dates and successors that lists are checked by", async () => {
    const rows = collectRows<RegisterRow>(await opened<RegisterIndex>("register.json.gz"));
    expect(rows[0]).toEqual({
      urn: 900011,
      opened: "1980-09-01",
      closed: "2015-08-31",
      la_code: "500",
      successors: "900012"
    });
  });
});

import {mkdir, mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {plantedIn, readTruth} from "../../pipelines/bench/truth-planted.ts";
import {openDuckDB, type Warehouse} from "../../pipelines/warehouse.ts";
import type {Study} from "../../src/analysis/study.ts";
import {UserError} from "../../src/errors.ts";

const years = [2014, 2015, 2016];
const rowOf = new Map([
  [7, 0],
  [8, 1]
]);
const study = (scale: Study["scale"]) => ({
  measure: "ks4_attainment",
  phase: "secondary" as const,
  scale,
  outcome: {years, values: new Float64Array(6).fill(1)}
});

let folder: string;
let opened: {warehouse: Warehouse; close: () => void};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "pav-planted-"));
  await mkdir(join(folder, "truth"));
  await writeFile(
    join(folder, "truth/effects.csv"),
    `partnership,kind,role,school,academic_year,event_time,measure,effect,again
p,sponsor,supported,17,2015,0,ks4_attainment,2,false
q,federation,member,17,2015,3,ks4_attainment,1,false
q,federation,member,17,2016,4,ks4_attainment,1,false
q,federation,member,8,2016,4,progress8,9,false
`
  );
  opened = await openDuckDB(":memory:");
  await opened.warehouse.run(`
    create table urn_school as select * from (values (17, 7), (8, 8)) as t (urn, school_id);
    create table school as select * from (values (7, false), (8, false)) as t (school_id, independent);
    create table outcome as
    select school_id, academic_year, 'ks4_attainment' as measure, 'secondary' as phase,
      case when academic_year = 2016 then null else bridged end as bridged, 50 + 4 * bridged as value
    from (values (7, 1.0), (8, -1.0)) as s (school_id, bridged), (values (2014), (2015), (2016)) as y (academic_year);
  `);
  await readTruth(opened.warehouse, folder);
});
afterAll(async () => {
  opened.close();
  await rm(folder, {recursive: true, force: true});
});

describe("plantedIn(warehouse, study, schools)", () => {
  it("adds up what several partnerships planted in a school, found by an old URN, in the measure’s own unit", async () => {
    const {all, by} = await plantedIn(opened.warehouse, study("native"), {rowOf});
    expect([...all.values]).toEqual([0, 3, 1, 0, 0, 0]);
    expect([...by.get("sponsor")!.values]).toEqual([0, 2, 0, 0, 0, 0]);
  });

  it("divides by the year’s standard deviation on the bridged scale, where the year has one", async () => {
    const {all} = await plantedIn(opened.warehouse, study("bridged"), {rowOf});
    expect([...all.values]).toEqual([0, 0.75, 0, 0, 0, 0]);
  });
});

describe("readTruth(warehouse, folder)", () => {
  it("says what to give where no truth lies beside the files", async () => {
    await expect(readTruth(opened.warehouse, join(folder, "truth"))).rejects.toThrow(UserError);
  });
});

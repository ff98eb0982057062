import {readFile, rm} from "node:fs/promises";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import ks4 from "../../pipelines/sources/ks4_performance/source.ts";
import information from "../../pipelines/sources/school_information/source.ts";
import {ks4File, ks4Row} from "../support/published-files.ts";
import {calmContext} from "../support/publishers/calm-context.ts";
import {answers, answersWithPage, expectsLess} from "../support/publishers/faults.ts";
import {groundFor, reported} from "../support/publishers/fetch-run.ts";
import {informationFile} from "../support/publishers/made-files.ts";
import {performanceTables, type Tables} from "../support/publishers/performance-tables.ts";
import {startPublishers} from "../support/publishers/server.ts";
import {makeZip} from "../support/zip-bytes.ts";

const table = (name: string, text: string | Buffer) => ({name, bytes: Buffer.from(text)});
const ks4Bytes = ks4File(ks4Row(900001), ks4Row(900002));
const all: Tables = {
  "2018-2019": {
    ks4: table("england_ks4final.csv", ks4Bytes),
    gias: table("england_school_information.csv", informationFile(900001, 900002)),
    Census: table("england_census.csv", "URN,NOR\n900001,200\n")
  }
};
const years = {first: 2019, last: 2019};
const both = [
  "ks4_performance/2018-2019/england_ks4final.csv",
  "school_information/2018-2019/england_school_information.csv"
];

/** A service with these tables, and an empty folder to fetch 2018/19 into. */
async function fetching(tables: Tables = all, {touchy = false, bounds = {}} = {}) {
  const local = await startPublishers(performanceTables(tables, {touchy}));
  const ground = await groundFor([ks4, information], calmContext(local, {tries: 2, ...bounds}));
  const fetch: typeof ground.fetch = (changes) => ground.fetch({years, ...changes});
  return {...ground, local, fetch};
}

describe("fetching performance tables", () => {
  test("puts each table of the archive into its folder, as published", async () => {
    const {fetch, files} = await fetching();
    expect(reported(await fetch())).toEqual({came: both, kept: [], missed: []});
    expect((await files())[both[0]]).toBe(ks4Bytes);
  });

  test("leaves nothing else in the folder, and nothing unfinished", async () => {
    const {fetch, files} = await fetching();
    await fetch();
    expect(Object.keys(await files()).sort()).toEqual(both);
  });

  test("records address, member, checksum, size, time, licence, stage and year", async () => {
    const {fetch, locked} = await fetching();
    await fetch();
    expect((await locked())[0]).toMatchObject({
      path: both[0],
      source: "ks4_performance",
      url: expect.stringContaining("filters=ks4,gias&fileformat=csv&year=2018-2019") as string,
      member: "2018-2019/england_ks4final.csv",
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      bytes: ks4Bytes.length,
      retrieved: "2026-11-20T10:00:00.000Z",
      licence: "OGL-UK-3.0",
      stage: "final",
      year: 2019
    });
  });

  test("asks for two tables where one is wanted, and keeps the one", async () => {
    const {fetch, local} = await fetching();
    expect(reported(await fetch({only: ["ks4_performance"]})).came).toEqual([both[0]]);
    expect(local.asked[0].query.get("filters")).toBe("ks4,Census");
  });

  test("asks for nothing a second time", async () => {
    const {fetch, local} = await fetching();
    await fetch();
    expect(reported(await fetch())).toEqual({came: [], kept: both, missed: []});
    expect(local.asked).toHaveLength(1);
  });

  test("asks again for what was deleted, and only for that", async () => {
    const {fetch, local, options} = await fetching();
    await fetch();
    await rm(join(options.to, both[1]));
    expect(reported(await fetch())).toEqual({came: [], kept: both, missed: []});
    expect(local.asked[1].query.get("filters")).toBe("gias,Census");
  });

  test("asks again for a table that is not final, and puts the final one in its place", async () => {
    const tables = {"2018-2019": {...all["2018-2019"], ks4: table("england_ks4revised.csv", ks4Bytes)}};
    const {fetch, files} = await fetching(tables);
    await fetch();
    tables["2018-2019"].ks4 = table("england_ks4final.csv", ks4Bytes);
    expect(reported(await fetch()).came).toEqual([both[0]]);
    expect(Object.keys(await files()).sort()).toEqual(both);
  });

  test("takes the last stage where the archive holds two", async () => {
    const two = makeZip({"2018-2019/england_ks4revised.csv": ks4Bytes, "2018-2019/england_ks4final.csv": ks4Bytes});
    const {fetch, local} = await fetching();
    local.faults.push({path: /./, times: 1, act: answers(200, {}, two)});
    expect(reported(await fetch({only: ["ks4_performance"]})).came).toEqual([both[0]]);
  });

  test("misses no provisional table of a year whose final one is there, and asks for none again", async () => {
    const tables = {"2023-2024": {ks4: all["2018-2019"]["ks4"], gias: all["2018-2019"]["gias"]}};
    const {fetch, local} = await fetching(tables);
    const only = {only: ["ks4_performance"], years: {first: 2024, last: 2024}};
    expect(reported(await fetch(only)).missed).toEqual([]);
    await fetch(only);
    expect(local.asked).toHaveLength(1);
  });

  test("says how to get by hand the one table that did not come", async () => {
    const {fetch} = await fetching({
      "2018-2019": {gias: all["2018-2019"]["gias"], Census: all["2018-2019"]["Census"]}
    });
    const {missed} = await fetch();
    expect(missed.map(({by_hand}) => [by_hand?.year, by_hand?.click])).toEqual([
      [
        "2018/19",
        "choose the year, “All of England”, at least two kinds of data (key stage 4 performance tables) and “CSV”, then “Download data”"
      ]
    ]);
  });

  test("says that a page with status 200 came, and how to get the tables by hand", async () => {
    const {fetch, local, files} = await fetching();
    local.faults.push({path: /./, times: 9, act: answersWithPage});
    const {missed} = await fetch();
    expect(missed[0]).toMatchObject({
      why: expect.stringContaining("sends a page, not data") as string,
      by_hand: {
        page: "https://www.compare-school-performance.service.gov.uk/download-data",
        year: "2018/19",
        put: expect.stringContaining("2018-2019/") as string
      }
    });
    expect(await files()).toEqual({});
  });

  test("asks for each table alone where the service refuses them together", async () => {
    const {"2018-2019": year} = all;
    const {fetch} = await fetching({"2018-2019": {gias: year["gias"], Census: year["Census"]}}, {touchy: true});
    const {came, missed} = reported(await fetch());
    expect([came, missed.length]).toEqual([[both[1]], 1]);
  });

  test("names the files of an archive that has not the one wanted", async () => {
    const {fetch} = await fetching({
      "2018-2019": {ks4: all["2018-2019"]["Census"], gias: all["2018-2019"]["gias"]}
    });
    expect(reported(await fetch()).missed[0]).toContain(
      "no file named like england_ks4final.csv or england_ks4revised.csv: england_"
    );
  });

  test("takes the other tables where the header of one is not known", async () => {
    const odd = {"2018-2019": {...all["2018-2019"], ks4: table("england_ks4final.csv", "A,B\n1,2\n")}};
    const {came, missed} = reported(await (await fetching(odd)).fetch());
    expect([came, missed]).toEqual([[both[1]], [`${both[0]}: no dataset has such a header`]]);
  });

  test("refuses a table that is another dataset’s", async () => {
    const swapped = {"2018-2019": {...all["2018-2019"], ks4: table("england_ks4final.csv", informationFile(900001))}};
    expect(reported(await (await fetching(swapped)).fetch()).missed).toEqual([
      `${both[0]} is school_information, not ks4_performance`
    ]);
  });

  test("refuses a table whose columns are of another year", async () => {
    const later = ks4Bytes.replace("ATT8SCR", "ATT8SCR,P8MEA_22").replaceAll(",50,", ",50,0.1,");
    const wrong = {"2018-2019": {...all["2018-2019"], ks4: table("england_ks4final.csv", later)}};
    expect(reported(await (await fetching(wrong)).fetch()).missed[0]).toContain("this column holds 2021/22");
  });

  test("refuses a bomb, and leaves no trace of it", async () => {
    const {fetch, files, local} = await fetching();
    local.faults.push({
      path: /./,
      times: 9,
      act: answers(200, {}, makeZip({"2018-2019/england_ks4final.csv": Buffer.alloc(30e6)}))
    });
    expect(reported(await fetch()).missed[0]).toMatch(/unpacks to \d+ times its size/);
    expect(await files()).toEqual({});
  });

  test("refuses an archive with a path outside itself, and writes nothing of it", async () => {
    const {fetch, files, local} = await fetching();
    const outside = makeZip({"2018-2019/england_ks4final.csv": ks4Bytes, "../../england_ks4final.csv": ks4Bytes});
    local.faults.push({path: /./, times: 9, act: answers(200, {}, outside)});
    expect(reported(await fetch()).missed[0]).toContain("holds a path outside itself");
    expect(await files()).toEqual({});
  });

  test("refuses an archive that its length cuts off", async () => {
    const {fetch, local} = await fetching();
    local.faults.push({path: /./, times: 9, act: expectsLess});
    expect(reported(await fetch()).missed[0]).toContain("is not a readable archive");
  });

  test("refuses a table of less than half its last size", async () => {
    const tables = {"2018-2019": {...all["2018-2019"]}};
    const {fetch, files} = await fetching(tables);
    await fetch();
    tables["2018-2019"]["ks4"] = table("england_ks4final.csv", ks4File());
    expect(reported(await fetch({again: true})).missed[0]).toMatch(/has \d+ bytes, where/);
    expect((await files())[both[0]]).toBe(ks4Bytes);
  });

  test("takes it with --any-size", async () => {
    const tables = {"2018-2019": {...all["2018-2019"]}};
    const {fetch, files} = await fetching(tables);
    await fetch();
    tables["2018-2019"]["ks4"] = table("england_ks4final.csv", ks4File());
    await fetch({again: true, any_size: true});
    expect((await files())[both[0]]).toBe(ks4File());
  });

  test("brings the lists of columns where the pipeline does not look", async () => {
    const {fetch, files} = await fetching();
    await fetch({metadata: true});
    const hidden = Object.keys(await files()).filter((path) => path.startsWith("."));
    expect(hidden.sort()).toEqual([
      ".metadata/ks4_performance/2018-2019_ks4_meta.csv",
      ".metadata/school_information/2018-2019_gias_meta.csv"
    ]);
  });

  test("writes the list of what was fetched beside the folder", async () => {
    const {fetch, options} = await fetching();
    await fetch();
    const {about, files} = JSON.parse(await readFile(options.lock, "utf8")) as {about: string; files: unknown[]};
    expect([about, files.length]).toEqual([expect.stringContaining("npm run pav -- fetch"), 2]);
  });
});

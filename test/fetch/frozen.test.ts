import {rm, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import exclusions from "../../pipelines/sources/exclusions/source.ts";
import links from "../../pipelines/sources/gias_links/source.ts";
import ks4 from "../../pipelines/sources/ks4_performance/source.ts";
import information from "../../pipelines/sources/school_information/source.ts";
import {ks4File, ks4Row} from "../support/published-files.ts";
import {calmContext} from "../support/publishers/calm-context.ts";
import {answers} from "../support/publishers/faults.ts";
import {groundFor, reported} from "../support/publishers/fetch-run.ts";
import {register} from "../support/publishers/files.ts";
import {informationFile, linkRow, linksFile} from "../support/publishers/made-files.ts";
import {performanceTables} from "../support/publishers/performance-tables.ts";
import {startPublishers} from "../support/publishers/server.ts";
import {makeZip} from "../support/zip-bytes.ts";

const years = {first: 2019, last: 2019};
const sources = [ks4, information, links];
const extract = linksFile(linkRow(900001));
const ks4Path = "ks4_performance/2018-2019/england_ks4final.csv";
const linksPath = "gias_links/links_edubasealldata20261119.csv";
const informationPath = "school_information/2018-2019/england_school_information.csv";
const all = [linksPath, ks4Path, informationPath];

/** A folder that was fetched once, and then emptied: what is left is the lock. */
async function locked() {
  const tables = {
    ks4: {name: "england_ks4final.csv", bytes: Buffer.from(ks4File(ks4Row(900001)))},
    gias: {name: "england_school_information.csv", bytes: informationFile(900001)}
  };
  const extracts: Record<string, Buffer> = {"links_edubasealldata20261119.csv": extract};
  const local = await startPublishers(performanceTables({"2018-2019": tables}), register(extracts));
  const ground = await groundFor(sources, calmContext(local, {tries: 2}));
  await ground.fetch({years});
  await rm(ground.options.to, {recursive: true});
  local.asked.length = 0;
  return {...ground, local, tables, extracts, fetch: () => ground.fetch({years, frozen: true})};
}

describe("fetching with --frozen", () => {
  test("brings the files of the lock, byte for byte", async () => {
    const {fetch, files} = await locked();
    expect(reported(await fetch())).toEqual({came: all, kept: [], missed: []});
    expect((await files())[linksPath]).toBe(extract.toString("latin1"));
  });

  test("changes nothing in the lock", async () => {
    const {fetch, locked: read} = await locked();
    const before = await read();
    await fetch();
    expect(await read()).toEqual(before);
  });

  test("takes no newer extract", async () => {
    const {fetch, extracts, local} = await locked();
    extracts["links_edubasealldata20261120.csv"] = extract;
    expect(reported(await fetch()).came).toContain(linksPath);
    expect(local.asked.filter(({path}) => path.includes("20261120"))).toEqual([]);
  });

  test("asks for nothing that is there and right", async () => {
    const {fetch, local} = await locked();
    await fetch();
    local.asked.length = 0;
    expect(reported(await fetch()).kept).toEqual(all);
    expect(local.asked).toEqual([]);
  });

  test("asks for an archive once, whatever the files wanted of it", async () => {
    const {fetch, local} = await locked();
    await fetch();
    expect(local.asked.filter(({path}) => path.includes("performance-tables"))).toHaveLength(1);
  });

  test("refuses a file whose checksum is another, and puts nothing in its place", async () => {
    const {fetch, files, extracts} = await locked();
    extracts["links_edubasealldata20261119.csv"] = linksFile(linkRow(900002));
    expect(reported(await fetch()).missed).toEqual([
      expect.stringMatching(/^gias_links\/\S+ is not the file of the lock: \w{12}…, not \w{12}…$/)
    ]);
    expect(Object.keys(await files())).not.toContain(linksPath);
  });

  test("refuses one member of an archive that changed, and takes the other", async () => {
    const {fetch, tables} = await locked();
    tables.ks4.bytes = Buffer.from(ks4File(ks4Row(900009)));
    const {came, missed} = reported(await fetch());
    expect([came, missed.length]).toEqual([[linksPath, informationPath], 1]);
  });

  test("says which member an archive no longer holds", async () => {
    const {fetch, local} = await locked();
    local.faults.push({path: /performance/, times: 1, act: answers(200, {}, makeZip({"x/other.csv": "a\n"}))});
    expect(reported(await fetch()).missed[0]).toContain("no longer holds 2018-2019/england_");
  });

  test("refuses a file that was changed by hand, and leaves it", async () => {
    const {fetch, files, options} = await locked();
    await fetch();
    await writeFile(join(options.to, linksPath), "changed");
    expect(reported(await fetch()).missed[0]).toContain("holds another file");
    expect((await files())[linksPath]).toBe("changed");
  });

  test("says that the publisher no longer has a file", async () => {
    const {fetch, extracts} = await locked();
    Reflect.deleteProperty(extracts, "links_edubasealldata20261119.csv");
    expect(reported(await fetch()).missed[0]).toContain("answers 404");
  });

  test("refuses a source that the lock does not list", async () => {
    const local = await startPublishers();
    const {fetch} = await groundFor([exclusions], calmContext(local));
    expect(reported(await fetch({frozen: true})).missed).toEqual(["the lock lists no file of it"]);
    expect(local.asked).toEqual([]);
  });
});

import {mkdir, writeFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import {describe, expect, test} from "vitest";
import links from "../../pipelines/sources/gias_links/source.ts";
import {calmContext} from "../support/publishers/calm-context.ts";
import {breaksHalfway} from "../support/publishers/faults.ts";
import {groundFor, reported} from "../support/publishers/fetch-run.ts";
import {register} from "../support/publishers/files.ts";
import {linkRow, linksFile} from "../support/publishers/made-files.ts";
import {startPublishers} from "../support/publishers/server.ts";

// Today is 20 November 2026 in these tests.
const name = (day: string): string => `links_edubasealldata${day}.csv`;
const path = (day: string): string => `gias_links/${name(day)}`;
const extract = linksFile(linkRow(900001), linkRow(900003));

async function fetching(extracts: Record<string, Buffer>, {lenient = false} = {}) {
  const local = await startPublishers(register(extracts, {lenient}));
  return {...(await groundFor([links], calmContext(local, {tries: 2}))), local};
}

describe("fetching the register", () => {
  test("takes today’s extract", async () => {
    const {fetch} = await fetching({[name("20261120")]: extract});
    expect(reported(await fetch()).came).toEqual([path("20261120")]);
  });

  test.each([
    ["where a day that is missing is not found", false],
    ["where a day that is missing is a page with status 200", true]
  ])("goes back day by day to the newest there is, %s", async (_, lenient) => {
    const {fetch, local} = await fetching({[name("20261116")]: extract, [name("20261101")]: extract}, {lenient});
    expect(reported(await fetch()).came).toEqual([path("20261116")]);
    expect(local.asked).toHaveLength(5);
  });

  test("goes back thirty days and no further", async () => {
    const {fetch, local} = await fetching({[name("20261020")]: extract});
    const {missed} = reported(await fetch());
    expect([missed, local.asked.length]).toEqual([
      ["gias_links: links_edubasealldata: not there on any of 31 days"],
      31
    ]);
  });

  test("keeps the extracts of other days", async () => {
    const extracts = {[name("20261118")]: extract};
    const {fetch, files} = await fetching(extracts);
    await fetch();
    extracts[name("20261120")] = extract;
    await fetch();
    expect(Object.keys(await files()).sort()).toEqual([path("20261118"), path("20261120")]);
  });

  test("goes back no further than the extract it holds", async () => {
    const {fetch, local} = await fetching({[name("20261118")]: extract});
    await fetch();
    expect(reported(await fetch())).toEqual({came: [], kept: [path("20261118")], missed: []});
    expect(local.asked.length).toBe(3 + 2);
  });

  test("records the date of the extract", async () => {
    const {fetch, locked} = await fetching({[name("20261118")]: extract});
    await fetch();
    expect(await locked()).toMatchObject([{snapshot: "2026-11-18", year: null, stage: null}]);
  });

  test("compares sizes with the extract of another day", async () => {
    const extracts = {[name("20261118")]: linksFile(...Array.from({length: 50}, (_, i) => linkRow(900001 + i)))};
    const {fetch} = await fetching(extracts);
    await fetch();
    extracts[name("20261120")] = extract;
    expect(reported(await fetch()).missed[0]).toContain(`where ${path("20261118")} had`);
  });

  test("writes over nothing that a person put there", async () => {
    const {fetch, files, options} = await fetching({[name("20261120")]: extract});
    const mine = join(options.to, path("20261120"));
    await mkdir(dirname(mine), {recursive: true});
    await writeFile(mine, "mine");
    expect(reported(await fetch()).missed[0]).toContain("holds another file");
    expect((await files())[path("20261120")]).toBe("mine");
  });

  test("takes note of a file that a person downloaded, if it is the same", async () => {
    const {fetch, locked, options} = await fetching({[name("20261120")]: extract});
    const mine = join(options.to, path("20261120"));
    await mkdir(dirname(mine), {recursive: true});
    await writeFile(mine, extract);
    await fetch();
    expect((await locked()).map((file) => file.path)).toEqual([path("20261120")]);
  });

  test("puts nothing in its place that broke off, and goes on in the next run", async () => {
    const {fetch, local, files} = await fetching({[name("20261120")]: extract});
    local.faults.push({path: /./, times: 2, act: breaksHalfway});
    expect(reported(await fetch()).came).toEqual([]);
    expect(Object.keys(await files()).filter((p) => !p.startsWith(".fetch/"))).toEqual([]);
    expect(reported(await fetch()).came).toEqual([path("20261120")]);
  });
});

import {readFile} from "node:fs/promises";
import {describe, expect, test} from "vitest";
import absence from "../../../pipelines/sources/absence_ees/source.ts";
import exclusions from "../../../pipelines/sources/exclusions/source.ts";
import type {Source} from "../../../src/published-files/source.ts";
import {calmContext} from "../../support/publishers/calm-context.ts";
import {catalogue, type Publication} from "../../support/publishers/catalogue.ts";
import {answers} from "../../support/publishers/faults.ts";
import {groundFor, told} from "../../support/publishers/fetch-run.ts";
import {absenceSet, csvOf} from "../../support/publishers/made-data-set.ts";
import {startPublishers} from "../../support/publishers/server.ts";
import {statisticsApi, type Gateway, type MadeVersion} from "../../support/publishers/statistics-api.ts";
import type {Manner} from "../../support/publishers/stored.ts";

const viaApi: Source = {
  ...absence,
  origin: {
    service: "explore_education_statistics",
    publication: "made-up-absence",
    file: "absence",
    api_data_set: "absence"
  }
};
const first: MadeVersion = {version: "1.0", published: "2024-03-01T09:30:00Z", set: absenceSet};
const second: MadeVersion = {
  version: "1.1",
  published: "2025-03-01T09:30:00Z",
  set: {...absenceSet, rows: absenceSet.rows.slice(1)}
};
const at = (version: string): string => `absence_ees/made-up-absence_2022-23_v${version}.csv`;

async function fromApi(versions: MadeVersion[], gateway: Gateway = {}) {
  const local = await startPublishers(statisticsApi({absence: versions}, gateway));
  return {...(await groundFor([viaApi], calmContext(local, {tries: 2}))), local};
}

describe("fetching a file of the API", () => {
  test.each([
    ["as gzip that says so", {}],
    ["as gzip whose header was stripped", {strip_encoding: true}],
    ["with a byte-order mark", {mark: true}]
  ])("unpacks it, where it comes %s", async (_, gateway) => {
    const {fetch, files} = await fromApi([first], gateway);
    await fetch();
    const text = Buffer.from((await files())[at("1.0")]!, "latin1").toString("utf8");
    expect(text.replace("\ufeff", "")).toBe(csvOf(absenceSet));
  });

  test("records the data set, the exact version, the file and the release", async () => {
    const {fetch, locked} = await fromApi([first]);
    await fetch();
    expect(await locked()).toMatchObject([
      {api_data_set: "absence", version: "1.0", file_id: "file-of-1.0", release: "2022-23"}
    ]);
  });

  test("asks for the exact version", async () => {
    const {fetch, local} = await fromApi([first]);
    await fetch();
    expect(local.asked.at(-1)!.query.get("dataSetVersion")).toBe("1.0");
  });

  test("takes the version published last, and no withdrawn one", async () => {
    const {fetch} = await fromApi([
      {...second, version: "2.0", published: "2026-01-01T09:30:00Z", status: "Withdrawn"},
      second,
      first
    ]);
    expect(told(await fetch()).came).toEqual([at("1.1")]);
  });

  test("puts a new version in the place of the old", async () => {
    const versions = [first];
    const {fetch, files} = await fromApi(versions);
    await fetch();
    versions.unshift(second);
    const {delivered} = await fetch();
    expect(delivered[0]!.notes).toEqual([`in the place of ${at("1.0")}`]);
    expect(Object.keys(await files())).toEqual([at("1.1")]);
  });

  test("asks for no file again whose version it holds", async () => {
    const {fetch, local} = await fromApi([first]);
    await fetch();
    await fetch();
    expect(local.asked.filter(({path}) => path.endsWith("/csv"))).toHaveLength(1);
  });

  test("says so where a file changed and its version did not", async () => {
    const versions = [first];
    const {fetch} = await fromApi(versions);
    await fetch();
    versions[0] = {...first, set: second.set};
    const {delivered} = await fetch({again: true});
    expect(delivered[0]!.notes).toContain("its content changed, though its address and version did not");
  });

  test("says so where all versions were withdrawn", async () => {
    const {fetch} = await fromApi([{...first, status: "Withdrawn"}]);
    expect(told(await fetch()).missed[0]).toContain("data set absence has no version that is published: 1.0 withdrawn");
  });

  test("takes the file of the catalogue where the API has no such data set", async () => {
    const file = {id: "file-9", filename: "absence.csv", bytes: Buffer.from(csvOf(absenceSet))};
    const publication = {
      slug: "made-up-absence",
      id: "pub-1",
      releases: [{slug: "2022-23", id: "rel-1", files: [file]}]
    };
    const local = await startPublishers(statisticsApi({}), catalogue([publication]));
    const {fetch} = await groundFor([viaApi], calmContext(local, {tries: 2}));
    expect(told(await fetch())).toEqual({came: ["absence_ees/absence.csv"], kept: [], missed: []});
  });

  test("asks once for a version that is forbidden by the time it is asked for", async () => {
    const {fetch, local} = await fromApi([first]);
    local.faults.push({path: /csv$/, times: 9, act: answers(403)});
    expect(told(await fetch()).missed[0]).toContain("answers 403");
    expect(local.asked.filter(({path}) => path.endsWith("/csv"))).toHaveLength(1);
  });
});

const exclusionsFile = await readFile("test/input/exclusions/exclusions_by_geographic_level.csv");

async function fromCatalogue(manner: Manner = {}) {
  const file = {id: "file-1", filename: "exclusions_by_geographic_level.csv", bytes: exclusionsFile};
  const publication: Publication = {
    slug: "suspensions-and-permanent-exclusions-in-england",
    id: "pub-1",
    releases: [
      {slug: "2023-24", id: "rel-2", files: []},
      {slug: "2016-17", id: "rel-1", files: [file]}
    ]
  };
  const local = await startPublishers(catalogue([publication], manner));
  return {...(await groundFor([exclusions], calmContext(local, {tries: 2}))), local, file};
}

const exclusionsPath = "exclusions/exclusions_by_geographic_level.csv";

describe("fetching a file of the catalogue", () => {
  test("finds it by publication, release and file name", async () => {
    const {fetch} = await fromCatalogue();
    expect(told(await fetch())).toEqual({came: [exclusionsPath], kept: [], missed: []});
  });

  test("records the id that its address holds, and the release", async () => {
    const {fetch, locked} = await fromCatalogue();
    await fetch();
    expect(await locked()).toMatchObject([
      {file_id: "file-1", release: "2016-17", url: expect.stringMatching(/data-set\/file-1\/csv$/) as string}
    ]);
  });

  test("asks whether it has changed, and does not download it again if not", async () => {
    const {fetch, local} = await fromCatalogue();
    await fetch();
    expect(told(await fetch()).kept).toEqual([exclusionsPath]);
    expect(local.asked.at(-1)!.headers["if-none-match"]).toMatch(/^"/);
  });

  test("takes what changed under the same id, and says so", async () => {
    const {fetch, file} = await fromCatalogue();
    await fetch();
    file.bytes = Buffer.concat([exclusionsFile, Buffer.from("\n")]);
    const {delivered} = await fetch();
    expect(delivered[0]).toMatchObject({
      outcome: "came",
      notes: ["its content changed, though its address and version did not"]
    });
  });

  test("does not download again what nothing tells to have changed", async () => {
    const {fetch, local} = await fromCatalogue({etag: false});
    await fetch();
    await fetch();
    expect(local.asked.filter(({path}) => path.endsWith("/csv"))).toHaveLength(1);
  });
});

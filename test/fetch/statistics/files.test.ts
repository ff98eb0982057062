import {readFile} from "node:fs/promises";
import {describe, expect, test} from "vitest";
import absence from "../../../pipelines/sources/absence_ees/source.ts";
import sen from "../../../pipelines/sources/sen_by_school/source.ts";
import exclusions from "../../../pipelines/sources/exclusions/source.ts";
import type {Source} from "../../../src/published-files/source.ts";
import type {Requested} from "../../support/publishers/asked.ts";
import {calmContext} from "../../support/publishers/calm-context.ts";
import {catalogue, type Publication} from "../../support/publishers/catalogue.ts";
import {answers} from "../../support/publishers/faults.ts";
import {groundFor, reported} from "../../support/publishers/fetch-run.ts";
import {absenceSet, writeCsv} from "../../support/publishers/made-data-set.ts";
import {startPublishers} from "../../support/publishers/server.ts";
import {statisticsApi, type Gateway, type MadeVersion} from "../../support/publishers/statistics-api.ts";

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
    const text = Buffer.from((await files())[at("1.0")], "latin1").toString("utf8");
    expect(text.replace("\ufeff", "")).toBe(writeCsv(absenceSet));
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
    expect(reported(await fetch()).came).toEqual([at("1.1")]);
  });

  test("puts a new version in the place of the old", async () => {
    const versions = [first];
    const {fetch, files} = await fromApi(versions);
    await fetch();
    versions.unshift(second);
    const {delivered} = await fetch();
    expect(delivered[0].notes).toEqual([`in the place of ${at("1.0")}`]);
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
    expect(delivered[0].notes).toContain("its content changed, though its address and version did not");
  });

  test("says so where all versions were withdrawn", async () => {
    const {fetch} = await fromApi([{...first, status: "Withdrawn"}]);
    expect(reported(await fetch()).missed[0]).toContain(
      "data set absence has no version that is published: 1.0 withdrawn"
    );
  });

  test("takes the file of the catalogue where the API has no such data set", async () => {
    const file = {id: "file-9", filename: "absence.csv", bytes: Buffer.from(writeCsv(absenceSet))};
    const publication = {
      slug: "made-up-absence",
      id: "pub-1",
      releases: [{slug: "2022-23", id: "rel-1", files: [file]}]
    };
    const local = await startPublishers(statisticsApi({}), catalogue([publication]));
    const {fetch} = await groundFor([viaApi], calmContext(local, {tries: 2}));
    expect(reported(await fetch())).toEqual({came: ["absence_ees/absence.csv"], kept: [], missed: []});
  });

  test("asks once for a version that is forbidden by the time it is asked for", async () => {
    const {fetch, local} = await fromApi([first]);
    local.faults.push({path: /csv$/, times: 9, act: answers(403)});
    expect(reported(await fetch()).missed[0]).toContain("answers 403");
    expect(local.asked.filter(({path}) => path.endsWith("/csv"))).toHaveLength(1);
  });
});

const exclusionsFile = await readFile("test/input/exclusions/exclusions_by_geographic_level.csv");

const exclusionsPath = "exclusions/exclusions_by_geographic_level.csv";
const slug = "suspensions-and-permanent-exclusions-in-england";

async function fromCatalogue(source: Source = exclusions) {
  const file = {id: "file-1", filename: "exclusions_by_geographic_level.csv", bytes: exclusionsFile};
  const publication: Publication = {
    slug,
    id: "pub-1",
    releases: [
      {slug: "2023-24", id: "rel-2", files: [{id: "file-2", filename: "exc_la.csv", bytes: exclusionsFile}]},
      {slug: "2016-17", id: "rel-1", files: [file]}
    ]
  };
  const local = await startPublishers(catalogue([publication]));
  return {...(await groundFor([source], calmContext(local, {tries: 2}))), local, file, publication};
}

test("a file that is known by its title is found whatever it is called", async () => {
  const bytes = await readFile("test/input/sen_by_school/school_level_data_2026.csv");
  const listed = (year: number) => ({
    id: `sen-${year}`,
    filename: `d${year}.csv`,
    title: `School level data - ${year}`,
    bytes
  });
  const others = {id: "sen-la", filename: "la.csv", title: "Local authority level data - 2026", bytes};
  const publication: Publication = {
    slug: "special-educational-needs-in-england",
    id: "pub-2",
    releases: [
      {slug: "2025-26", id: "rel-2", files: [others, listed(2026)]},
      {slug: "2024-25", id: "rel-1", files: [listed(2025)]}
    ]
  };
  const local = await startPublishers(catalogue([publication]));
  const {fetch} = await groundFor([sen], calmContext(local, {tries: 2}));
  expect(reported(await fetch())).toEqual({came: ["sen_by_school/d2026.csv"], kept: [], missed: []});
});

const downloads = ({asked}: {asked: readonly Requested[]}): string[] =>
  asked.map(({path}) => path).filter((path) => /(download|csv)$/.test(path));

describe("fetching a file of the catalogue", () => {
  test("finds it by publication, release and file name", async () => {
    const {fetch} = await fromCatalogue();
    expect(reported(await fetch())).toEqual({came: [exclusionsPath], kept: [], missed: []});
  });

  test("asks the host that keeps it, packed, and not the guarded site before that", async () => {
    const {fetch, local} = await fromCatalogue();
    await fetch();
    expect(downloads(local)).toEqual(["/content/data-set-files/file-1/download"]);
  });

  test("asks the site where that host refuses, and goes on", async () => {
    const {fetch, local} = await fromCatalogue();
    local.faults.push({path: /download$/, times: 9, act: answers(403)});
    expect(reported(await fetch()).came).toEqual([]);
    const {fetch: later, local: other} = await fromCatalogue();
    other.faults.push({path: /download$/, times: 9, act: answers(404)});
    expect(reported(await later()).came).toEqual([exclusionsPath]);
    expect(downloads(other).at(-1)).toBe("/catalogue/data-catalogue/data-set/file-1/csv");
  });

  test("records the catalogue’s id, the mark of this state of the data, and the release", async () => {
    const {fetch, locked} = await fromCatalogue();
    await fetch();
    expect(await locked()).toMatchObject([
      {
        file_id: "file-1",
        release: "2016-17",
        mark: expect.stringMatching(/^file-1\.[0-9a-f]+ 2026-09-24T/) as string,
        etag: null
      }
    ]);
  });

  test("does not download it again while its mark is the same", async () => {
    const {fetch, local} = await fromCatalogue();
    await fetch();
    expect(reported(await fetch()).kept).toEqual([exclusionsPath]);
    expect(downloads(local)).toHaveLength(1);
  });

  test("takes what was corrected behind the same id", async () => {
    const {fetch, file, local} = await fromCatalogue();
    await fetch();
    file.bytes = Buffer.concat([exclusionsFile, Buffer.from("\n")]);
    expect(reported(await fetch()).came).toEqual([exclusionsPath]);
    expect(downloads(local)).toEqual(Array(2).fill("/content/data-set-files/file-1/download"));
  });

  test("walks to the newest release that has the file, where the latest has not", async () => {
    const anyRelease = {
      ...exclusions,
      origin: {
        service: "explore_education_statistics",
        publication: slug,
        file: "exclusions_by_geographic_level"
      } as const
    };
    const {fetch, locked} = await fromCatalogue(anyRelease);
    await fetch();
    expect((await locked()).map(({release}) => release)).toEqual(["2016-17"]);
  });
});

const rolling: Source = {
  ...absence,
  origin: {service: "explore_education_statistics", publication: slug, file: "######_rolling_{provisional,final}"}
};
const oneYear = (year: string) => Buffer.from(writeCsv(absenceSet).replaceAll("202223", year));

async function fromRolling() {
  const older = {
    id: "a",
    filename: "202425_rolling_final.csv",
    bytes: oneYear("202223"),
    period: {from: "2022/23", to: "2024/25"}
  };
  const publication: Publication = {slug, id: "pub-1", releases: [{slug: "2024-25", id: "rel-1", files: [older]}]};
  const local = await startPublishers(catalogue([publication]));
  const ground = await groundFor([rolling], calmContext(local, {tries: 2}));
  await ground.fetch();
  const publish = async (name: string, period: {from: string; to: string}) => {
    const slugs = `2025-26-${name}`;
    publication.releases.unshift({
      slug: slugs,
      id: slugs,
      files: [{id: slugs, filename: `${name}.csv`, bytes: oneYear("202223"), period}]
    });
    await ground.fetch();
    return Object.keys(await ground.files()).sort();
  };
  return {publish};
}

describe("a file that holds the last years only", () => {
  test("stays when a later one of other years comes: it has a year that is nowhere else", async () => {
    const {publish} = await fromRolling();
    expect(await publish("202526_rolling_provisional", {from: "2023/24", to: "2025/26"})).toEqual([
      "absence_ees/202425_rolling_final.csv",
      "absence_ees/202526_rolling_provisional.csv"
    ]);
  });

  test("goes when one of the same last year, in a later stage, comes", async () => {
    const {publish} = await fromRolling();
    await publish("202526_rolling_provisional", {from: "2023/24", to: "2025/26"});
    expect(await publish("202526_rolling_final", {from: "2023/24", to: "2025/26"})).toEqual([
      "absence_ees/202425_rolling_final.csv",
      "absence_ees/202526_rolling_final.csv"
    ]);
  });

  test("goes when one that has all its years comes", async () => {
    const {publish} = await fromRolling();
    expect(await publish("202526_rolling_final", {from: "2022/23", to: "2025/26"})).toEqual([
      "absence_ees/202526_rolling_final.csv"
    ]);
  });
});

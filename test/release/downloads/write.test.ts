import {copyFile, readdir, readFile, stat, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {gunzipSync} from "node:zlib";
import {tableFromIPC} from "apache-arrow";
import Papa from "papaparse";
import {beforeAll, describe, expect, test} from "vitest";
import {downloadTables} from "../../../pipelines/release/downloads/tables.ts";
import {writeDownloads} from "../../../pipelines/release/downloads/write.ts";
import {prepareQueries} from "../../../pipelines/release/prepare.ts";
import {rows, type Warehouse} from "../../../pipelines/warehouse.ts";
import type {DownloadRow} from "../../../src/release/release.ts";
import type {SchoolFile} from "../../../src/release/partnership-files.ts";
import type {Words} from "../../../src/release/results.ts";
import {outcome as partnershipOutcome} from "../../dashboards/example-partnership.ts";
import {madeResult} from "../../support/made-result.ts";
import {emptyFolder} from "../../support/published-files.ts";
import {releasedTables} from "../../support/released-tables.ts";

const result = {
  id: "federation.supported.secondary.suspension_rate",
  partnership_type: "federation",
  role: "supported",
  phase: "secondary",
  measure: "suspension_rate",
  dimension: null,
  subgroup: null,
  unit: "suspensions per 100 pupils",
  verdict: "too_few",
  strength: "very_low",
  absent: null,
  schools: 3,
  partnerships: 1,
  sd: 4,
  detectable: 3,
  from: -1.5,
  to: -1.25,
  low: null,
  high: null,
  first_year: 2015,
  last_year: 2015,
  early_from: -1,
  early_to: -1,
  early_low: null,
  early_high: null,
  development_from: -1.5,
  development_to: -1.5,
  development_low: null,
  development_high: null,
  longer_term_from: null,
  longer_term_to: null,
  longer_term_low: null,
  longer_term_high: null
};
const same_trend = {value: -1.25, se: 0.5, low: null, high: null};
const effect = {from: -1.5, to: -1.25, low: null, high: null, same_trend, same_past: {...same_trend, value: -1.5}};
const made = {...madeResult({id: result.id, effect}), words: {} as Words};
const similar: SchoolFile["similar"] = {cohort: 2015, schools: [{id: 900020, name: ""}], like: [], absent: null};
const found = [
  partnershipOutcome({
    effect: {...effect, low: -2.5, high: 0.25},
    strength_lost: ["size", "before"],
    among: {looked_at: 3, chance: 0.0123456789}
  }),
  partnershipOutcome({
    ...{role: "supporter", effect: null, verdict: null, strength: null, strength_lost: [], years: null},
    absent: "A result needs at least 3 schools that joined in the same role."
  })
];

let folder: string;
let warehouse: Warehouse;
let notes: DownloadRow[];
const csv = async (name: string): Promise<Record<string, string>[]> =>
  Papa.parse<Record<string, string>>(await readFile(join(folder, "download", name), "utf8"), {
    header: true,
    skipEmptyLines: true
  }).data;

const none = {results: [], outcomes: new Map(), similar: new Map(), facts: {}};

beforeAll(async () => {
  folder = await emptyFolder();
  warehouse = await releasedTables();
  await prepareQueries(warehouse);
  const columns = Object.fromEntries(Object.entries(result).map(([name, value]) => [name, [value]]));
  await writeFile(join(folder, "results.json"), JSON.stringify({columns}));
  notes = await writeDownloads(warehouse, folder, {
    results: [
      {
        partnership_type: "federation",
        phase: "secondary",
        measure: "suspension_rate",
        summary: "",
        title: "",
        results: [made]
      }
    ],
    outcomes: new Map([["f1", found]]),
    similar: new Map([[900012, similar]]),
    facts: {plan: "abcd1234", licence: "Open Government Licence v3.0"}
  });
});

describe("what can be taken away", () => {
  test("is listed with rows, columns and the bytes of every file", async () => {
    expect(notes.map(({id, rows}) => [id, rows])).toEqual([
      ["results", 4],
      ["partnership_outcomes", 2],
      ["outcomes", 4],
      ["memberships", 2],
      ["headlines", 1],
      ["estimates", 1],
      ["expected_changes", 1],
      ["school_years", 1],
      ["variances", 1],
      ["covariances", 1],
      ["donor_pools", 1],
      ["treated", 2],
      ["similar_schools", 1],
      ["schools", 4],
      ["reproduce", null]
    ]);
    for (const {file, bytes} of notes.flatMap(({files}) => files))
      expect((await stat(join(folder, "download", file))).size, file).toBe(bytes);
  });

  test.each(downloadTables.map(({id}) => id))("%s has the same rows in CSV, Parquet and Arrow", async (id) => {
    const {rows: count} = notes.find((note) => note.id === id)!;
    const [parquet] = await rows<{n: number}>(
      warehouse,
      `select count(*)::integer as n from '${join(folder, "download", `${id}.parquet`)}'`
    );
    const arrow = tableFromIPC(await readFile(join(folder, "download", `${id}.arrow`)));
    expect([(await csv(`${id}.csv`)).length, parquet.n, arrow.numRows]).toEqual([count, count, count]);
  });

  test("is compressed, and no Arrow file beside it, where its text is long", async () => {
    const other = await emptyFolder();
    await copyFile(join(folder, "results.json"), join(other, "results.json"));
    const long = await writeDownloads(warehouse, other, {...none, longest: 10});
    const {files} = long.find(({id}) => id === "treated")!;
    expect(files.map(({file, what}) => [file, what])).toEqual([
      ["treated.csv.gz", "CSV, compressed"],
      ["treated.parquet", "Parquet"]
    ]);
    const [plain, packed] = [join(folder, "download/treated.csv"), join(other, "download/treated.csv.gz")];
    expect(`\uFEFF${gunzipSync(await readFile(packed)).toString("utf8")}`).toBe(await readFile(plain, "utf8"));
    expect(await readdir(join(other, "download"))).not.toContain("treated.csv");
  });

  test("is not compressed again where the text is of published files alone and these are as before", async () => {
    const other = await emptyFolder();
    await copyFile(join(folder, "results.json"), join(other, "results.json"));
    const asked: string[] = [];
    const given = join(other, "earlier.csv.gz");
    await writeFile(given, "as it was");
    const earlier = async (path: string) => {
      asked.push(path);
      return given;
    };
    const listed = await writeDownloads(warehouse, other, {...none, longest: 10, earlier});
    expect(asked).toEqual(["download/outcomes.csv.gz"]);
    expect(await readFile(join(other, asked[0]), "utf8")).toBe("as it was");
    expect(listed.find(({id}) => id === "outcomes")!.files).toEqual([
      {file: "outcomes.csv.gz", what: "CSV, compressed", bytes: 9},
      {file: "outcomes.parquet", what: "Parquet", bytes: expect.any(Number) as number}
    ]);
  });

  test("says under which plan and licence it was made", async () => {
    const arrow = tableFromIPC(await readFile(join(folder, "download", "outcomes.arrow")));
    expect(Object.fromEntries(arrow.schema.metadata)).toMatchObject({
      plan: "abcd1234",
      licence: "Open Government Licence v3.0",
      title: "Outcomes"
    });
    const kept = await rows<{key: string; value: string}>(
      warehouse,
      `select decode(key) as key, decode(value) as value from parquet_kv_metadata('${join(folder, "download", "outcomes.parquet")}')`
    );
    expect(kept).toContainEqual({key: "plan", value: "abcd1234"});
  });

  test("keeps what a partnership brings from records of its own out", async () => {
    expect((await csv("memberships.csv")).map(({partnership}) => partnership)).toEqual(["f1", "f1"]);
  });

  test("runs nothing in a spreadsheet, and leaves negative figures figures", async () => {
    expect((await csv("schools.csv")).find(({urn}) => urn === "900020")!["name"]).toBe("'=Birch School");
    expect((await csv("outcomes.csv")).find(({school_id}) => school_id === "900020")!["value"]).toBe("-0.5");
  });

  test("has values in full, since estimates are made from them", async () => {
    expect((await csv("outcomes.csv")).map(({value, standardised}) => [value, standardised])).toContainEqual([
      "12.3456789",
      "0.123456"
    ]);
  });

  test("has what was found of each single partnership, or why nothing is said", async () => {
    const [said, absent] = await csv("partnership_outcomes.csv");
    expect(said).toMatchObject({
      ...{partnership_type: "federation", partnership: "f1", partnership_name: "First Federation", role: "supported"},
      ...{effect_from: "-1.5", effect_to: "-1.25", effect_low: "-2.5", effect_high: "0.25"},
      ...{effect_same_trend: "-1.25", se_same_trend: "0.5", effect_same_past: "-1.5", low_same_past: ""},
      ...{verdict: "better", strength: "low", strength_lost: "size; before", looked_at: "3", chance: "0.0123457"},
      ...{first_year: "2014", last_year: "2019", schools: "9", absent: ""}
    });
    const {absent: why, schools} = absent;
    expect([why, schools]).toEqual(["A result needs at least 3 schools that joined in the same role.", "9"]);
    for (const name of ["verdict", "strength", "strength_lost", "effect_from", "se_same_past", "chance", "last_year"])
      expect(absent[name], name).toBe("");
  });

  test("says what each result is compared with, and on which scale", async () => {
    expect(await csv("headlines.csv")).toMatchObject([
      {
        id: "federation.supported.secondary.suspension_rate",
        pool: "governance",
        is_governance: "true",
        listed_alone: "false",
        scale: "native",
        series_id: "0",
        own_records: "false"
      }
    ]);
    expect((await csv("treated.csv")).map(({partnership_type, role, pool}) => [partnership_type, role, pool])).toEqual([
      ["federation", "supported", "governance"],
      ["federation", "supporter", "governance_supporter"]
    ]);
  });

  test("marks a result that rests on a partnership’s own records, which are left out", async () => {
    const other = await emptyFolder();
    const own = {...result, partnership_type: "peer_collaboration", role: "member"};
    const columns = Object.fromEntries(Object.entries(own).map(([name, value]) => [name, [value]]));
    await writeFile(join(other, "results.json"), JSON.stringify({columns}));
    await writeDownloads(warehouse, other, none);
    const text = await readFile(join(other, "download", "headlines.csv"), "utf8");
    const [row] = Papa.parse<Record<string, string>>(text, {header: true}).data;
    expect([row["pool"], row["own_records"]]).toEqual(["peer_collaboration", "true"]);
  });

  test("keeps a value missing, and why, in Arrow", async () => {
    const arrow = tableFromIPC(await readFile(join(folder, "download", "outcomes.arrow")));
    const row = arrow.toArray().find(({missing}) => missing !== null)!;
    expect([row["value"], row["missing"]]).toEqual([null, "suppressed"]);
  });
});

describe("results in the layout of Explore Education Statistics", () => {
  test("begin with when and where, and have a row a stretch of years since joining", async () => {
    const found = await csv("results.csv");
    expect(Object.keys(found[0]).slice(0, 5)).toEqual([
      "time_period",
      "time_identifier",
      "geographic_level",
      "country_code",
      "country_name"
    ]);
    expect(
      found.map((row) => [row["time_period"], row["years_since_joining"], row["effect_from"], row["effect_to"]])
    ).toEqual([
      ["201415", "Years 0 to 4", "-1.5", "-1.25"],
      ["201415", "Early (years 0 and 1)", "-1.0", "-1.0"],
      ["201415", "Development (years 2 and 3)", "-1.5", "-1.5"],
      ["201415", "Longer term (from year 4)", "x", "x"]
    ]);
  });

  test("say Total where there is no subgroup, and speak in words", async () => {
    const [row] = await csv("results.csv");
    expect(row).toMatchObject({
      partnership_type: "Federations",
      role: "Supported",
      subgroup_of: "Total",
      verdict: "Too few"
    });
  });

  test("have the estimate and its standard error under each assumption, where there is a result", async () => {
    expect(
      (await csv("results.csv")).map((row) => [row["effect_same_trend"], row["se_same_trend"], row["se_same_past"]])
    ).toEqual([["-1.25", "0.5", "0.5"], ...Array.from({length: 3}, () => ["x", "x", "x"])]);
  });

  test("say in every row which plan they were made by", async () => {
    expect(new Set((await csv("results.csv")).map(({plan}) => plan))).toEqual(new Set(["abcd1234"]));
  });

  test("are described by a file that names every column but those of when, where and from which release", async () => {
    const described = (await csv("results.meta.csv")).flatMap(({col_name, filter_grouping_column: group}) =>
      group ? [group, col_name] : [col_name]
    );
    expect(described).toEqual(Object.keys((await csv("results.csv"))[0]).slice(5, -3));
  });
});

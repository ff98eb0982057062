import {readdir, readFile} from "node:fs/promises";
import {join} from "node:path";
import Papa from "papaparse";
import {beforeAll, describe, expect, test} from "vitest";
import {sampleRelease} from "../support/sample-release.ts";
import {screenerRules, screenStatistics, type StatisticsFiles, type TextRow} from "../support/screen-statistics.ts";

const MARK = [0xef, 0xbb, 0xbf];
let folder: string;
let files: StatisticsFiles;

async function readTable(name: string): Promise<{columns: string[]; rows: TextRow[]}> {
  const text = await readFile(join(folder, name), "utf8");
  const {data, meta} = Papa.parse<TextRow>(text, {header: true, skipEmptyLines: true});
  return {columns: meta.fields ?? [], rows: data};
}

beforeAll(async () => {
  folder = join(await sampleRelease(), "download");
  files = {
    name: "results.csv",
    metaName: "results.meta.csv",
    data: await readTable("results.csv"),
    meta: await readTable("results.meta.csv")
  };
});

describe("the results of the synthetic England, as a file for Explore Education Statistics", () => {
  test("pass every rule of the publisher’s screener", () => {
    expect(files.data.rows.length).toBeGreaterThan(1000);
    expect(screenStatistics(files)).toEqual([]);
  });

  test("of which each can fail", () => {
    const [row] = files.data.rows;
    const broken: Partial<Record<string, StatisticsFiles>> = {
      check_general_dupes: {...files, data: {...files.data, rows: [row, row]}},
      check_time_period_six: {...files, data: {...files.data, rows: [{...row, time_period: "201517"}]}},
      check_ind_invalid_entry: {...files, data: {...files.data, rows: [{...row, effect_from: ""}]}},
      check_filter_whitespace: {...files, data: {...files.data, rows: [{...row, role: "Supported "}]}},
      check_general_null: {...files, data: {...files.data, rows: [{...row, verdict: "NA"}]}},
      precheck_filter_not_singular: {...files, data: {...files.data, rows: [row]}},
      check_filenames_match: {...files, metaName: "columns.csv"},
      check_meta_ind_unit_validation: {
        ...files,
        meta: {...files.meta, rows: files.meta.rows.map((d) => ({...d, indicator_unit: "points"}))}
      }
    };
    for (const [rule, given] of Object.entries(broken)) {
      expect(Object.keys(screenerRules)).toContain(rule);
      expect(
        screenStatistics(given!).some((fault) => fault.startsWith(`${rule}:`)),
        rule
      ).toBe(true);
    }
  });

  test("are of the last year that each holds, with standard errors, years, plan and day", () => {
    const found = files.data.rows.filter((row) => row["effect_from"] !== "x");
    expect(new Set(found.map((row) => row["time_period"])).size).toBeGreaterThan(1);
    for (const row of found) {
      const last = Number(row["last_year"]);
      expect(row["time_period"]).toBe(`${last - 1}${String(last % 100).padStart(2, "0")}`);
      expect(Number(row["se_same_trend"]) > 0 || row["effect_low"] === "x", row["verdict"]).toBe(true);
      expect([row["plan"].length, row["made"]]).toEqual([8, expect.stringMatching(/^\d{4}-\d\d-\d\d$/)]);
    }
  });

  test("have figures that are numbers or x, never a text that looks like one", () => {
    const figures = files.meta.rows.filter((row) => row["col_type"] === "Indicator").map((row) => row["col_name"]);
    expect(figures.length).toBeGreaterThan(1);
    const cells = files.data.rows.flatMap((row) => figures.map((name) => ({name, cell: row[name]})));
    expect(cells.filter(({cell}) => !/^(x|-?\d+(\.\d+)?(e-?\d+)?)$/.test(cell))).toEqual([]);
  });
});

test("every file of a release that a spreadsheet opens says that it is UTF-8", async () => {
  const plain = (await readdir(folder)).filter((name) => name.endsWith(".csv"));
  expect(plain.length).toBeGreaterThan(8);
  for (const name of plain) expect([...(await readFile(join(folder, name))).subarray(0, 3)], name).toEqual(MARK);
});

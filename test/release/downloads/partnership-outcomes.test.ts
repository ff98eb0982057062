import {readFile} from "node:fs/promises";
import {join} from "node:path";
import Papa from "papaparse";
import {beforeAll, describe, expect, test} from "vitest";
import {readPart} from "../../../pipelines/files/read-part.ts";
import type {PartnershipFile} from "../../../src/release/partnership-files.ts";
import type {DownloadRow} from "../../../src/release/release.ts";
import {readPartnershipFiles} from "../../support/partnership-files.ts";
import {sampleRelease} from "../../support/sample-release.ts";

type Cells = Record<string, string>;
type Key = Record<"partnership" | "role" | "phase" | "measure", string>;

let pages: PartnershipFile[];
let header: string[];
let table: Cells[];
let note: DownloadRow;

beforeAll(async () => {
  const folder = await sampleRelease();
  pages = readPartnershipFiles(folder);
  const text = await readFile(join(folder, "download/partnership_outcomes.csv"), "utf8");
  const {data, meta} = Papa.parse<Cells>(text.slice(1), {header: true, skipEmptyLines: true});
  [header, table] = [meta.fields ?? [], data];
  note = readPart<DownloadRow[]>(join(folder, "downloads.json")).find(({id}) => id === "partnership_outcomes")!;
});

const figure = (cell: string): number | null => (cell === "" ? null : Number(cell));
const words = (cell: string): string | null => cell || null;
const inOrder = <Row extends Key>(found: readonly Row[]) =>
  found.toSorted((a, b) => (makeKey(a) < makeKey(b) ? -1 : 1));
const makeKey = ({partnership, role, phase, measure}: Key) => [partnership, role, phase, measure].join(" ");

const readEstimate = (row: Cells, set: "same_trend" | "same_past") => ({
  value: figure(row[`effect_${set}`]),
  se: figure(row[`se_${set}`]),
  low: figure(row[`low_${set}`]),
  high: figure(row[`high_${set}`])
});

/** A row of the table as a page has it. */
const readRow = (row: Cells) => ({
  partnership: row["partnership"],
  name: row["partnership_name"],
  partnership_type: row["partnership_type"],
  role: row["role"],
  phase: row["phase"],
  measure: row["measure"],
  unit: row["unit"],
  verdict: words(row["verdict"]),
  strength: words(row["strength"]),
  strength_lost: row["strength_lost"] === "" ? [] : row["strength_lost"].split("; "),
  absent: words(row["absent"]),
  effect:
    row["effect_from"] === ""
      ? null
      : {
          from: figure(row["effect_from"]),
          to: figure(row["effect_to"]),
          low: figure(row["effect_low"]),
          high: figure(row["effect_high"]),
          same_trend: readEstimate(row, "same_trend"),
          same_past: readEstimate(row, "same_past")
        },
  among: row["looked_at"] === "" ? null : {looked_at: figure(row["looked_at"]), chance: figure(row["chance"])},
  years: row["first_year"] === "" ? null : [figure(row["first_year"]), figure(row["last_year"])],
  schools: figure(row["schools"])
});

describe("what was found of single partnerships, as a table", () => {
  test("is what the page of each partnership says, outcome by outcome", () => {
    const said = pages.flatMap(({id: partnership, name, partnership_type, outcomes}) =>
      outcomes.map(
        ({role, phase, measure, unit, verdict, strength, strength_lost, absent, effect, among, years, schools}) => ({
          ...{partnership, name, partnership_type, role, phase, measure, unit, verdict, strength, strength_lost},
          ...{absent, effect, among, years, schools}
        })
      )
    );
    expect(said.length).toBeGreaterThan(1000);
    expect(inOrder(table.map(readRow))).toEqual(inOrder(said));
  });

  test("has no figure where a page withholds it, and says why", () => {
    const withheld = table.filter((row) => row["absent"] !== "");
    expect(withheld.length).toBeGreaterThan(0);
    const before = header.indexOf("absent");
    const figures = header.slice(before + 1).filter((name) => name !== "schools");
    for (const row of withheld)
      expect(
        ["verdict", "strength", "strength_lost", ...figures].filter((name) => row[name] !== ""),
        makeKey(row as Key)
      ).toEqual([]);
    expect(table.filter((row) => (row["absent"] === "") === (row["effect_from"] === ""))).toEqual([]);
  });

  test("is listed with every column, in at most eighty characters, and as many rows", () => {
    expect(note.columns.map(({column}) => column)).toEqual(header);
    expect(note.columns.filter(({label}) => label.length === 0 || label.length > 80)).toEqual([]);
    expect(note.rows).toBe(table.length);
    expect(note.files.map(({what}) => what)).toEqual(["CSV", "Parquet", "Arrow"]);
  });
});

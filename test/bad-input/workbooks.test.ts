import {readFileSync} from "node:fs";
import {csvParseRows} from "d3";
import {describe, expect, test} from "vitest";
import {readFolderFiles} from "../../pipelines/read/read-folder.ts";
import type {FilesRead} from "../../pipelines/read/published-file.ts";
import {workbook} from "../../pipelines/synthetic-england/workbook.ts";
import {readSources} from "../../pipelines/sources.ts";
import {PublishedFileError} from "../../src/library/errors.ts";
import {emptyFolder, findFolder, ks4File, ks4Row, type Files} from "../support/published-files.ts";
import {stagedAsText, stagingWarnings} from "../support/staged-text.ts";
import {makeRow, makeWorkbook} from "../support/workbook-bytes.ts";

const sources = await readSources();
const maintained = sources.find(({id}) => id === "finance_maintained")!;

const csv = csvParseRows(readFileSync("test/input/finance_maintained/CFR_2024-25_Full_Data_Workbook.csv", "utf8"));
const name = "CFR_2024-25_Full_Data_Workbook.xlsx";
const ks4 = {"2018-2019_england_ks4final.csv": ks4File(ks4Row(900001))};

/** A sheet as the publisher’s: numbers as such. */
const makeSheet = (rows: readonly (readonly string[])[], sheet = "CFR Data"): Buffer =>
  workbook(name, [
    {name: "Contents", rows: [["CFR"]]},
    {name: sheet, rows: rows.map((row) => row.map((cell) => (/^-?\d+(\.\d+)?$/.test(cell) ? Number(cell) : cell)))}
  ]).bytes;

const drawIntake = async (files: Files): Promise<FilesRead> =>
  readFolderFiles(await findFolder(files), sources, {work: await emptyFolder(), said: {}});

async function refusal(work: Promise<unknown>): Promise<PublishedFileError> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason
  );
  expect(error).toBeInstanceOf(PublishedFileError);
  return error as PublishedFileError;
}

const staging = async (bytes: Buffer): Promise<string> => stagedAsText(await findFolder({[name]: bytes}), maintained);

describe("a workbook", () => {
  test("is staged as the same rows in a CSV file are", async () => {
    const asCsv = await stagedAsText(
      await findFolder({"CFR_2024-25.csv": csv.map((row) => row.map((cell) => `"${cell}"`).join(",")).join("\n")}),
      maintained
    );
    const asWorkbook = await staging(makeSheet(csv));
    expect(asWorkbook.replaceAll(`${name} › CFR Data`, "CFR_2024-25.csv")).toBe(asCsv);
  });

  test.each(["CFRData", "CFR_Data", "cfr data "])("is known with its sheet called %s", async (sheet) => {
    const {files} = await drawIntake({[name]: makeSheet(csv, sheet)});
    expect(files.map(({file, source, year}) => [file, source.id, year])).toEqual([
      [`${name} › ${sheet}`, "finance_maintained", 2025]
    ]);
  });

  test("counts the rows of its sheet, title and blank rows included", async () => {
    const rows = [
      ["Consistent financial reporting"],
      [],
      csv[0],
      [],
      csv[1].map((c) => (c === "1000000" ? "LOTS" : c))
    ];
    const {message} = await refusal(staging(makeSheet(rows)));
    expect(message).toContain(`${name} › CFR Data, row 5, column Total Expenditure: (E01:E29 + E31 + E32): “LOTS”`);
  });

  test("with a blank row between schools is read, the row left out and counted", async () => {
    const folder = await findFolder({[name]: makeSheet([csv[0], csv[1], [], csv[2]])});
    expect(await stagingWarnings(folder, maintained)).toContain(`${name} › CFR Data: 1 row without content, left out`);
    expect((await stagedAsText(folder, maintained)).split("\n")[2]).toContain(`${name} › CFR Data,4,`);
  });

  test("without the sheet is refused by its name, with the sheets it has", async () => {
    const {message, fix} = await refusal(drawIntake({...ks4, [name]: makeSheet(csv, "Data 2025")}));
    expect(message).toBe(`${name}: has no sheet CFRData or CFR_Data or CFR Data, but Contents, Data 2025`);
    expect(fix).toContain("pipelines/sources/finance_maintained/source.ts");
  });

  test("whose sheet has no header that is known is refused, with what it has", async () => {
    const rows = csv.map((row) => row.map((cell) => (cell === "Did Not Supply flag" ? "Supplied" : cell)));
    const {message, fix} = await refusal(drawIntake({...ks4, [name]: makeSheet(rows)}));
    expect(message).toBe(
      `${name}, row 1: none of the first 10 rows of the sheet CFR Data is a header with Did Not Supply flag`
    );
    expect(fix).toContain("this row has LA, LA Name, Estab, LAEstab, Supplied");
  });

  test("that is cut off is refused if it is called as the publisher calls it", async () => {
    const {message} = await refusal(drawIntake({...ks4, [name]: makeSheet(csv).subarray(0, 900)}));
    expect(message).toContain(`${name}: is not a readable workbook`);
  });

  test("of something else is left, and said with its sheets", async () => {
    const {unknown} = await drawIntake({...ks4, "rota.xlsx": makeWorkbook({Monday: makeRow(1, "dinner")})});
    expect(unknown).toEqual([{file: "rota.xlsx", why: "a workbook of other sheets: Monday"}]);
  });

  test("that is none, by another name, is left and said", async () => {
    const {unknown} = await drawIntake({...ks4, "tables.xlsx": "PK"});
    expect(unknown).toEqual([{file: "tables.xlsx", why: "not a CSV file, nor a workbook that can be read"}]);
  });

  test("given twice is read once", async () => {
    const bytes = makeSheet(csv);
    const {files, copies} = await drawIntake({[`a/${name}`]: bytes, [`b/${name}`]: bytes});
    expect(files).toHaveLength(1);
    expect(copies).toEqual([{file: `b/${name}`, of: `a/${name} › CFR Data`}]);
  });

  test("whose figure Excel could not work out has the reason", async () => {
    expect(await staging(makeSheet(csv))).toContain("(not_worked_out)");
  });

  test("whose formula was never worked out is refused by row and column", async () => {
    const xml = makeRow(1, ...csv[0].slice(0, 12)) + `<row r="2"><c r="H2"><f>1+1</f></c></row>`;
    const {message} = await refusal(staging(makeWorkbook({"CFR Data": xml})));
    expect(message).toContain("row 2, column No pupils: “#NO RESULT” is neither a number nor a known code");
  });
});

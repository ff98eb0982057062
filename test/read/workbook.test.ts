import {describe, expect, test} from "vitest";
import {openWorkbook, workbookLimits} from "../../pipelines/read/workbook.ts";
import {PublishedFileError} from "../../src/library/errors.ts";
import {makeRow, makeWorkbook, type Sheets, type WorkbookParts} from "../support/workbook-bytes.ts";
import {makeZip} from "../support/zip-bytes.ts";

const open = (sheets: Sheets, parts?: WorkbookParts) => openWorkbook(makeWorkbook(sheets, parts), "x.xlsx");

async function collectRows(xml: string, parts?: WorkbookParts): Promise<{row: number; cells: string[]}[]> {
  const workbook = await open({Data: xml}, parts);
  const rows = [];
  for await (const row of workbook.rows("Data")) rows.push(row);
  return rows;
}

const makeCells = async (xml: string, parts?: WorkbookParts): Promise<string[]> =>
  (await collectRows(`<row r="1">${xml}</row>`, parts))[0].cells;

async function refusal(work: Promise<unknown>): Promise<PublishedFileError> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason
  );
  expect(error).toBeInstanceOf(PublishedFileError);
  return error as PublishedFileError;
}

describe("openWorkbook(bytes, file)", () => {
  test("gives the sheets in the order of their tabs", async () => {
    expect((await open({ReleaseRows: "", CFR_Data: "", "A &amp; B": ""})).sheets).toEqual([
      "ReleaseRows",
      "CFR_Data",
      "A & B"
    ]);
  });

  test("gives rows by their own numbers, which may leave some out", async () => {
    const rows = await collectRows(makeRow(1, "Title") + makeRow(4, "URN", "Name") + makeRow(5, 900001, "Ash"));
    expect(rows).toEqual([
      {row: 1, cells: ["Title"]},
      {row: 4, cells: ["URN", "Name"]},
      {row: 5, cells: ["900001", "Ash"]}
    ]);
  });

  test("puts a cell into the column its reference says, beyond Z too", async () => {
    const cells = await makeCells(`<c r="B1"><v>1</v></c><c r="AB1"><v>2</v></c>`);
    expect([cells.length, cells[0], cells[1], cells[27]]).toEqual([28, "", "1", "2"]);
  });

  test("counts cells and rows on where there are no references", async () => {
    expect(await collectRows("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>")).toEqual([
      {row: 1, cells: ["1", "2"]},
      {row: 2, cells: ["3"]}
    ]);
  });

  test("joins the pieces of a shared text, and leaves out how it is pronounced", async () => {
    const shared = "<si><t>plain</t></si><si><r><t>two </t></r><r><t>pieces</t></r><rPh><t>sound</t></rPh></si>";
    expect(await makeCells(`<c t="s"><v>1</v></c><c t="s"><v>0</v></c>`, {shared})).toEqual(["two pieces", "plain"]);
  });

  test("reads elements with a prefix as those without", async () => {
    expect(await collectRows(`<x:row r="7"><x:c r="A7"><x:v>5</x:v></x:c></x:row>`)).toEqual([{row: 7, cells: ["5"]}]);
  });

  test("takes a formula for its saved result", async () => {
    const xml = `<c><f>A2*2</f><v>21.5</v></c><c t="str"><f>"a"&amp;"b"</f><v>ab</v></c><c t="str"><f>""</f><v></v></c><c><v>1</v></c>`;
    expect(await makeCells(xml)).toEqual(["21.5", "ab", "", "1"]);
  });

  test("keeps what Excel could not work out, as it says so", async () => {
    expect(await makeCells(`<c t="e"><f>1/0</f><v>#DIV/0!</v></c><c t="e"><v>#N/A</v></c>`)).toEqual([
      "#DIV/0!",
      "#N/A"
    ]);
  });

  test("gives a formula without a saved result as no number and no known code", async () => {
    expect(await makeCells(`<c><f>A2*2</f></c>`)).toEqual(["#NO RESULT"]);
  });

  test("gives numbers as they are stored", async () => {
    expect(await makeCells(`<c><v>1234567.89</v></c><c><v>8.47E-04</v></c><c><v>-5</v></c>`)).toEqual([
      "1234567.89",
      "8.47E-04",
      "-5"
    ]);
  });

  test("gives a percentage with its sign, without the dust of binary fractions", async () => {
    expect(await makeCells(`<c s="1"><v>0.07</v></c><c s="2"><v>0.469</v></c>`, {formats: [0, 9, 10]})).toEqual([
      "7%",
      "46.9%"
    ]);
  });

  test("gives a date as 2022-03-31, in a format of Excel’s or of one’s own", async () => {
    const parts = {formats: [0, 14, 164], ownFormats: {164: "dd/mm/yyyy;@"}};
    expect(await makeCells(`<c s="1"><v>44651</v></c><c s="2"><v>44651.75</v></c>`, parts)).toEqual([
      "2022-03-31",
      "2022-03-31"
    ]);
  });

  test("counts days from 1904 where the workbook does", async () => {
    expect(await makeCells(`<c s="1"><v>43189</v></c>`, {formats: [0, 14], from1904: true})).toEqual(["2022-03-31"]);
  });

  test("leaves what is no day of Excel’s as it is stored", async () => {
    const cells = ["1e99", "-1", "2958466", "2958465"].map((day) => `<c s="1"><v>${day}</v></c>`).join("");
    const read = ["1e99", "-1", "2958466", "9999-12-31"];
    expect(await makeCells(cells, {formats: [0, 14]})).toEqual(read);
  });

  test("does not take a format with a colour or a unit for a date", async () => {
    const parts = {formats: [0, 165], ownFormats: {165: "[Red]#,##0 &quot;days&quot;"}};
    expect(await makeCells(`<c s="1"><v>44651</v></c>`, parts)).toEqual(["44651"]);
  });

  test("gives truth as TRUE and FALSE", async () => {
    expect(await makeCells(`<c t="b"><v>1</v></c><c t="b"><v>0</v></c>`)).toEqual(["TRUE", "FALSE"]);
  });
});

describe("a workbook that is none, or not as it was", () => {
  test("bytes that are no archive are refused", async () => {
    const {message} = await refusal(openWorkbook(Buffer.from("PK"), "x.xlsx"));
    expect(message).toContain("x.xlsx: is not a readable workbook");
  });

  test("an archive of something else is refused", async () => {
    const {message} = await refusal(openWorkbook(makeZip({"a.csv": "1"}), "x.xlsx"));
    expect(message).toBe("x.xlsx: is a zip archive, but no workbook");
  });

  test("a sheet that breaks off in the middle is refused by name", async () => {
    const workbook = await open({Data: "<row><c><v>1</v>"});
    const {message} = await refusal(workbook.rows("Data").next());
    expect(message).toContain("the sheet Data cannot be read");
  });

  test("a sheet that ends before its last row does is refused by name", async () => {
    const workbook = await openWorkbook(
      makeZip({
        "xl/workbook.xml": `<workbook><sheets><sheet name="Data" r:id="r"/></sheets></workbook>`,
        "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="r" Target="/xl/data.xml"/></Relationships>`,
        "xl/data.xml": "<worksheet><sheetData><row><c><v>1</v></c>"
      }),
      "x.xlsx"
    );
    const {message} = await refusal(workbook.rows("Data").next());
    expect(message).toContain("the sheet Data cannot be read");
  });

  test("a workbook of more bytes than the limit is refused before it is unpacked", async () => {
    const bytes = makeWorkbook({Data: makeRow(1, "x".repeat(5000))});
    const {message, fix} = await refusal(openWorkbook(bytes, "x.xlsx", {...workbookLimits, unpacked: 2000}));
    expect(message).toContain("x.xlsx: would unpack to");
    expect(fix).toContain("do not open this workbook");
  });

  test("a workbook that unpacks to very many times its size is refused", async () => {
    const bytes = makeWorkbook({Data: makeRow(1, "x".repeat(2_000_000))});
    const {message} = await refusal(openWorkbook(bytes, "x.xlsx"));
    expect(message).toMatch(/would unpack to \d+ times its size/);
  });

  test("an entity that stands for much text is not unfolded", async () => {
    const bytes = makeZip({
      "xl/workbook.xml": `<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;">]><workbook><sheets><sheet name="&b;" r:id="r"/></sheets></workbook>`
    });
    const {message} = await refusal(openWorkbook(bytes, "x.xlsx"));
    expect(message).toMatch(/x\.xlsx: its list of sheets, texts or styles cannot be read: .*entity/i);
  });
});

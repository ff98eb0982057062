import {join} from "node:path";
import {readFile} from "node:fs/promises";
import {expect, test} from "vitest";
import {readSources} from "../../pipelines/sources.ts";
import {takeSheets} from "../../pipelines/read/workbook-sheets.ts";
import {altered} from "../support/hostile-zip.ts";
import {emptyFolder} from "../support/published-files.ts";
import {makeRow, makeWorkbook} from "../support/workbook-bytes.ts";
import {makeZip} from "../support/zip-bytes.ts";

const sources = await readSources();
const name = "CFR_2021-22_Full_Data_Workbook.xlsx";
const csv = (await readFile(`test/input/finance_maintained/CFR_2021-22_Full_Data_Workbook.csv`, "utf8"))
  .trim()
  .split("\n")
  .map((line) => line.split(",").slice(0, 20));
const sheet = csv.map((row, i) => makeRow(i + 1, ...row.map((cell) => cell.replaceAll("&", "&amp;")))).join("");
const good = makeWorkbook({"CFR Data": sheet});

/** What is said of a workbook that is called as the publisher calls one; "" if it is taken. */
async function said(bytes: Buffer): Promise<string> {
  const folder = await emptyFolder();
  try {
    const {why} = await takeSheets(bytes, name, sources, ({source}) => join(folder, `${source.id}.csv`));
    return why ?? "";
  } catch (error) {
    expect((error as Error).name).toBe("PublishedFileError");
    return (error as Error).message;
  }
}

const parts = {
  "xl/workbook.xml": `<workbook xmlns:r="relations"><sheets><sheet name="CFR Data" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>`,
  "xl/worksheets/sheet1.xml": `<worksheet><sheetData>${sheet}</sheetData></worksheet>`
};
const withPart = (part: Partial<Record<keyof typeof parts, string>>) => makeZip({...parts, ...part});
const without = (part: keyof typeof parts) =>
  makeZip(Object.fromEntries(Object.entries(parts).filter(([path]) => path !== part)));
const rowsAnd = (xml: string) =>
  withPart({"xl/worksheets/sheet1.xml": `<worksheet><sheetData>${sheet}${xml}</sheetData></worksheet>`});
const cell = (inside: string) => rowsAnd(`<row r="50">${inside}</row>`);

test("the workbook that the others are made from is taken", async () => {
  expect(await said(good)).toBe("");
  expect(await said(makeZip(parts))).toBe("");
});

test.each<[string, Buffer, RegExp]>([
  [
    "entities that grow",
    withPart({
      "xl/worksheets/sheet1.xml": `<!DOCTYPE a [<!ENTITY b "0000000000"><!ENTITY c "&b;&b;&b;">]><worksheet><sheetData><row><c t="str"><v>&c;</v></c></row></sheetData></worksheet>`
    }),
    /cannot be read: .*entity/i
  ],
  [
    "an entity from another file",
    withPart({
      "xl/workbook.xml": `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><workbook xmlns:r="r"><sheets><sheet name="&x;" r:id="rId1"/></sheets></workbook>`
    }),
    /cannot be read: .*entity/i
  ],
  ["no relations", without("xl/_rels/workbook.xml.rels"), /does not hold its sheet CFR Data/],
  ["a relation to nothing", without("xl/worksheets/sheet1.xml"), /does not hold its sheet CFR Data/],
  [
    "a sheet without a relation",
    withPart({"xl/workbook.xml": `<workbook><sheets><sheet name="CFR Data"/></sheets></workbook>`}),
    /does not hold its sheet CFR Data/
  ],
  [
    "a sheet without a name",
    withPart({"xl/workbook.xml": `<workbook xmlns:r="r"><sheets><sheet r:id="rId1"/></sheets></workbook>`}),
    /has no sheet/
  ],
  [
    "two sheets of one name",
    withPart({
      "xl/workbook.xml": `<workbook xmlns:r="r"><sheets><sheet name="CFR Data" r:id="rId1"/><sheet name="CFR Data" r:id="rId2"/></sheets></workbook>`
    }),
    /two sheets are called CFR Data/
  ],
  ["a column beyond the last", cell(`<c r="ZZZZZZ50"><v>1</v></c>`), /no sheet has a cell ZZZZZZ50/],
  ["a cell in no column", cell(`<c r="50"><v>1</v></c>`), /no sheet has a cell 50/],
  ["a row beyond the last", rowsAnd(`<row r="99999999999"><c><v>1</v></c></row>`), /row 99999999999 comes after/],
  ["a row that is no number", rowsAnd(`<row r="x"><c><v>1</v></c></row>`), /row x comes after/],
  ["a row twice", rowsAnd(`<row r="2"><c><v>1</v></c></row>`), /row 2 comes after/],
  ["a million rows of nothing, and wide", wideAndLong(), /blank rows before row 1048576/],
  ["a text that is not in the list", cell(`<c r="A50" t="s"><v>9</v></c>`), /a cell shows text 9 of a list of 0/],
  ["a day that never comes", cell(`<c r="A50" s="1"><v>1e300</v></c>`), /^$|cannot be read/],
  ["a sheet that is cut off", withPart({"xl/worksheets/sheet1.xml": "<worksheet><sheetData><row>"}), /cannot be read/],
  ["a sheet that is no XML", withPart({"xl/worksheets/sheet1.xml": "\u0001\u0002"}), /cannot be read/],
  ["an empty sheet", withPart({"xl/worksheets/sheet1.xml": ""}), /cannot be read|none of the first/],
  ["a password", altered(good, {encrypted: true}), /locked with a password/],
  ["a size that is a lie", altered(good, {size: 5}), /is damaged/],
  [
    "two parts of one name",
    altered(makeZip({...parts, "xl/worksheets/sheet2.xml": ""}), {
      rename: ["xl/worksheets/sheet2.xml", "xl/worksheets/sheet1.xml"]
    }),
    /two files called xl\/worksheets\/sheet1.xml/
  ],
  [
    "20,000 parts",
    makeZip({...parts, ...Object.fromEntries(Array.from({length: 20_000}, (_, i) => [`${i}.xml`, ""]))}),
    /holds 20003 files/
  ],
  [
    "a bomb",
    withPart({"xl/worksheets/sheet1.xml": `<worksheet>${" ".repeat(50_000_000)}</worksheet>`}),
    /times its size/
  ],
  [
    "macros and links, which are not followed",
    makeZip({...parts, "xl/vbaProject.bin": "x", "xl/externalLinks/a.xml": "<a"}),
    /^$/
  ],
  ["depth without end", withPart({"xl/worksheets/sheet1.xml": "<a>".repeat(300_000)}), /cannot be read|times its size/]
])("a workbook with %s is taken or told of, within bounds", async (_, bytes, message) => {
  const begun = performance.now();
  expect(await said(bytes)).toMatch(message);
  expect(performance.now() - begun).toBeLessThan(20_000);
});

function wideAndLong(): Buffer {
  const more = Array.from({length: 500}, (_, i) => `<c t="str"><v>more ${i}</v></c>`).join("");
  const wide = sheet.replaceAll("</row>", `${more}</row>`);
  return withPart({
    "xl/worksheets/sheet1.xml": `<worksheet><sheetData>${wide}<row r="1048576"><c><v>1</v></c></row></sheetData></worksheet>`
  });
}

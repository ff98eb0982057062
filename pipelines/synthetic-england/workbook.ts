import {zipSync} from "fflate";
import type {Cell, Published} from "./csv.ts";

/** A sheet of a workbook: its name on the tab, and its rows from the first. */
export interface WrittenSheet {
  name: string;
  rows: Iterable<readonly Cell[]>;
}

const head = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`;
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** A workbook (.xlsx), the same bytes for the same rows: texts stand in their cells, and every part is dated 1980. */
export function workbook(path: string, sheets: readonly WrittenSheet[]): Published {
  const parts: Record<string, string> = {
    "[Content_Types].xml": contentTypes(sheets.length),
    "_rels/.rels": relationships([["officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml": `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets
      .map(({name}, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
      .join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relationships(sheets.map((_, i) => ["worksheet", `worksheets/sheet${i + 1}.xml`]))
  };
  sheets.forEach(({rows}, i) => (parts[`xl/worksheets/sheet${i + 1}.xml`] = sheetXml(rows)));
  const files = Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, Buffer.from(text)]));
  return {path, bytes: Buffer.from(zipSync(files, {mtime: new Date(1980, 0, 1), os: 0, level: 4}))};
}

const contentTypes = (sheets: number): string => {
  const sheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const override = (part: string, type: string) =>
    `<Override PartName="/xl/${part}.xml" ContentType="${sheetType}.${type}+xml"/>`;
  return `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override("workbook", "sheet.main")}${Array.from(
    {length: sheets},
    (_, i) => override(`worksheets/sheet${i + 1}`, "worksheet")
  ).join("")}</Types>`;
};

const relationships = (all: readonly (readonly [type: string, target: string])[]): string =>
  `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all
    .map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${office}/${type}" Target="${target}"/>`)
    .join("")}</Relationships>`;

function sheetXml(rows: Iterable<readonly Cell[]>): string {
  let text = `${head}<worksheet xmlns="${main}"><sheetData>`;
  let row = 0;
  for (const cells of rows) {
    row++;
    text += `<row r="${row}">`;
    cells.forEach((cell, i) => (text += cellXml(cell, `${columnName(i)}${row}`)));
    text += "</row>";
  }
  return `${text}</sheetData></worksheet>`;
}

function cellXml(cell: Cell, at: string): string {
  if (cell === null || cell === undefined || cell === "") return "";
  if (typeof cell === "number") return `<c r="${at}"><v>${cell}</v></c>`;
  return `<c r="${at}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** 0 → A, 54 → BC. */
function columnName(i: number): string {
  const before = Math.floor(i / 26);
  return (before ? columnName(before - 1) : "") + String.fromCharCode(65 + (i % 26));
}

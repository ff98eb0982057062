import {makeZip} from "./zip-bytes.ts";

/** The XML of a sheet’s rows, as Excel writes them, by the name on the tab. */
export type Sheets = Record<string, string>;

/** What a workbook has next to its sheets. */
export interface WorkbookParts {
  /** Texts that cells share: `<si>` elements. */
  shared?: string;
  /** The numbers of the formats that each style shows; the formats of their own, by number. */
  formats?: readonly number[];
  ownFormats?: Record<number, string>;
  from1904?: boolean;
  /** Names of the sheets that are hidden. */
  hidden?: readonly string[];
}

/** The bytes of a workbook made by hand, so that it may hold what no tool would write. */
export function makeWorkbook(
  sheets: Sheets,
  {shared = "", formats = [0], ownFormats = {}, from1904 = false, hidden = []}: WorkbookParts = {}
): Buffer {
  const names = Object.keys(sheets);
  const members: Record<string, string> = {
    "xl/workbook.xml": `<workbook xmlns:r="relations"><workbookPr${from1904 ? ' date1904="1"' : ""}/><sheets>${names
      .map(
        (name, i) =>
          `<sheet name="${name}" sheetId="${i + 1}"${hidden.includes(name) ? ' state="hidden"' : ""} r:id="rId${i + 1}"/>`
      )
      .join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships>${names
      .map((_, i) => `<Relationship Id="rId${i + 1}" Target="worksheets/sheet${i + 1}.xml"/>`)
      .join("")}</Relationships>`,
    "xl/styles.xml": `<styleSheet><numFmts>${Object.entries(ownFormats)
      .map(([id, code]) => `<numFmt numFmtId="${id}" formatCode="${code}"/>`)
      .join("")}</numFmts><cellXfs>${formats.map((id) => `<xf numFmtId="${id}"/>`).join("")}</cellXfs></styleSheet>`
  };
  if (shared) members["xl/sharedStrings.xml"] = `<sst>${shared}</sst>`;
  names.forEach((name, i) => {
    members[`xl/worksheets/sheet${i + 1}.xml`] = `<worksheet><sheetData>${sheets[name]}</sheetData></worksheet>`;
  });
  return makeZip(members);
}

/** A row of texts and numbers, with references or without. */
export const makeRow = (row: number, ...cells: readonly (string | number | null)[]): string =>
  `<row r="${row}">${cells
    .map((cell, i) => {
      const at = `r="${String.fromCharCode(65 + i)}${row}"`;
      if (cell === null) return "";
      if (typeof cell === "number") return `<c ${at}><v>${cell}</v></c>`;
      return `<c ${at} t="inlineStr"><is><t>${cell}</t></is></c>`;
    })
    .join("")}</row>`;

import {makeParser} from "./workbook-parts.ts";
import type {Styles} from "./workbook-parts.ts";

/** A row of a sheet: its own number, from 1, and the text of its cells, from the first column; "" where there is none. */
export interface SheetRow {
  row: number;
  cells: string[];
  /** Whether Excel does not show it: somebody hid it, or a filter did. */
  hidden?: true;
}

/** Takes the XML of a sheet piece by piece, and gives the rows that each piece completed. */
export interface SheetReader {
  read(chunk: string): SheetRow[];
  end(): SheetRow[];
}

/** What a sheet may have: rows and columns as Excel allows. */
const MOST = {rows: 1_048_576, columns: 16_384};

/** A formula whose result was never saved: no code of any publisher, so that the run stops and names the cell. */
const noResult = "#NO RESULT";

/**
 * Reads rows as a CSV file would have them: numbers as stored; percentages with their sign; dates as 2022-03-31; truth
 * as TRUE or FALSE; what Excel could not work out as it says so (#DIV/0!); a formula as its saved result.
 */
export function sheetReader(shared: readonly string[], styles: Styles): SheetReader {
  let rows: SheetRow[] = [];
  let cells: string[] = [];
  let row = 0;
  let column = -1;
  let isHidden = false;
  let cell = {type: "", style: 0, value: "", formula: false};
  const parser = makeParser({
    open(name, {r, t = "n", s, hidden, ht}) {
      if (name === "row") {
        isHidden = hidden === "1" || hidden === "true" || ht === "0";
        row = nextRow(r, row);
        cells = [];
        column = -1;
      } else if (name === "c") {
        column = r ? numberColumn(r) : column + 1;
        if (column < 0 || column >= MOST.columns)
          throw new Error(`no sheet has a cell ${r ?? `in column ${column + 1}`}`);
        cell = {type: t, style: Number(s ?? -1), value: "", formula: false};
      } else if (name === "f") cell.formula = true;
    },
    text(within, piece) {
      if (within === "v" || within === "t") cell.value += piece;
    },
    close(name) {
      if (name === "row") rows.push({row, cells, ...(isHidden ? {hidden: true as const} : {})});
      if (name !== "c") return;
      const text = readText(cell, shared, styles);
      if (text === "") return;
      while (cells.length < column) cells.push("");
      cells[column] = text;
    }
  });
  const selectRows = (): SheetRow[] => {
    const done = rows;
    rows = [];
    return done;
  };
  return {
    read(chunk) {
      parser.write(chunk);
      return selectRows();
    },
    end() {
      parser.close();
      return selectRows();
    }
  };
}

interface SheetCell {
  type: string;
  style: number;
  value: string;
  formula: boolean;
}

function readText({type, style, value, formula}: SheetCell, shared: readonly string[], styles: Styles): string {
  if (value === "") return formula && type !== "str" ? noResult : "";
  if (type === "s") {
    const text = shared[Number(value)];
    if (text === undefined) throw new Error(`a cell shows text ${value} of a list of ${shared.length}`);
    return text;
  }
  if (type === "b") return value === "1" ? "TRUE" : "FALSE";
  if (type !== "n") return value;
  if (styles.dates.has(style)) return readDay(value, styles);
  if (styles.percentages.has(style)) return `${Number((100 * Number(value)).toPrecision(15))}%`;
  return value;
}

/** The number that a row gives itself, or else the next. Rows come in order, and no number twice. */
function nextRow(given: string | undefined, last: number): number {
  const row = given ? Number(given) : last + 1;
  if (Number.isInteger(row) && row > last && row <= MOST.rows) return row;
  throw new Error(`row ${given ?? row} comes after row ${last}`);
}

/** “BC12” → 54: columns count from 0. */
function numberColumn(reference: string): number {
  let column = 0;
  for (let i = 0; i < reference.length; i++) {
    const letter = reference.charCodeAt(i) - 64;
    if (letter < 1 || letter > 26) break;
    column = 26 * column + letter;
  }
  return column - 1;
}

const DAY = 86_400_000;

/** The last day that Excel can show, the end of 9999. */
const LAST_DAY = 2_958_465;

/**
 * A day counted from the last of 1899 (Excel has a 29 February 1900, which there never was), or from the first of 1904.
 * What no day can be shown of, as Excel shows it as ####, stays as it is stored.
 */
function readDay(stored: string, {from1904}: Styles): string {
  const days = Number(stored);
  if (!(days >= 0 && days <= LAST_DAY)) return stored;
  const first = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  return new Date(first + Math.floor(days) * DAY).toISOString().slice(0, 10);
}

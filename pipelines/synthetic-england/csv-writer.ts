export type Cell = string | number | null | undefined;
/** Cells by our name of the column or, where we have none, by the publisher’s. */
export type Cells = Record<string, Cell>;

/**
 * A row: its cells in the order of the columns, or by name, in one record or several, of which a later one
 * overrides those before. It may end early: with fewer cells, or after the cell that `ends_after` names. Give
 * several records rather than one that is spread from them: that takes twenty times as long.
 */
export type Row = readonly Cell[] | Cells | readonly Cells[];

/** A column of a file: the name printed above it, and the name its cells are given under. */
export interface Printed {
  name: string;
  cells: string;
}

/** How a publisher writes a file. */
export interface Style {
  /** Which cells stand in quotes: those that need to, or every text. */
  quotes?: "where_needed" | "text";
  newline?: "\r\n" | "\n";
  encoding?: "utf-8" | "utf-8 with mark" | "windows-1252";
  /** Whether the last row ends as the others do. */
  end_newline?: boolean;
}

/** Bytes of memory taken at a time. */
const PIECE = 1 << 20;

const QUOTE = 34;
const COMMA = 44;

/** Writes a file row by row, each cell straight into its bytes. */
export class CsvWriter {
  private readonly columns: readonly Printed[];
  private readonly style: Style;
  private readonly newline: Buffer;
  private readonly quotesText: boolean;
  private readonly pieces: Buffer[] = [];
  private piece = Buffer.allocUnsafe(PIECE);
  private at = 0;

  constructor(columns: readonly Printed[], style: Style = {}) {
    this.columns = columns;
    this.style = style;
    this.newline = Buffer.from(style.newline ?? "\r\n");
    this.quotesText = style.quotes === "text";
    if (style.encoding === "utf-8 with mark") this.put(Buffer.from("\ufeff"));
    this.cells(columns.map(({name}) => name));
  }

  add(row: Row): void {
    this.endRow();
    if (!Array.isArray(row)) this.named([row as Cells]);
    else if (isRecord(row[0])) this.named(row as readonly Cells[]);
    else this.cells(row as readonly Cell[]);
  }

  /** The bytes of the file, once every row was added. */
  finish(): Buffer {
    if (this.style.end_newline ?? true) this.endRow();
    return Buffer.concat([...this.pieces, this.piece.subarray(0, this.at)]);
  }

  private endRow(): void {
    if (this.at + this.newline.length > this.piece.length) this.turn(this.newline.length);
    for (let k = 0; k < this.newline.length; k++) this.piece[this.at++] = this.newline[k];
  }

  private cells(cells: readonly Cell[]): void {
    for (let i = 0; i < cells.length; i++) this.cell(cells[i], i);
  }

  private named(records: readonly Cells[]): void {
    const end = findCell(records, "ends_after");
    const last = end ? this.columns.findIndex(({cells}) => cells === end) + 1 : this.columns.length;
    for (let i = 0; i < last; i++) this.cell(findCell(records, this.columns[i].cells), i);
  }

  private cell(value: Cell, i: number): void {
    const text = typeof value === "number" ? String(value) : (value ?? "");
    // Room for a comma and two quotes; what needs more is put as bytes of its own.
    if (this.at + text.length + 3 > this.piece.length) this.turn(text.length + 3);
    if (i > 0) this.piece[this.at++] = COMMA;
    const quotes = this.quotesText && typeof value !== "number";
    const {piece} = this;
    let {at} = this;
    if (quotes) piece[at++] = QUOTE;
    for (let k = 0; k < text.length; k++) {
      const code = text.charCodeAt(k);
      if (code > 127 || code === QUOTE || (!quotes && (code === COMMA || code === 10 || code === 13)))
        return this.put(this.encode(quotes || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text));
      piece[at++] = code;
    }
    if (quotes) piece[at++] = QUOTE;
    this.at = at;
  }

  private put(bytes: Buffer): void {
    if (this.at + bytes.length > this.piece.length) this.turn(bytes.length);
    this.at += bytes.copy(this.piece, this.at);
  }

  /** Goes on in another piece of memory, with room for so many bytes. */
  private turn(bytes: number): void {
    this.pieces.push(this.piece.subarray(0, this.at));
    this.piece = Buffer.allocUnsafe(Math.max(PIECE, bytes));
    this.at = 0;
  }

  private encode(text: string): Buffer {
    if (this.style.encoding !== "windows-1252") return Buffer.from(text);
    return Buffer.from(
      text.replace(/[’–]/g, (c) => WINDOWS[c]),
      "latin1"
    );
  }
}

const WINDOWS: Record<string, string> = {"’": "\u0092", "–": "\u0096"};

const isRecord = (first: Cell | Cells): boolean => typeof first === "object" && first !== null;

/** The cell of a name in the last of some records that has one. */
export function findCell(records: readonly Cells[], name: string): Cell {
  for (let i = records.length - 1; i >= 0; i--) {
    const cell = records[i][name];
    if (cell !== undefined) return cell;
  }
  return undefined;
}

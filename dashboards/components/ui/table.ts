import {html} from "htl";

export interface Column<Row> {
  name: string;
  /** What a reader sees. */
  show: (row: Row) => string | Node;
  /** What a spreadsheet gets, where that differs: a number with all its decimals. */
  raw?: (row: Row) => string | number | null;
  numeric?: boolean;
}

/** A plain table that scrolls inside its own box, a named group: as a region each would be a landmark. The first column names its row. */
export function table<Row>(caption: string, rows: readonly Row[], columns: readonly Column<Row>[]): HTMLElement {
  const side = ({numeric}: Column<Row>) => (numeric ? "number" : null);
  return html`<div class="scroll" role="group" aria-label=${caption} tabindex="0">
    <table>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${columns.map((column) => html`<th scope="col" class=${side(column)}>${column.name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${columns.map((column, i) =>
                i === 0
                  ? html`<th scope="row" class=${side(column)}>${column.show(row)}</th>`
                  : html`<td class=${side(column)}>${column.show(row)}</td>`
              )}
            </tr>`
        )}
      </tbody>
    </table>
  </div>`;
}

/** A text that no spreadsheet runs as a formula: the rule of src/vocabulary/inert-text.ts. What is a number stays one. */
export const plainText = (text: string): string =>
  /^[=+\-@\t\r\n＝＋－＠]/.test(text) && !/^[+-]?(\d+(,\d{3})*(\.\d+)?%?|Infinity)$/.test(text) ? `'${text}` : text;

/** The number that a page prints with thousands parted, a true minus and a plus; null where it prints a word. */
function readNumber(text: string): number | null {
  const plain = text.replaceAll(",", "").replace("\u2212", "-");
  return /^[+-]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

/** The same table for a spreadsheet, marked as UTF-8 so that it opens right. A text that it would run as a formula is made harmless. */
export function csv<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string {
  const showCell = (row: Row, {show}: Column<Row>) => {
    const value = show(row);
    return typeof value === "string" ? value : (value.textContent ?? "");
  };
  const value = (row: Row, column: Column<Row>) => {
    if (column.raw) return column.raw(row);
    const text = showCell(row, column);
    return column.numeric ? (readNumber(text) ?? text) : text;
  };
  const cell = (value: string | number | null) => {
    const text = typeof value === "string" ? plainText(value) : String(value ?? "");
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const lines = rows.map((row) => columns.map((column) => cell(value(row, column))));
  return `\uFEFF${[columns.map(({name}) => cell(name)), ...lines].map((line) => `${line.join(",")}\r\n`).join("")}`;
}

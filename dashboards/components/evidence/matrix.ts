import {html} from "htl";
import {effectCell, emptyCell, type Cell, type CellFrame} from "./effect-cell.js";
import {MARGIN, findReach} from "./scale.js";
import {signed} from "../ui/format.js";
import {LOOKS} from "../chart/look.js";
import type {Role} from "../ui/release.js";

export interface MatrixCell extends Cell {
  link?: CellFrame["link"];
}

export interface MatrixRow {
  label: string;
  /** In small print under the label. */
  about: string;
  cells: readonly MatrixCell[];
}

export interface MatrixGroup {
  /** A line across the table over its rows; none for rows that need no heading. */
  label: string | null;
  rows: readonly MatrixRow[];
}

export interface MatrixColumn {
  label: string;
  /** Whose shape stands before it, where columns are roles. */
  role?: Role;
}

export interface MatrixWords {
  caption: string;
  /** Over the labels of rows. */
  first: string;
  columns: readonly MatrixColumn[];
  /** Over the left and the right half of every scale. */
  ends: readonly [string, string];
}

/** Effects in rows and columns on one scale. On a phone cells stand under each other; the roles keep it a table for all. */
export const matrix = (groups: readonly MatrixGroup[], {caption, first, columns, ends}: MatrixWords): HTMLElement => {
  const reach = findReach(groups);
  const frame = {domain: [-reach, reach], margin: MARGIN} as const;
  return html`<table class="matrix" role="table">
    <caption>
      ${caption}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        <th role="columnheader" scope="col">${first}</th>
        ${columns.map(
          ({label, role}) =>
            html`<th role="columnheader" scope="col">
              ${role ? shape(role) : ""} ${label}
              <span class="axis" aria-hidden="true"
                ><span>${ends[0]} ${signed(-reach, 1)}</span><span>${signed(reach, 1)} ${ends[1]}</span></span
              >
            </th>`
        )}
      </tr>
    </thead>
    ${groups.map(
      ({label, rows}) =>
        html`<tbody role="rowgroup">
          ${label === null ? "" : heading(label, columns.length + 1)}
          ${rows.map(
            (row) =>
              html`<tr role="row">
                <th role="rowheader" scope="row">${row.label}<small>${row.about}</small></th>
                ${
                  sharedReason(row.cells) === null
                    ? row.cells.map(({link, ...cell}, i) =>
                        effectCell(cell, {...frame, column: columns[i].label, link})
                      )
                    : html`<td role="cell" class="none" colspan=${columns.length}>${sharedReason(row.cells)}</td>`
                }
              </tr>`
          )}
        </tbody>`
    )}
  </table>`;
};

/** Why no cell of a row has a figure, where it is the same for all. */
export function sharedReason(cells: readonly Cell[]): string | null {
  const [first, ...others] = cells.map(emptyCell);
  return first !== undefined && others.every((reason) => reason === first) ? first : null;
}

const shape = (role: Role): HTMLElement =>
  html`<span aria-hidden="true" style=${{color: LOOKS[role].textColour}}>${LOOKS[role].glyph}</span>`;

const heading = (label: string, across: number): HTMLElement =>
  html`<tr role="row" class="line">
    <th role="rowheader" scope="rowgroup" colspan=${across}>${label}</th>
  </tr>`;

import {html} from "htl";
import {emptyCell} from "./effect-cell.js";
import {sharedReason, type MatrixCell, type MatrixGroup, type MatrixRow} from "./matrix.js";
import {LOOKS} from "../chart/look.js";

/** A row without a figure, and the outcome domain it stands in. */
export type EmptyRow = MatrixRow & {domain: string};

/** Rows that have a figure in some cell, and apart from them those that have none. Every row is in one of the two. */
export function splitEmpty(groups: readonly MatrixGroup[]): {groups: MatrixGroup[]; empty: EmptyRow[]} {
  const isEmpty = ({cells}: MatrixRow) => cells.every((cell) => emptyCell(cell) !== null);
  return {
    groups: groups
      .map((group) => ({...group, rows: group.rows.filter((row) => !isEmpty(row))}))
      .filter(({rows}) => rows.length > 0),
    empty: groups.flatMap(({label, rows}) => rows.filter(isEmpty).map((row) => ({...row, domain: label ?? ""})))
  };
}

/** Why a row has no figure: once where it is the same for all, else role by role. */
export const whyEmpty = (cells: readonly MatrixCell[]): string =>
  sharedReason(cells) ?? cells.map((cell) => `${LOOKS[cell.role].name}: ${emptyCell(cell)}`).join(" ");

/** A line for each row without a figure. */
export const emptyRows = (rows: readonly EmptyRow[]): HTMLElement =>
  html`<ul>
    ${rows.map(({domain, label, cells}) => html`<li>${domain}: <b>${label}.</b> ${whyEmpty(cells)}</li>`)}
  </ul>`;

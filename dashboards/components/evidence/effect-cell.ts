import {html} from "htl";
import {DIRECTIONS, isClaim, STRENGTHS, type Bracket} from "../ui/directions.js";
import {sizeInUnit} from "../ui/effect-words.js";
import {counted, listed, span} from "../ui/format.js";
import {intervalMark, type Each, type MarkOptions} from "./interval-mark.js";
import type {Direction, Role, Strength} from "../ui/release.js";
import {strengthSteps} from "../ui/strength-steps.js";

/** What a cell of a table of effects says. */
export interface Cell {
  role: Role;
  effect: Bracket | null;
  /** The effect on the scale of the column. */
  drawn: Bracket | null;
  verdict: Direction | null;
  unit: string | null;
  digits: number | null;
  strength: Strength | null;
  schools: number;
  partnerships: number;
  absent: string | null;
  /** What each partnership did, where there are too few for an interval; and the same on the scale of the column. */
  each?: readonly Each[];
  eachDrawn?: readonly Each[];
}

export interface CellFrame extends Pick<MarkOptions, "domain" | "margin"> {
  /** Names the cell’s column where cells stand under each other. */
  column: string;
  /** Where its chart is, and what the link is called beyond its verdict. */
  link?: {href: string; about: string};
}

/** Why a cell has no figure, or null. */
export const emptyCell = ({absent, verdict, effect, schools}: Cell): string | null =>
  absent ?? (verdict === null || effect === null ? `No result for ${counted(schools, "school")}.` : null);

/** Direction in a word and a shape, the interval drawn, size in the unit reported, strength and how many; or why there is nothing. */
export function effectCell(cell: Cell, {domain, margin, column, link}: CellFrame): HTMLElement {
  const name = html`<span class="column" aria-hidden="true">${column}</span>`;
  const empty = emptyCell(cell);
  if (empty !== null) return html`<td role="cell" class="none">${name}<span>${empty}</span></td>`;
  const {role, drawn, verdict, each = [], eachDrawn = [], strength, schools, partnerships} = cell;
  const {glyph, words} = DIRECTIONS[verdict!];
  const filled = isClaim(verdict);
  const look = filled ? "verdict clear" : "verdict";
  const says = [html`<span aria-hidden="true">${glyph}</span>`, ` ${words}`];
  const heading = link
    ? html`<a class=${look} href=${link.href}>${says}<span class="hidden">: ${link.about}</span></a>`
    : html`<span class=${look}>${says}</span>`;
  const marked = cell.effect!.low !== null || each.length > 0;
  return html`<td role="cell">
    ${name} ${heading} ${marked ? intervalMark({effect: drawn, each: eachDrawn}, {role, domain, filled, margin}) : ""}
    <span class="size">${sizeWords(cell)}</span>
    <span class="basis">
      ${strength === null ? "" : [strengthSteps(strength), `${STRENGTHS[strength]} strength, `]}${basis(schools, partnerships)}
    </span>
  </td>`;
}

const basis = (schools: number, partnerships: number): string =>
  `${counted(schools, "school")} in ${counted(partnerships, "partnership")}`;

/** The size with its interval; where there is none, what each partnership did; never one figure without either. */
export function sizeWords({effect, unit, digits, each = []}: Cell): string {
  if (effect!.low !== null) return sizeInUnit(effect!, {unit: unit!, digits: digits!});
  if (each.length === 0) return "No interval can be given.";
  const spans = [...each].sort((a, b) => a.from - b.from).map((one) => span(one, digits!));
  return `${listed(spans)} ${unit}, ${each.length === 1 ? "its only partnership" : "a partnership each"}`;
}

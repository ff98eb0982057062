import {html} from "htl";

/** A piece of a formula: plain, below the line or above it. */
export interface Piece {
  text: string;
  place: "on" | "below" | "above";
}

/** The pieces of a formula in which `_{…}` is below the line and `^{…}` above it. */
export function splitPieces(formula: string): Piece[] {
  const pieces: Piece[] = [];
  let last = 0;
  for (const match of formula.matchAll(/([_^])\{([^{}]*)\}/g)) {
    if (match.index > last) pieces.push({text: formula.slice(last, match.index), place: "on"});
    pieces.push({text: match[2], place: match[1] === "_" ? "below" : "above"});
    last = match.index + match[0].length;
  }
  if (last < formula.length) pieces.push({text: formula.slice(last), place: "on"});
  return pieces;
}

/** A formula on a line of its own. */
export const formula = (text: string): HTMLElement =>
  html`<p class="formula">
    ${splitPieces(text).map(({text: piece, place}) =>
      place === "below" ? html`<sub>${piece}</sub>` : place === "above" ? html`<sup>${piece}</sup>` : piece
    )}
  </p>`;

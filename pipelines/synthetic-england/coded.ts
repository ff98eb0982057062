import type {Cell} from "./csv.ts";

/** A code or figure of the performance tables as Explore education statistics writes it: z, c, x, and per cents without a sign. */
export function coded(cell: Cell): Cell {
  if (cell === undefined || cell === "" || cell === "NE" || cell === "NP") return "z";
  if (cell === "SUPP") return "c";
  if (cell === "LOWCOV") return "x";
  return typeof cell === "string" ? cell.replace("%", "") : cell;
}

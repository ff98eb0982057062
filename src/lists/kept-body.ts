import {partnershipTypes} from "../vocabulary/partnership-types/index.ts";
import {plainHeader} from "./kept-columns.ts";
import type {KeptRow} from "./kept-rows.ts";
import {at, warns, type Problem} from "./problem.ts";
import {shorten} from "./row-shape.ts";

const SHORT: Readonly<Record<string, string>> = {
  mat: "multi academy trust",
  sat: "single academy trust",
  tsa: "teaching school alliance"
};

/** What a partnership of a type is, as a column of their names is called: “Trust”, “MAT name”, “Name of federation”. */
const chooseNoun = (name: string): string => {
  const plain = plainHeader(name)
    .replace(/^(?:name of )?(?:the |our )?/, "")
    .replace(/ names?$/, "");
  return SHORT[plain] ?? plain;
};

/** The place of the column that is called as partnerships of a type are, and so may name them; −1 where there is none. Of no type: of any. */
export function bodyColumn(header: readonly string[], type: string | null): number {
  const types = type === null ? Object.keys(partnershipTypes) : [type];
  const nouns = types.flatMap((id) => {
    const words = id.replace(/_\d.*$/, "").split("_");
    return words.map((_, n) => words.slice(n).join(" ")).filter((noun) => !SAYS_LITTLE.has(noun));
  });
  return header.findIndex((name) => nouns.includes(chooseNoun(name)));
}

/** Words that end the name of a type, and stand over columns of other things too. */
const SAYS_LITTLE = new Set(["school", "area", "pairing", "network", "challenge", "cities", "partnership"]);

/** Rows in which a cell that was merged with those below stands in each of them, and that it does. */
export function fillDown(
  rows: readonly KeptRow[],
  {place, file, column}: {place: number; file: string; column: string}
): {rows: KeptRow[]; problems: Problem[]} {
  let above = "";
  let filled = 0;
  const full = rows.map((row): KeptRow => {
    const own = row.cells[place] ?? "";
    if (own !== "") above = own;
    if (own !== "" || above === "") return row;
    filled += 1;
    return {...row, cells: row.cells.with(place, above)};
  });
  const found = `${filled} empty ${filled === 1 ? "cell is" : "cells are"} read as the one above, as of cells that were merged`;
  const finding = warns("merged_cells", found, "nothing, if that is right; otherwise write the name into every row");
  return {rows: full, problems: filled ? [at(finding, {file, column})] : []};
}

/** That a column names several partnerships, where one name was said for all. */
export function otherBodies(
  rows: readonly KeptRow[],
  {place, name, file, said}: {place: number; name: string; file: string; said: string}
): Problem[] {
  const bodies = [...new Set(rows.map(({cells}) => cells[place] ?? "").filter(Boolean))];
  if (bodies.length < 2) return [];
  const some = bodies
    .slice(0, 3)
    .map((one) => shorten(one))
    .join(", ");
  const found = `“${name}” has ${bodies.length} names (${some}${bodies.length > 3 ? ", …" : ""}), and all schools count for ${said}, as was said`;
  return [at(warns("several_bodies", found, "leave out --name, if each is a partnership of its own"), {file})];
}

import {mkdir} from "node:fs/promises";
import {join} from "node:path";
import {lightColumns, type Columns} from "../../src/release/light-columns.ts";
import type {SchoolRow} from "../../src/release/partnership-files.ts";
import {listFiles, listNames} from "../../src/search/search-keys.ts";
import {writeAll, type Part} from "../files/write-all.ts";
import {briefJson} from "./text.ts";

/** Writes search/NAME.json.gz: the rows of the index of schools, each in the files that a search for it opens. */
export async function writeSearch(index: Columns<SchoolRow>, folder: string): Promise<void> {
  const names = Object.keys(index) as (keyof SchoolRow)[];
  const places = new Map(listNames().map((name): [string, number[]] => [name, []]));
  for (const place of index.urn.keys()) {
    const row = Object.fromEntries(names.map((name) => [name, index[name][place]])) as unknown as SchoolRow;
    for (const file of listFiles(row)) places.get(file)?.push(place);
  }
  await mkdir(join(folder, "search"), {recursive: true});
  await writeAll(join(folder, "search"), listParts(index, places));
}

function* listParts(index: Columns<SchoolRow>, places: ReadonlyMap<string, readonly number[]>): Generator<Part> {
  for (const [name, own] of places) {
    const columns = Object.entries<readonly unknown[]>(index).map(([column, values]) => [
      column,
      own.map((place) => values[place])
    ]);
    yield [name, briefJson({columns: lightColumns(Object.fromEntries(columns) as Columns<SchoolRow>)})];
  }
}

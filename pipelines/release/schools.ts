import {mkdir} from "node:fs/promises";
import {join} from "node:path";
import {group} from "d3";
import type {SchoolFile, SchoolRow} from "../../src/release/partnership-files.ts";
import {lightColumns, type Columns} from "../../src/release/light-columns.ts";
import {columns, rows, type Warehouse} from "../warehouse.ts";
import {writeAll, type Part} from "../files/write-all.ts";
import {writePart} from "../files/write-part.ts";
import {writeSearch} from "./search.ts";
import {briefJson, makeQuery, shardText, withFields} from "./text.ts";

/** The schools most like a school, by school: from the estimates. */
export type SimilarOf = ReadonlyMap<number, SchoolFile["similar"]>;

const notRequired: SchoolFile["similar"] = {
  cohort: null,
  schools: [],
  like: [],
  absent: "Similar schools are named for state schools of a phase that has results."
};

/** Schools whose text is in memory at once. */
const AT_ONCE = 2000;

/** Writes schools.json.gz, its parts under search/, register.json.gz, and school/SHARD.json.gz for every hundred numbers of schools. */
export async function writeSchools(
  warehouse: Warehouse,
  folder: string,
  {similar}: {similar: SimilarOf}
): Promise<void> {
  const index = (await columns(warehouse, await makeQuery("school_row"))) as unknown as Columns<SchoolRow>;
  await writePart(folder, "schools", briefJson({columns: lightColumns(index)}));
  await writeSearch(index, folder);
  await writePart(
    folder,
    "register",
    briefJson({columns: lightColumns(await columns(warehouse, await makeQuery("register_row")))})
  );
  await mkdir(join(folder, "school"), {recursive: true});
  const query = await makeQuery("school_note");
  for (const {first, last} of await listSpans(warehouse)) {
    await warehouse.run(`
      create or replace temp table chosen_school as
        select school_id from school where school_id // 100 between ${first} and ${last}`);
    const notes = await rows<{school_id: number; note: string}>(warehouse, query);
    await writeAll(join(folder, "school"), listShards(notes, similar));
  }
}

function* listShards(notes: readonly {school_id: number; note: string}[], similar: SimilarOf): Generator<Part> {
  for (const [shard, some] of group(notes, ({school_id}) => Math.floor(school_id / 100))) {
    const texts = some.map(({school_id, note}): [string, string] => [
      String(school_id),
      withFields(note, {similar: similar.get(school_id) ?? notRequired})
    ]);
    yield [String(shard), shardText(new Map(texts))];
  }
}

/** First and last shard of each batch. */
const listSpans = (warehouse: Warehouse): Promise<{first: number; last: number}[]> =>
  rows(
    warehouse,
    `with shard as (select school_id // 100 as shard, count(*) as schools from school group by all),
     placed as (select shard, sum(schools) over (order by shard) // ${AT_ONCE} as batch from shard)
     select min(shard)::integer as first, max(shard)::integer as last from placed group by batch order by first`
  );

import {mkdir, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {group, sum} from "d3";
import {findShard, shardsFor} from "../../src/release/shard.ts";
import type {PartnershipFile, PartnershipOutcome} from "../../src/release/partnership-files.ts";
import {columns, rows, type Warehouse} from "../warehouse.ts";
import {writeAll, type Part} from "../files/write-all.ts";
import {writePart} from "../files/write-part.ts";
import {briefJson, makeQuery, shardText, withFields} from "./text.ts";

/** What the schools of a partnership did, by partnership: from the estimates. */
export type OutcomesOf = ReadonlyMap<string, readonly PartnershipOutcome[]>;

/** How the schools of a partnership stood, in sentences, by partnership: from writeYourSchools. */
export type DescribedOf = ReadonlyMap<string, PartnershipFile["described"]>;

/** Writes partnerships.json, aliases.json.gz and partnership/SHARD.json.gz with several partnerships each. */
export async function writePartnerships(
  warehouse: Warehouse,
  folder: string,
  {outcomes, described}: {outcomes: OutcomesOf; described: DescribedOf}
): Promise<void> {
  const found = await rows<{partnership: string; note: string}>(warehouse, await makeQuery("partnership_note"));
  refuseTwins(found.map(({partnership}) => partnership));
  const texts = found.map(({partnership, note}) => ({
    id: partnership,
    text: withFields(note, {
      outcomes: outcomes.get(partnership) ?? [],
      described: described.get(partnership) ?? []
    })
  }));
  const shards = shardsFor(sum(texts, ({text}) => text.length));
  await mkdir(join(folder, "partnership"), {recursive: true});
  await writeAll(
    join(folder, "partnership"),
    Array.from(
      group(texts, ({id}) => findShard(id, shards)),
      ([shard, some]): Part => [shard, shardText(new Map(some.map(({id, text}) => [id, text])))]
    )
  );
  const index = await columns(warehouse, await makeQuery("partnership_row"));
  await writeFile(join(folder, "partnerships.json"), briefJson({shards, columns: index}));
  const aliases = await rows<{former: string; id: string}>(warehouse, await makeQuery("partnership_alias"));
  await writePart(folder, "aliases", briefJson(Object.fromEntries(aliases.map(({former, id}) => [former, id]))));
}

/** An id stands in addresses without its type. */
function refuseTwins(ids: readonly string[]): void {
  const twin = ids.find((id, i) => id === ids[i - 1]); // in order of id
  if (twin !== undefined) throw new Error(`two partnerships have the id ${twin}`);
}

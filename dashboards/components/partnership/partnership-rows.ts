import type {LightColumns, PartnershipRow} from "../ui/release.js";
import {collectRows} from "../ui/collect-rows.js";

/** A partnership of the list, with the file under partnership/ that holds it. */
export interface ListedPartnership extends PartnershipRow {
  shard: string;
}

/** The list of partnerships, each with its file. */
export const partnershipRows = ({
  columns,
  shards
}: {
  columns: LightColumns<PartnershipRow>;
  shards: number;
}): ListedPartnership[] =>
  collectRows<PartnershipRow>({columns}).map((row) => ({...row, shard: findShard(row.id, shards)}));

/** The file that a name belongs in, by FNV-1a: the rule of src/release/shard.ts, which pages cannot import. */
export function findShard(name: string, shards: number): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(name)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return String(hash % shards);
}

import {findShard} from "school-partnerships/search";
import type {LightColumns, PartnershipRow} from "../ui/release.js";
import {collectRows} from "../ui/collect-rows.js";

/** A partnership of the list, with the file under partnership/ that holds it. */
export interface ListedPartnership extends PartnershipRow {
  shard: string;
}

/** The list as its page has it: in place of all schools those that have none of the roles. */
export const listedRows = ({columns, shards}: {columns: LightColumns<SlimRow>; shards: number}): ListedPartnership[] =>
  collectRows<SlimRow>({columns}).map(({besides, ...row}) => ({
    ...row,
    schools: besides + row.supported + row.supporter + row.member,
    shard: findShard(row.id, shards)
  }));

type SlimRow = Omit<PartnershipRow, "schools"> & {besides: number};

/** The list of partnerships, each with its file. */
export const partnershipRows = ({
  columns,
  shards
}: {
  columns: LightColumns<PartnershipRow>;
  shards: number;
}): ListedPartnership[] =>
  collectRows<PartnershipRow>({columns}).map((row) => ({...row, shard: findShard(row.id, shards)}));

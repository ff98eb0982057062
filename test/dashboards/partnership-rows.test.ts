import {expect, test} from "vitest";
import {partnershipRows} from "../../dashboards/components/partnership/partnership-rows.ts";
import {findShard} from "../../src/release/shard.ts";

test("every row of the list has its file", () => {
  const columns = {id: ["a", "b"]} as never;
  expect(partnershipRows({columns, shards: 1}).map(({id, shard}) => [id, shard])).toEqual([
    ["a", "0"],
    ["b", "0"]
  ]);
  expect(partnershipRows({columns, shards: 16}).map(({shard}) => shard)).toEqual(
    ["a", "b"].map((id) => findShard(id, 16))
  );
});

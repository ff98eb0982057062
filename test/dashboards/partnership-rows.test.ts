import {expect, test} from "vitest";
import {listedRows, partnershipRows} from "../../dashboards/components/partnership/partnership-rows.ts";
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

test("the list of the page has all schools of a partnership, whatever they do in it", () => {
  const columns = {id: ["a", "b"], supported: [2, 0], supporter: [1, 0], member: [0, 4], besides: [0, 3]} as never;
  expect(listedRows({columns, shards: 1}).map(({schools, shard}) => [schools, shard])).toEqual([
    [3, "0"],
    [7, "0"]
  ]);
});

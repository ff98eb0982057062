import fc from "fast-check";
import {expect, test} from "vitest";
import {partnershipRows, findShard} from "../../dashboards/components/partnership/partnership-rows.ts";
import * as release from "../../src/release/shard.ts";

test("pages find a partnership in the file that the release put it in", () =>
  fc.assert(
    fc.property(fc.string({unit: "binary"}), fc.constantFrom(1, 16, 4096), (name, shards) => {
      expect(findShard(name, shards)).toBe(release.findShard(name, shards));
    })
  ));

test("every row of the list has its file", () => {
  const columns = {id: ["a", "b"]} as never;
  expect(partnershipRows({columns, shards: 1}).map(({id, shard}) => [id, shard])).toEqual([
    ["a", "0"],
    ["b", "0"]
  ]);
});

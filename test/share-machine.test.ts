import {expect, test} from "vitest";
import {shareMachine} from "../pipelines/share-machine.ts";
import {openWarehouse, rows} from "../pipelines/warehouse.ts";

test.each([
  ["small", 1000, 450, 1],
  ["large", 300_000_000, 600, null],
  ["larger than memory", 3_000_000_000, 2000, null]
])(
  "of %s files the database gets memory by their size, and a query of small ones one core",
  async (_, bytes, room, one) => {
    const {warehouse, connect, close} = await openWarehouse(":memory:");
    try {
      const given = await shareMachine(warehouse, {connect, bytes});
      expect(given.room).toBe(room);
      expect(given.others.length).toBeGreaterThan(0);
      const [{threads}] = await rows<{threads: number}>(
        warehouse,
        "select current_setting('threads')::integer as threads"
      );
      if (one !== null) expect(threads).toBe(one);
      for (const other of given.others) expect(await rows(other, "select 1 as a")).toEqual([{a: 1}]);
    } finally {
      close();
    }
  }
);

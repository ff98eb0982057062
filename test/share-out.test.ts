import {expect, test} from "vitest";
import {shareOut, type Work} from "../pipelines/share-out.ts";
import type {Warehouse} from "../pipelines/warehouse.ts";

const connections = ["one", "other"] as unknown as Warehouse[];
const later = <T>(value: T, milliseconds = 5): Promise<T> =>
  new Promise((done) => setTimeout(() => done(value), milliseconds));

test("works go on at once, one on each connection, and what they give stands in their order", async () => {
  const at = new Map<unknown, number>();
  let most = 0;
  const work =
    (value: number): Work<number> =>
    async (connection) => {
      at.set(connection, (at.get(connection) ?? 0) + 1);
      most = Math.max(most, ...at.values());
      await later(null, 6 - value);
      at.set(connection, at.get(connection)! - 1);
      return value;
    };
  expect(await shareOut(connections, [0, 1, 2, 3, 4].map(work))).toEqual([0, 1, 2, 3, 4]);
  expect([[...at.keys()], most]).toEqual([["one", "other"], 1]);
});

test("what stopped the first of them, in their order, is thrown once all have ended, and no further one begins", async () => {
  const begun: string[] = [];
  const fail =
    (name: string, milliseconds: number): Work<string> =>
    async () => {
      begun.push(name);
      await later(null, milliseconds);
      throw new Error(name);
    };
  await expect(shareOut(connections, [fail("slow", 10), fail("soon", 1), fail("never", 1)])).rejects.toThrow("slow");
  expect(begun).toEqual(["slow", "soon"]);
});

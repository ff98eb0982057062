import {expect, test} from "vitest";
import {sideBySide} from "../src/side-by-side.ts";

const later = <T>(value: T) => new Promise<T>((done) => setTimeout(() => done(value), 5));

test("works go on at the same time, and what they give stands in their order", async () => {
  const begun: string[] = [];
  const given = await sideBySide([
    async () => {
      begun.push("one");
      return later(1);
    },
    async () => {
      begun.push("other");
      return Promise.resolve("two");
    }
  ]);
  expect([given, begun]).toEqual([
    [1, "two"],
    ["one", "other"]
  ]);
});

test("one that is stopped waits for the others to end, and the first in their order says why", async () => {
  let ended = false;
  const fail = (why: string) => () => Promise.reject(new Error(why));
  const slow = async () => {
    await later(null);
    ended = true;
    throw new Error("slow");
  };
  await expect(sideBySide([slow, fail("soon")])).rejects.toThrow("slow");
  expect(ended).toBe(true);
  await expect(sideBySide([() => Promise.resolve(1), fail("one"), fail("other")])).rejects.toThrow("one");
});

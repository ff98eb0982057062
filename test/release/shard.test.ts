import {describe, expect, test} from "vitest";
import {findShard, shardsFor} from "../../src/release/shard.ts";

describe("how many files", () => {
  test.each([
    {bytes: 0, files: 1},
    {bytes: 100, files: 1},
    {bytes: 101, files: 2},
    {bytes: 390, files: 4}
  ])("$bytes bytes make $files of 100", ({bytes, files}) => {
    expect(shardsFor(bytes, 100)).toBe(files);
  });
});

describe("the file of a name", () => {
  test("is the last bits of FNV-1a as its authors print it", () => {
    // Of “foobar” the 32-bit FNV-1a is bf9cf968.
    expect(findShard("foobar", 4096)).toBe(String(0x968));
  });

  test("is spread over all files", () => {
    const found = new Set(Array.from({length: 400}, (_, i) => findShard(String(90_000 + i), 16)));
    expect(found.size).toBe(16);
  });
});

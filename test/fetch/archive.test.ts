import {describe, expect, test} from "vitest";
import {unpackWithin} from "../../pipelines/fetch/archive.ts";
import {limits} from "../../pipelines/fetch/context.ts";
import {makeZip} from "../support/zip-bytes.ts";

async function unpack(bytes: Buffer, bounds = {}): Promise<string[]> {
  const paths: string[] = [];
  for await (const {path} of unpackWithin(bytes, "a.zip", {...limits, ...bounds})) paths.push(path);
  return paths;
}

/** An archive whose list says that a file is smaller than it is. */
function understated(): Buffer {
  const bytes = makeZip({"a.csv": Buffer.alloc(100_000, "a")});
  const size = Buffer.alloc(4);
  size.writeUInt32LE(100_000);
  for (let at = bytes.indexOf(size); at >= 0; at = bytes.indexOf(size, at)) bytes.writeUInt32LE(10, at);
  return bytes;
}

describe("unpackWithin(bytes, file, bounds)", () => {
  test("gives the files of an archive", async () => {
    expect(await unpack(makeZip({"2018-2019/a.csv": "a\n", "2018-2019/b.csv": "b\n"}))).toEqual([
      "2018-2019/a.csv",
      "2018-2019/b.csv"
    ]);
  });

  test("opens none of a file that unpacks to hundreds of times its size", async () => {
    await expect(unpack(makeZip({"bomb.csv": Buffer.alloc(30e6)}))).rejects.toThrow(/unpacks to \d+ times its size/);
  });

  test("opens none of an archive of many small bombs", async () => {
    const bombs = makeZip({"a.csv": Buffer.alloc(600), "b.csv": Buffer.alloc(600)});
    await expect(unpack(bombs, {unpacked_bytes: 1000})).rejects.toThrow("unpacks to more than");
  });

  test("opens none of an archive of too many files", async () => {
    await expect(unpack(makeZip({"a.csv": "a", "b.csv": "b"}), {members: 1})).rejects.toThrow(
      "holds more than 1 files"
    );
  });

  test("refuses a file that unpacks to more than the list says", async () => {
    await expect(unpack(understated())).rejects.toThrow("is damaged");
  });

  test.each([["../../outside.csv"], ["/outside.csv"]])("refuses the path %s", async (path) => {
    await expect(unpack(makeZip({[path]: "a\n"}))).rejects.toThrow("holds a path outside itself");
  });

  test("refuses what is no archive", async () => {
    await expect(unpack(Buffer.from("a,b\n1,2\n"))).rejects.toThrow("is not a readable archive");
  });
});

import {describe, expect, test} from "vitest";
import {unzip} from "../../pipelines/read/unzip.ts";
import {ks4File, ks4Row} from "../support/published-files.ts";
import {makeZip} from "../support/zip-bytes.ts";
import {altered, zip64Of} from "../support/hostile-zip.ts";

const good = ks4File(ks4Row(900001));

/** What is said of an archive, or else the paths in it. */
async function said(bytes: Buffer): Promise<string> {
  const paths: string[] = [];
  try {
    for await (const {path} of unzip(bytes, "a.zip")) paths.push(path);
  } catch (error) {
    expect((error as Error).name).toBe("PublishedFileError");
    return (error as Error).message;
  }
  return paths.join(", ");
}

describe("unzip(bytes, file)", () => {
  test("reads an archive with the long numbers of large ones", async () => {
    expect(await said(zip64Of("a.csv", Buffer.from(good)))).toBe("a.csv");
  });

  test("refuses one that is locked with a password, and says so", async () => {
    expect(await said(altered(makeZip({"a.csv": good}), {encrypted: true}))).toContain("is locked with a password");
  });

  test("refuses two files of one name: which of them is the right one is not known", async () => {
    const bytes = altered(makeZip({"a.csv": good, "b.csv": good.replace("50", "90")}), {rename: ["b.csv", "a.csv"]});
    expect(await said(bytes)).toContain("holds two files called a.csv");
  });

  test.each([
    ["less", 10],
    ["more", 1e6]
  ])("refuses a file that unpacks to %s than it says", async (_, size) => {
    expect(await said(altered(makeZip({"a.csv": good}), {size}))).toContain("is damaged");
  });

  test("refuses one that says it is small and is not, before it has grown", async () => {
    const bomb = altered(makeZip({"a.csv": Buffer.alloc(300_000_000, "0")}), {size: 1000});
    const before = process.memoryUsage().arrayBuffers;
    expect(await said(bomb)).toContain("is damaged");
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(100_000_000);
  });

  test("refuses what unpacks to hundreds of times its size, unread", async () => {
    expect(await said(makeZip({"a.csv": Buffer.alloc(20_000_000, "0")}))).toContain(
      "unpacks to far more than it holds"
    );
  });

  test("refuses 65,000 files, unread", async () => {
    const many = Object.fromEntries(Array.from({length: 65_000}, (_, i) => [`${i}.csv`, ""]));
    expect(await said(makeZip(many))).toContain("holds 65000 files, more than any published archive");
  });

  test("refuses paths that lead outside, and odd ones by name", async () => {
    for (const path of ["../a.csv", "/a.csv", "C:/a.csv"]) {
      expect(await said(makeZip({[path]: good}))).toContain("holds a path outside itself");
    }
  });

  test.each([10, 100, 1000])(
    "never takes damaged bytes for data, flipping one bit in every %sth byte",
    async (step) => {
      const bytes = makeZip({"a.csv": good});
      for (let at = 0; at < bytes.length; at += Math.max(1, Math.floor(bytes.length / step))) {
        const damaged = Buffer.from(bytes);
        damaged[at] ^= 1 << (at % 8);
        for await (const {bytes: content} of safely(damaged)) {
          expect(content.toString()).toBe(good);
        }
      }
    }
  );
});

async function* safely(bytes: Buffer) {
  try {
    yield* unzip(bytes, "a.zip");
  } catch (error) {
    expect((error as Error).name).toBe("PublishedFileError");
  }
}

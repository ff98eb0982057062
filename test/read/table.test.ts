import {mkdtemp, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {describe, expect, it} from "vitest";
import {numbers, parseTable, presentNumbers, readTable, texts} from "../../pipelines/read/table.ts";

const table = (text: string) => parseTable(text, "panel.csv");

describe("readTable(file)", () => {
  it("reads a file, a gzipped file, and the gzipped one where only that is there", async () => {
    const folder = await mkdtemp(join(tmpdir(), "table-"));
    await writeFile(join(folder, "a.csv"), "x\n1\n");
    await writeFile(join(folder, "b.csv.gz"), gzipSync("x\n2\n"));
    expect(texts(await readTable(join(folder, "a.csv")), "x")).toEqual(["1"]);
    expect(texts(await readTable(join(folder, "b.csv.gz")), "x")).toEqual(["2"]);
    expect(texts(await readTable(join(folder, "b.csv")), "x")).toEqual(["2"]);
  });

  it("says of a gzipped file that is damaged or cut off that it is", async () => {
    const folder = await mkdtemp(join(tmpdir(), "table-"));
    const whole = gzipSync(`x\n${"1\n".repeat(999)}`);
    for (const bytes of [whole.subarray(0, whole.length / 2), Buffer.from([0x1f, 0x8b, 1, 2, 3])]) {
      await writeFile(join(folder, "cut.csv.gz"), bytes);
      await expect(readTable(join(folder, "cut.csv.gz"))).rejects.toMatchObject({
        name: "PublishedFileError",
        message: expect.stringContaining("cut.csv.gz: begins as a gzipped file does, and cannot be unpacked")
      });
    }
  });

  it("says which file cannot be read", async () => {
    await expect(readTable("no-such-panel.csv")).rejects.toMatchObject({
      name: "UserError",
      message: "cannot read no-such-panel.csv"
    });
  });
});

describe("parseTable(text, file)", () => {
  it("trims cells, leaves blank lines out, and keeps the numbers of the file’s lines", () => {
    const {columns, row, rows} = table("﻿a,b\n 1 ,x\n\n2,y\n");
    expect([...columns]).toEqual([
      ["a", ["1", "2"]],
      ["b", ["x", "y"]]
    ]);
    expect([...row]).toEqual([2, 4]);
    expect(rows).toBe(2);
  });

  it("calls the column of R’s row names row", () => {
    expect(table('"",a\n"1",5\n').names).toEqual(["row", "a"]);
  });

  it.each([
    ["a,b\n1,2\n3\n", "panel.csv, row 3: 1 cells where the header has 2"],
    ["a,b\n1,2,3\n", "panel.csv, row 2: 3 cells where the header has 2"],
    ["a;b\n1;2\n", "panel.csv, row 1: semicolons stand between the cells, not commas"],
    ['"a";"b"\n"1,5";"2"\n', "panel.csv, row 1: semicolons stand between the cells, not commas"],
    ["a\tb\n1\t2\n", "panel.csv, row 1: tabs stand between the cells, not commas"],
    ["a,a\n1,2\n", "panel.csv, row 1: two columns are called “a”"],
    ['a,b\n"1,2\n', "panel.csv, row 2: a quote that is opened is not closed properly"],
    ["a,b\n", "panel.csv: has no rows"],
    ["", "panel.csv: has no rows"]
  ])("refuses %j", (text, message) => {
    expect(() => table(text)).toThrow(message);
  });
});

describe("numbers(table, column)", () => {
  it("reads numbers as R writes them, and nothing as NaN", () => {
    const cells = ["-1.5", "+2e3", ".5", "3.", "NA", "", "Inf"];
    expect([...numbers(table(`x,y\n${cells.map((cell) => `${cell},1`).join("\n")}\n`), "x")]).toEqual([
      -1.5,
      2000,
      0.5,
      3,
      NaN,
      NaN,
      Infinity
    ]);
  });

  it.each(["1,5", "12%", "0x10", "twelve", "1e", "--1"])("refuses %j with file, row, column and what to do", (cell) => {
    const read = () => numbers(table(`x\n1\n"${cell}"\n`), "x");
    expect(read).toThrow(`panel.csv, row 3, column x: “${cell}” is not a number`);
  });

  it("lists the columns where there is none of that name", () => {
    expect(() => numbers(table("x,y\n1,2\n"), "z")).toThrow(
      expect.objectContaining({message: "panel.csv, row 1: no column called “z”", fix: "the file has x, y"})
    );
  });

  it("refuses nothing where a number has to be", () => {
    expect(() => presentNumbers(table("x\n1\nNA\n"), "x")).toThrow("panel.csv, row 3, column x: “NA” where");
  });
});

describe("numbers(table, column)", () => {
  it.each(["1e300", "-1e31", "1e-300", "-1.7e308"])("refuses %s, with whose square nothing can be reckoned", (cell) => {
    expect(() => numbers(table(`x\n1\n${cell}\n`), "x")).toThrow(
      `panel.csv, row 3, column x: “${cell}” cannot be reckoned with`
    );
  });

  it("takes 0, and what is large or small as figures are", () => {
    expect([...numbers(table("x\n0\n1e29\n-1e-29\n4.2E+03\n"), "x")]).toEqual([0, 1e29, -1e-29, 4200]);
  });
});

describe("numbers nearer to 0, or farther from it, than numbers go", () => {
  it.each(["1e-400", "-2.5E-999", "1e400", "-1e999"])("%s is refused, and is neither 0 nor infinite", (cell) => {
    expect(() => numbers(table(`x\n1\n${cell}\n`), "x")).toThrow(`row 3, column x: “${cell}” cannot be reckoned with`);
  });

  it("are taken with nearZero where they are only near to it, and every way of writing 0 is 0", () => {
    const near = table("x\n1e-300\n1e-400\n0.000\n-0\n0e5\n.0\n");
    expect([...numbers(near, "x", {nearZero: true})]).toEqual([1e-300, 0, 0, -0, 0, 0]);
    expect([...numbers(table("x\n0.000\n0e5\n.0\n"), "x")]).toEqual([0, 0, 0]);
    expect(() => numbers(table("x\n1e31\n"), "x", {nearZero: true})).toThrow("cannot be reckoned with");
  });
});

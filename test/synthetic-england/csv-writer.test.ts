import {expect, test} from "vitest";
import {CsvWriter, type Row, type Style} from "../../pipelines/synthetic-england/csv-writer.ts";

const columns = ["a", "b", "c"].map((name) => ({name: name.toUpperCase(), cells: name}));

function write(rows: readonly Row[], style?: Style): Buffer {
  const writer = new CsvWriter(columns, style);
  for (const row of rows) writer.add(row);
  return writer.finish();
}

test("a row is cells in order, by name, or by name in several records of which the last counts", () => {
  const rows = [[1, "x", null], {c: 3, a: "one"}, [{a: 1, b: 2}, {b: "two", c: undefined}, {c: 0.5}]];
  expect(write(rows).toString()).toBe("A,B,C\r\n1,x,\r\none,,3\r\n1,two,0.5\r\n");
});

test("a row ends early with fewer cells or where it says", () => {
  const rows = [["x"], [{a: 1, b: 2, c: 3}, {ends_after: "b"}]];
  expect(write(rows, {newline: "\n", end_newline: false}).toString()).toBe("A,B,C\nx\n1,2");
});

test("cells that need quotes get them, or all texts do", () => {
  expect(write([["a,b", 'say "x"', "é\n"]], {newline: "\n"}).toString()).toBe('A,B,C\n"a,b","say ""x""","é\n"\n');
  const all = write([["a,b", 'say "é"', 7]], {newline: "\n", quotes: "text"});
  expect(all.toString()).toBe('"A","B","C"\n"a,b","say ""é""",7\n');
});

test("text is written in the encoding of the publisher", () => {
  expect(write([["É"]], {encoding: "utf-8 with mark"}).toString()).toBe("\ufeffA,B,C\r\nÉ\r\n");
  expect([...write([["É’–"]], {newline: "\n", encoding: "windows-1252"})].slice(6, 9)).toEqual([0xc9, 0x92, 0x96]);
});

test("a file longer than the memory taken at a time loses nothing, nor does a cell", () => {
  const long = "y".repeat(3_000_000);
  const row = [long, "é".repeat(800_000), 1];
  const rows = Array.from({length: 300_000}, (_, i) => [i, "ab", "ü"]);
  const text = write([row, ...rows], {newline: "\n"}).toString();
  expect(text).toBe(["A,B,C", row.join(","), ...rows.map((one) => one.join(",")), ""].join("\n"));
});

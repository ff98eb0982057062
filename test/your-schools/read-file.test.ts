import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {readFile} from "../../src/your-schools/read-file.ts";
import {makeRow, makeWorkbook} from "../support/workbook-bytes.ts";
import {makeZip} from "../support/zip-bytes.ts";

const LIST = "urn,school\n900001,Ysgol Mêr – “Môr”\n";
const read = async (bytes: Uint8Array) => readFile(Uint8Array.from(bytes));
const sheets = async (bytes: Uint8Array) => {
  const file = await read(bytes);
  return "problem" in file ? file.problem : file.sheets;
};

describe("text, as spreadsheets save it", () => {
  test.each([
    ["UTF-8", Buffer.from(LIST)],
    ["UTF-8 with a mark", Buffer.from(`\ufeff${LIST}`)],
    ["UTF-16", Buffer.from(`\ufeff${LIST}`, "utf16le")],
    ["UTF-16, the other way round", Buffer.from(`\ufeff${LIST}`, "utf16le").swap16()],
    ["UTF-16 without a mark", Buffer.from(LIST, "utf16le")],
    [
      "Windows-1252",
      Buffer.concat([
        Buffer.from("urn,school\n900001,Ysgol M\u00ear ", "latin1"),
        Buffer.from([0x96, 0x20, 0x93]),
        Buffer.from("M\u00f4r", "latin1"),
        Buffer.from([0x94, 0x0a])
      ])
    ]
  ])("%s", async (_, bytes) => {
    const [first] = (await sheets(bytes)) as {text: string}[];
    expect(first.text.replace("\ufeff", "")).toBe(LIST);
  });
});

describe("a workbook", () => {
  test("days as days, numbers as they are stored, a row of the sheet as a row of the text", async () => {
    const rows = [
      makeRow(1, "Our trust"),
      makeRow(3, "URN", "Joined"),
      `<row r="4"><c r="A4"><v>900001</v></c><c r="B4" s="1"><v>42614</v></c></row>`
    ];
    expect(await sheets(makeWorkbook({Schools: rows.join("")}, {formats: [0, 14]}))).toEqual([
      {name: "Schools", text: "Our trust,\n,\nURN,Joined\n900001,2016-09-01"}
    ]);
  });

  test("the sheet with most schools comes first, empty ones not at all", async () => {
    const found = await sheets(
      makeWorkbook({
        Notes: makeRow(1, "As agreed with 900009"),
        Empty: "",
        Members: makeRow(1, "URN") + makeRow(2, 900001) + makeRow(3, 900002)
      })
    );
    expect((found as {name: string}[]).map(({name}) => name)).toEqual(["Members", "Notes"]);
  });

  test("hidden sheets come after those that are shown", async () => {
    const names = {Codes: makeRow(1, "URN") + makeRow(2, 900009), Schools: makeRow(1, "URN") + makeRow(2, 900001)};
    const [first, second] = (await sheets(makeWorkbook(names, {hidden: ["Codes"]}))) as {name: string}[];
    expect([first.name, second.name]).toEqual(["Schools", "Codes"]);
  });

  test("says how many rows it does not show, hidden or filtered out, and which sheets", async () => {
    const hide = (row: string) => row.replace("<row ", '<row hidden="1" ');
    const rows = makeRow(1, "URN") + hide(makeRow(2, 900001)) + makeRow(3, 900002) + hide(makeRow(4, 900003));
    expect(await sheets(makeWorkbook({Schools: rows, Old: makeRow(1, "URN")}, {hidden: ["Old"]}))).toEqual([
      {name: "Schools", text: "URN\n900001\n900002\n900003", hidden_rows: 2},
      {name: "Old", text: "URN", hidden: true}
    ]);
  });

  test("that is damaged, empty, of the old form or no workbook is said to be so", async () => {
    const whole = makeWorkbook({Schools: makeRow(1, "URN") + makeRow(2, 900001)});
    expect(await sheets(whole.subarray(0, whole.length / 2))).toMatch(/^This workbook cannot be read/);
    expect(await sheets(makeWorkbook({Schools: ""}))).toBe("This workbook is empty.");
    expect(await sheets(makeZip({"list.csv": "urn"}))).toMatch(/no Excel workbook/);
    expect(await sheets(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]))).toMatch(/old form/);
  });

  test("that unpacks to far more than it may is not unpacked", async () => {
    const big = makeWorkbook({Schools: " ".repeat(100_000_001)});
    expect(big.length).toBeLessThan(5_000_000);
    expect(await sheets(big)).toMatch(/unpacks to far more/);
  });

  test("with something in the last column Excel has is refused, not written out", async () => {
    const far = (row: number) => `<row r="${row}"><c r="XFD${row}"><v>1</v></c></row>`;
    const rows = Array.from({length: 400}, (_, i) => far(i + 2)).join("");
    for (const sheet of [makeRow(1, "URN") + far(20_000), makeRow(1, "URN") + rows])
      expect(await sheets(makeWorkbook({Schools: sheet}))).toMatch(/far to the right of any list/);
  });

  test("with figures that a program has put between marks of text is read", async () => {
    const cell = (row: number, text: string) => `<row r="${row}"><c r="A${row}"><v><![CDATA[${text}]]></v></c></row>`;
    expect(await sheets(makeWorkbook({Schools: makeRow(1, "URN") + cell(2, "900001")}))).toEqual([
      {name: "Schools", text: "URN\n900001"}
    ]);
  });

  test("with something in the last row Excel has is refused, not written out", async () => {
    expect(await sheets(makeWorkbook({Schools: makeRow(1, "URN") + makeRow(1_048_576, 900001)}))).toMatch(
      /far below any list/
    );
  });
});

test("what is no list is said to be none", async () => {
  expect(await sheets(Buffer.from("<!doctype html><p>Not found"))).toMatch(/^This file is a web page/);
  expect(await sheets(Buffer.from("%PDF-1.7"))).toMatch(/^This file is a PDF/);
  expect(await sheets(new Uint8Array(5_000_001))).toMatch(/too big/);
});

test("no bytes break it", () =>
  fc.assert(
    fc.asyncProperty(fc.uint8Array({maxLength: 400}), fc.boolean(), async (bytes, zipped) => {
      const file = await read(zipped ? Uint8Array.from([0x50, 0x4b, 3, 4, ...bytes]) : bytes);
      expect("problem" in file || file.sheets.length > 0).toBe(true);
    })
  ));

import {describe, expect, test} from "vitest";
import {brief, check, memberList, partnershipList} from "./made-lists.ts";

const good = memberList({}, {urn: "900002"});
const members = (text: string) => check(text).members.map(({urn}) => urn);

describe("a list is read whatever program saved it", () => {
  test.each([
    ["with semicolons", good.replaceAll(",", ";")],
    ["with tabs", good.replaceAll(",", "\t")],
    ["with a byte-order mark", `\ufeff${good}`],
    ["with Windows’ ends of line", good.replaceAll("\n", "\r\n")],
    ["with a line that says what separates", `sep=;\n${good.replaceAll(",", ";")}`],
    ["with its header in capitals", good.replace(/^.*/, (header) => header.toUpperCase())],
    ["with spaces around cells", good.replaceAll(",", " , ")],
    ["with empty rows at its end", `${good}\n,,,,,,,,,,,,\n\n`]
  ])("%s", (_, text) => {
    expect(check(text).problems).toEqual([]);
    expect(members(text)).toEqual([900001, 900002]);
  });

  test("with letters beyond ASCII, decoded from windows-1252 before", () => {
    const bytes = Buffer.from(memberList({partnership_name: "Mêr–Learning"}).replace("–", "\x96"), "latin1");
    const text = new TextDecoder("windows-1252").decode(bytes, {stream: true});
    expect(check(text).members[0].partnership_name).toBe("Mêr–Learning");
    expect(check(text).problems).toEqual([]);
  });
});

describe("what is wrong with a whole file is told once", () => {
  test.each([
    ["an empty file", " \n", "file file_empty stops".split(" ")],
    ["a workbook", "PK\u0003\u0004xl", "file file_workbook stops".split(" ")],
    ["a web page", "<!DOCTYPE html><p>", "file file_page stops".split(" ")],
    ["UTF-16", "ÿþu\0r\0n\0", "file file_utf16 stops".split(" ")],
    ["no text", "u\0r\0n\0", "file file_not_text stops".split(" ")]
  ])("%s", (_, text, [row, code, severity]) => {
    expect(check(text).problems.map(brief)).toEqual([`${row} row ${code} ${severity}`]);
  });

  test("a header without rows", () => {
    expect(check(good.split("\n")[0]).problems.map(brief)).toEqual(["file row no_rows stops"]);
  });

  test("a column that must be there, with the one that may be it", () => {
    const {problems} = check(good.replace("urn", "School URN"));
    expect(problems.map(brief)).toEqual(["1 urn column_missing stops"]);
    expect(problems[0].fix).toBe("if “School URN” is it, rename it urn");
  });

  test("a column that must be there does not keep the other columns from being checked", () => {
    const {problems, members: read} = check(memberList({urn: "1", role: "x"}).replace("role", "Role in it"));
    expect(problems.map(brief)).toEqual(["1 role column_missing stops", "2 urn urn_wrong stops"]);
    expect(read).toEqual([]);
  });

  test("a column that may be missing, as a warning, and the rows are read", () => {
    const {problems, members: read} = check(good.replace(",note", ",remark"));
    expect(problems.map(brief)).toEqual(["1 note column_missing warns", "1 remark column_extra notes"]);
    expect(read).toHaveLength(2);
  });

  test("a column that is there twice", () => {
    const {problems} = check(good.replace("evidence", "role"));
    expect(problems.map(brief)).toContain("1 role column_twice stops");
  });

  test("a title above the header; rows keep the numbers the spreadsheet shows", () => {
    const {problems, members: read} = check(`Members of Marsh Learning\n\n${good}`);
    expect(problems.map(brief)).toEqual(["1 row title_rows warns"]);
    expect(read.map(({row}) => row)).toEqual([4, 5]);
  });

  test("letters lost in saving", () => {
    expect(check(memberList({partnership_name: "MÃªr Learning"})).problems.map(brief)).toEqual(["2 row garbled warns"]);
  });

  test("a list of partnerships in the place of one of members", () => {
    expect(check(partnershipList({})).problems.map(brief)).toEqual(["file row other_list stops"]);
  });
});

describe("what is wrong with the shape of a row is told", () => {
  test("empty rows between others, once", () => {
    const [header, first, second] = good.split("\n");
    const {problems, members: read} = check([header, first, "", ",,,", second].join("\n"));
    expect(problems.map(({row, message}) => `${row} ${message}`)).toEqual([
      "3 the first of 2 empty rows, down to row 4"
    ]);
    expect(read.map(({row}) => row)).toEqual([2, 5]);
  });

  test("too many cells, as after a comma in a name without quotation marks, and nothing else of that row", () => {
    const text = good.replace("Marsh Learning", "Marsh, Learning");
    expect(check(text).problems.map(brief)).toEqual(["2 row row_shape stops"]);
    expect(members(text)).toEqual([900002]);
  });

  test("too few cells", () => {
    expect(check(`${good}\nmarsh_learning,Marsh Learning`).problems.map(brief)).toEqual(["4 row row_shape stops"]);
  });

  test("a quotation mark that is not closed", () => {
    expect(check(`${good}\n"marsh`).problems.map(({code}) => code)).toContain("quotes");
  });
});

test("a hundred thousand rows are all read, and the one that is wrong is found", () => {
  const rows = Array.from({length: 100_000}, (_, i) => ({urn: String(100_000 + i)}));
  rows[77_777] = {urn: "900001.0"};
  const {problems, members: read} = check(memberList(...rows));
  expect(problems.map(brief)).toEqual(["77779 urn urn_mangled stops"]);
  expect(read).toHaveLength(99_999);
});

import {describe, expect, test} from "vitest";
import {linked, read, said, severity, words} from "./kept.ts";
import {readWholeList} from "../../src/lists/whole-list.ts";

describe("what such a list lacks is asked for once", () => {
  test.each([
    [
      "urn\n900001\n",
      {},
      [
        "1 school",
        "called (partnership_name",
        "type it is (partnership_kind)",
        `--name "…" --type … --from "…"`,
        "rise_pairing (",
        "autumn 2018"
      ]
    ],
    [linked, {}, ["2 schools", `--name "…" --type … --write`]],
    [linked, {name: "Marsh"}, ["does not say of which type", "check-list kept.csv --type … --write"]],
    [linked, {type: "federation"}, ["does not say what the partnership is called", `--name "…" --write`]]
  ])("%j with %j", (text, options, parts) => {
    const stop = severity(read(text, options), "stops");
    expect(stop.map(({code, row}) => [code, row])).toEqual([["whole_list", null]]);
    for (const part of parts) expect(`${stop[0].message} ${stop[0].fix}`).toContain(part);
  });

  test("dates alone are a warning, told once", () => {
    expect(severity(read("urn\n900001\n900002\n"), "warns").map(({code}) => code)).toEqual(["no_dates"]);
  });

  test("other columns are named, and not complained of", () => {
    const found = read(linked);
    expect(severity(found, "warns")).toEqual([]);
    expect(words(found)).toContain(
      "· kept.csv: has other columns, which may stay: Local authority (name), Phase / type, Status"
    );
  });

  test("schools of a list of RISE count as supported, and that is said", () => {
    const found = read("urn\n900001\n", {name: "RISE", type: "rise_pairing", from: "2025"});
    expect(found.members.map(({role}) => role)).toEqual(["supported"]);
    expect(words(found)).toContain("count as supported");
  });

  test("an option that every row answers itself is warned of", () => {
    expect(words(read(linked, {...said, from: "2018/19"}))).toContain("says from_date in every row itself");
  });
});

describe("what is said for a whole list", () => {
  test.each([
    [{type: "trusts of many"}, "is no type of partnership", "multi_academy_trust (Multi-academy trusts)"],
    [{from: "soon"}, "--from “soon” is not a date", "autumn 2018"],
    [{from: "43344"}, "--from “43344” is not a date", "2018/19"],
    [{role: "king"}, "is no role", "supported, supporter, member"],
    [{id: "Marsh Trust"}, "--id “Marsh Trust”", "write marsh_trust"],
    [{name: " "}, "--name is empty", "full name"],
    [{source: "our site"}, "is no web address", "https://"]
  ])("%j is refused with what to do", (options, message, fix) => {
    expect(() => readWholeList(options)).toThrow(
      expect.objectContaining({
        name: "UserError",
        message: expect.stringContaining(message) as string,
        fix: expect.stringContaining(fix) as string
      })
    );
  });

  test.each([
    ["Multi-academy trusts", "multi_academy_trust"],
    ["multi academy trust", "multi_academy_trust"],
    ["federation", "federation"]
  ])("takes the type %s", (type, id) => expect(readWholeList({type})).toEqual({partnership_kind: id}));
});

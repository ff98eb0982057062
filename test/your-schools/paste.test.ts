import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {readPasted} from "../../src/your-schools/paste.ts";
import {readYourList} from "../../src/your-schools/read-list.ts";
import {makeRegister} from "./register-of.ts";

const register = makeRegister({
  900001: "Abbey Mill Primary School",
  900002: "Drellcanlow Road Academy",
  900003: "Drellcanlow Park Academy"
});
const none = new Map<string, number | null>();
const paste = (text: string, confirmed: ReadonlyMap<string, number | null> = none) =>
  readPasted(text, {register, confirmed});
const said = {name: "Ours", partnership_type: "multi_academy_trust", role: "", from: "2016/17"};
const check = (text: string, confirmed = none) =>
  readYourList(paste(text, confirmed).text, said, {register, file: "your list"}).schools.map(
    ({urn, role, joined}) => `${urn} ${role} ${joined}`
  );

describe("numbers with anything between them", () => {
  test.each(["900001 900002", "900001\n900002", "900001, 900002", "900001;900002\t", "900001\r\n\r\n900002\r\n"])(
    "%j",
    (text) => expect(paste(text)).toEqual({text: "urn\n900001\n900002", unconfirmed: []})
  );

  test("a LAESTAB is the URN of the school that has it", () => {
    expect(paste("301/4001\n3014002").text).toBe("urn\n900001\n900002");
  });

  test("a LAESTAB that two open schools have stays as it is, to be reported", () => {
    expect(paste("999/9999").text).toBe("urn\n999/9999");
  });

  test("however many, in whatever order, each stays", () =>
    fc.assert(
      fc.property(
        fc.array(fc.integer({min: 100_000, max: 999_999}), {minLength: 1}),
        fc.constantFrom(" ", "\n", ", ", ";", "\t", "\r\n"),
        (urns, mark) => void expect(paste(urns.join(mark)).text).toBe(["urn", ...urns].join("\n"))
      )
    ));
});

describe("a line a school", () => {
  test("with its name, the day it joined and its role", () => {
    expect(paste("Abbey Mill Primary (900001), 01/09/2016, supported\n900002").text).toBe(
      "urn,school_name,role,from_date\n900001,Abbey Mill Primary,supported,01/09/2016\n900002,,,"
    );
    expect(check("Abbey Mill Primary (900001), 01/09/2016, supported\n900002")).toEqual([
      "900001 supported 2016-09-01",
      "900002 member 2016-09-01"
    ]);
  });

  test("with the day it joined and the day it left, be there a name or not", () => {
    expect(paste("Abbey Mill Primary, 900001, 01/09/2016, 31/08/2019\n900002\t2017/18").text).toBe(
      "urn,school_name,from_date,to_date\n900001,Abbey Mill Primary,01/09/2016,31/08/2019\n900002,,2017/18,"
    );
    const {members} = readYourList(paste("Abbey Mill, 900001, 01/09/2016, 31/08/2019").text, said, {
      register,
      file: "your list"
    });
    expect(members.map(({from_date, to_date}) => [from_date?.earliest, to_date?.earliest])).toEqual([
      ["2016-09-01", "2019-08-31"]
    ]);
  });

  test.each<[string, string]>([
    ["900001 and 900002", "urn\n900001\n900002"],
    ["Our schools are 900001, 900002 & 900003.", "urn\n900001\n900002\n900003"],
    ["900001·900002，900003", "urn\n900001\n900002\n900003"],
    ["[900001, 900002]", "urn\n900001\n900002"],
    ["301/4001 and 301-4002", "urn\n900001\n900002"],
    ["900001 Mere, tel 01234 567890", "urn,school_name\n900001,Mere tel 01234 567890"],
    ["900001 01/09/2018", "urn,from_date\n900001,01/09/2018"],
    ["900001 Mere 01/09/2012 31/08/2020", "urn,school_name,from_date,to_date\n900001,Mere,01/09/2012,31/08/2020"],
    ["900001 from 01/09/2012 to 31/08/2020", "urn,from_date,to_date\n900001,from 01/09/2012,31/08/2020"],
    ["900001: joined 2018/19", "urn,from_date\n900001,joined 2018/19"],
    ["900001, left 31/08/2019", "urn,to_date\n900001,left 31/08/2019"],
    ["900001, left 31/08/2019, joined 01/09/2012", "urn,from_date,to_date\n900001,joined 01/09/2012,left 31/08/2019"],
    ["900001 lead school\n900002 supported", "urn,role\n900001,lead school\n900002,supported"]
  ])("%j loses no school, date or role", (text, table) => expect(paste(text)).toEqual({text: table, unconfirmed: []}));

  test("is read at once though a hundred thousand spaces stand in it", {timeout: 2000}, () => {
    expect(paste(`900001${" ".repeat(100_000)}01/09/2018`).text).toBe("urn,from_date\n900001,01/09/2018");
  });

  test("with a day it left and none it joined has left by then", () => {
    const {members} = readYourList(paste("900001, until 31/08/2019").text, said, {register, file: "your list"});
    expect(members.map(({from_date, to_date}) => [from_date?.earliest, to_date?.latest])).toEqual([
      ["2016-09-01", "2019-08-31"]
    ]);
  });

  test("a name stands for no school before it is confirmed, be it the name of one alone", () => {
    const {text, unconfirmed} = paste("Abbey Mill Primary School");
    expect(text).toBe("urn");
    expect(unconfirmed.map(({name}) => name)).toEqual(["Abbey Mill Primary School"]);
    expect(unconfirmed[0].candidates[0].urn).toBe(900001);
  });

  test("a name that is confirmed is its school; one that is none of those is left out", () => {
    const confirmed = new Map([
      ["Abbey Mill", 900001],
      ["Our office", null]
    ]);
    expect(paste("Abbey Mill\nOur office", confirmed)).toEqual({
      text: "urn,school_name\n900001,Abbey Mill",
      unconfirmed: []
    });
  });
});

describe("a table", () => {
  test("goes to the check as it is, titles and other columns too", () => {
    const text = "Our trust,,\n,,\nURN,Joined,Head\n900001,1 September 2016,A\n900002,2018/19,B";
    expect(paste(text)).toEqual({text, unconfirmed: []});
    expect(check(text)).toEqual(["900001 member 2016-09-01", "900002 member 2018-09-01"]);
  });

  test("of names alone: each is confirmed, and keeps its day of joining", () => {
    const text = "School,Joined\nAbbey Mill Primary School,01/09/2017\nDrellcanlow,01/09/2018";
    expect(paste(text).unconfirmed.map(({name}) => name)).toEqual(["Abbey Mill Primary School", "Drellcanlow"]);
    const confirmed = new Map([
      ["Abbey Mill Primary School", 900001],
      ["Drellcanlow", 900003]
    ]);
    expect(paste(text, confirmed).unconfirmed).toEqual([]);
    expect(check(text, confirmed)).toEqual(["900001 member 2017-09-01", "900003 member 2018-09-01"]);
  });

  test("with numbers in some rows: the others are confirmed, and totals are no school", () => {
    const text = "School,URN\nAbbey Mill,900001\nDrellcanlow Park,\nTotal,2";
    expect(paste(text).unconfirmed.map(({name}) => name)).toEqual(["Drellcanlow Park"]);
    expect(check(text, new Map([["Drellcanlow Park", 900003]]))).toEqual([
      "900001 member 2016-09-01",
      "900003 member 2016-09-01"
    ]);
  });

  test("a row that none of the schools offered is meant by is left out", () => {
    expect(check("School,URN\nAbbey Mill,900001\nHead office,", new Map([["Head office", null]]))).toEqual([
      "900001 member 2016-09-01"
    ]);
  });
});

test("no text breaks it", () =>
  fc.assert(fc.property(fc.string({unit: "binary"}), (text) => void expect(typeof paste(text).text).toBe("string"))));

test.each([
  ["lines", "900001\n".repeat(20_001)],
  ["letters", "Hope School ".repeat(200_000)]
])("far more %s than a list holds are refused before anything is looked up", (_, text) => {
  expect(() => readPasted(text, {register: makeRegister({900001: "Hope School"}), confirmed: new Map()})).toThrow(
    /far more than a list/
  );
});

test("a day of joining that has not come yet is told", () => {
  const messages = (today: string) =>
    readYourList("urn,from_date\n900001,01/09/2035", {...said, from: ""}, {register, file: "l", today}).problems.map(
      ({message}) => message
    );
  expect(messages("2026-11-30")).toContain("01/09/2035 has not come yet");
  expect(messages("2036-11-30")).not.toContain("01/09/2035 has not come yet");
});

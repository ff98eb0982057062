import {describe, expect, test} from "vitest";
import {checkLists} from "../../src/lists/check-lists.ts";
import {brief, check, madeRegister, memberList} from "./made-lists.ts";

const problems = (...rows: Record<string, string>[]) => check(memberList(...rows)).problems.map(brief);

describe("rows compared with each other", () => {
  test("the same row again is told and counted once", () => {
    const checked = check(memberList({}, {}));
    expect(checked.problems.map(brief)).toEqual(["3 row repeated warns"]);
    expect(checked.members).toHaveLength(1);
  });

  test("a school that is in twice at a time is told", () => {
    expect(problems({}, {from_date: "01/09/2019"})).toEqual(["3 from_date overlap stops"]);
  });

  test("a school that came back is not", () => {
    expect(problems({to_date: "31/08/2019"}, {from_date: "01/09/2019"})).toEqual([]);
  });

  test("nor one whose years leave room for both", () => {
    const year = {date_precision: "year"};
    expect(problems({...year, from_date: "2016", to_date: "2018"}, {...year, from_date: "2018"})).toEqual([]);
  });

  test("an overlap with a row before the last is found too", () => {
    const rows: Record<string, string>[] = [
      {},
      {to_date: "30/09/2018", note: "a"},
      {from_date: "01/09/2020", note: "b"}
    ];
    expect(problems(...rows).filter((one) => one.includes("overlap"))).toHaveLength(2);
  });

  test("the same school under its old and its new URN is told with a register", () => {
    const text = memberList({urn: "900011", from_date: "01/09/2014"}, {urn: "900012"});
    const {problems: found} = check(text, {register: madeRegister});
    expect(found.map(brief)).toContain("3 from_date overlap stops");
  });

  test("the same school in two partnerships at a time is as it should be", () => {
    expect(problems({}, {partnership_id: "tarn_hub", partnership_name: "Tarn Hub"})).toEqual([]);
  });

  test("a supporter whom nobody is supported by is warned of", () => {
    expect(problems({role: "supporter"})).toEqual(["2 role supporter_alone warns"]);
  });

  test("unless the supported school is there, be its row as wrong as it may", () => {
    expect(problems({role: "supporter"}, {urn: "900002", role: "supported"})).toEqual([]);
    expect(problems({role: "supporter"}, {urn: "900002.0", role: "supported"})).toEqual(["3 urn urn_mangled stops"]);
  });

  test("a partnership of two kinds is told, one of two names warned of", () => {
    expect(problems({}, {urn: "900002", partnership_kind: "federation"})).toEqual([
      "3 partnership_kind two_partnership_kinds stops"
    ]);
    expect(problems({}, {urn: "900002", partnership_name: "Marsh"})).toEqual([
      "3 partnership_name two_partnership_names warns"
    ]);
  });

  test("two ids of one name are warned of", () => {
    expect(problems({}, {urn: "900002", partnership_id: "marsh"})).toEqual(["3 partnership_id two_ids warns"]);
  });

  test("an ambiguous day is told once another row of the file is month first", () => {
    expect(problems({from_date: "03/04/2018"}, {urn: "900002", from_date: "09/30/2018"})).toEqual([
      "2 from_date date_either_way stops",
      "3 from_date date_american stops"
    ]);
  });

  test("rows of different files are compared with each other, and the file is named", () => {
    const lists = ["one.csv", "two.csv"].map((file) => ({file, text: memberList({note: file})}));
    const [problem] = checkLists(lists, {partnerships: null, register: null}).problems;
    expect(problem).toMatchObject({file: "two.csv", code: "overlap"});
    expect(problem.message).toContain("row 2 of one.csv");
  });
});

test("a school that joins on a day that has not come is looked at, not stopped", () => {
  const list = {file: "members.csv", text: memberList({from_date: "01/09/2081", source_date: ""}, {urn: "900002"})};
  const {problems, members} = checkLists([list], {partnerships: null, register: null, today: "2024-07-01"});
  expect(problems.map(brief)).toEqual(["2 from_date not_yet warns"]);
  expect(members).toHaveLength(2);
});

import {describe, expect, test} from "vitest";
import {brief, check, memberList, partnershipList} from "./made-lists.ts";

const two = memberList({}, {urn: "900002"});
const checked = (...rows: Record<string, string>[]) => check(two, {partnerships: partnershipList(...rows)});
const problems = (...rows: Record<string, string>[]) => checked(...rows).problems.map(brief);

describe("a list of partnerships", () => {
  test("that is right says nothing, and gives its answers, dates, cost and phase", () => {
    const {problems: none, partnerships} = checked({shared_staff: "unknown"});
    expect(none).toEqual([]);
    expect(partnerships![0]).toMatchObject({
      partnership_id: "marsh_learning",
      cost_per_year: 30000,
      start_date: {earliest: "2013-09-01", latest: "2013-09-01"},
      end_date: null,
      phase_of_development: "longer_term",
      answers: {protocol: "yes", shared_staff: "unknown", traded_business_support: "yes"}
    });
  });

  test.each([
    [{protocol: "Y"}, "2 protocol unknown_answer stops"],
    [{phase_of_development: "long term"}, "2 phase_of_development unknown_phase_of_development stops"],
    [{start_date: "43344"}, "2 start_date date_as_number stops"],
    [{end_date: "2012"}, "2 end_date ends_before_start stops"],
    [{cost_per_year: "£3k"}, "2 cost_per_year cost_not_a_number stops"],
    [{partnership_kind: "federation"}, "2 partnership_kind other_kind stops"]
  ])("%j is told", (row, reported) => expect(problems(row)).toContain(reported));

  test("an empty answer counts as unknown, and is warned of once a row", () => {
    const {problems: found, partnerships} = checked({protocol: "", shared_staff: ""});
    expect(found.map(brief)).toEqual(["2 row answer_empty warns"]);
    expect(found[0].message).toBe("says nothing on protocol, shared_staff");
    expect(partnerships![0].answers.protocol).toBe("unknown");
  });

  test("a partnership that is there twice is told", () => {
    expect(problems({}, {})).toEqual(["3 partnership_id partnership_twice stops"]);
  });

  test("members of a partnership that is not there are told, with the id most like theirs", () => {
    const {problems: found} = checked({partnership_id: "marsh_learnin"});
    expect(found.map(brief)).toEqual(["2 partnership_id partnership_unknown stops", "2 row no_members warns"]);
    expect(found[0].fix).toContain("is it marsh_learnin?");
  });

  test.each([
    [{start_date: "01/09/2019"}, "2 from_date before_partnership warns"],
    [{end_date: "31/08/2017"}, "2 from_date after_partnership warns"],
    [{end_date: "31/08/2020"}, "2 to_date no_end warns"]
  ])("a membership outside %j is warned of", (row, reported) => expect(problems(row)).toContain(reported));
});

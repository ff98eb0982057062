import {describe, expect, test} from "vitest";
import {brief, check, memberList, findProblems} from "./made-lists.ts";

describe("a good row", () => {
  test("is a member without a problem", () => {
    const {problems, members} = check(memberList({}));
    expect(problems).toEqual([]);
    expect(members).toEqual([
      expect.objectContaining({
        file: "members.csv",
        row: 2,
        urn: 900001,
        role: "member",
        from_date: {earliest: "2018-09-01", latest: "2018-09-01"},
        to_date: null,
        cost_per_year: 1200,
        evidence: "B",
        note: null
      })
    ]);
  });
});

describe("a cell that will not do is told with its row, its column and what to do", () => {
  test.each([
    [{urn: "900001.0"}, "2 urn urn_mangled stops", "if the URN is 900001, write 900001"],
    [{urn: "900 001"}, "2 urn urn_mangled stops", "write 900001"],
    [{urn: "'900001"}, "2 urn urn_mangled stops", "write 900001"],
    [{urn: "URN 900001"}, "2 urn urn_mangled stops", "write 900001"],
    [{urn: "9.00001E+05"}, "2 urn urn_mangled stops", "write 900001"],
    [{urn: "9.00E+05"}, "2 urn urn_short stops", "look the URN up"],
    [{urn: "90001"}, "2 urn urn_wrong stops", "it has 5 digits"],
    [{urn: "901/4001"}, "2 urn urn_wrong stops", "local authority and establishment number"],
    [{urn: "10012345"}, "2 urn urn_wrong stops", "UKPRN"],
    [{urn: "900001; 900002"}, "2 urn urn_several stops", "a row of its own"],
    [{urn: ""}, "2 urn urn_missing stops", "Get Information about Schools"],
    [{role: "Lead school"}, "2 role unknown_role stops", "if you mean supporter, write supporter"],
    [{role: "suported"}, "2 role unknown_role stops", "if you mean supported, write supported"],
    [{role: ""}, "2 role empty stops", "supported, supporter, member"],
    [
      {partnership_kind: "area partnership"},
      "2 partnership_kind unknown_type_of_partnership stops",
      "write area_based_partnership"
    ],
    [
      {date_precision: "approximate"},
      "2 date_precision unknown_precision stops",
      "write one of day, month, term, year"
    ],
    [{date_precision: "days"}, "2 date_precision unknown_precision stops", "write day"],
    [{from_date: ""}, "2 from_date no_from_date warns", "give at least the academic year"],
    [{from_date: "09/30/2018"}, "2 from_date date_american stops", "write 30/09/2018"],
    [{to_date: "31/08/2017"}, "2 to_date ends_before_start stops", "look both dates up"],
    [{from_date: "01/09/2025"}, "2 from_date joins_after_source warns", "source_date"],
    [{cost_per_year: "£1,200"}, "2 cost_per_year cost_not_a_number stops", "write 1200"],
    [{cost_per_year: "tbc"}, "2 cost_per_year cost_not_a_number stops", "leave it empty"],
    [{cost_per_year: "-5"}, "2 cost_per_year cost_negative stops", "plain number"],
    [{partnership_id: "Marsh Learning"}, "2 partnership_id bad_id stops", "write marsh_learning"],
    [{partnership_name: ""}, "2 partnership_name empty stops", "fill it in"],
    [{source_url: "our website"}, "2 source_url not_an_address warns", "https://"],
    [{source_url: ""}, "2 source_url no_source warns", "where this can be read"],
    [{evidence: "D"}, "2 evidence unknown_grade_of_evidence stops", "A (a file), B (a page), C (a report)"],
    [{note: "=HYPERLINK(1)"}, "2 note formula stops", "beginning with a letter"],
    [{partnership_id: "example_partnership"}, "2 row example_row stops", "delete the row"]
  ])("%j", (row, place, fix) => {
    const problems = findProblems(row);
    expect(problems.map(brief)).toEqual([place]);
    expect(problems[0].fix).toContain(fix);
  });

  test("and every one of a row is told at once", () => {
    const problems = findProblems({urn: "1", role: "boss", cost_per_year: "free", from_date: "43344"});
    expect(problems.map(({column}) => column).sort()).toEqual(["cost_per_year", "from_date", "role", "urn"]);
  });
});

describe("a row", () => {
  test("that stops is no member", () => expect(check(memberList({urn: "900001.0"})).members).toEqual([]));

  test("that only warns is one", () => expect(check(memberList({from_date: ""})).members).toHaveLength(1));
});

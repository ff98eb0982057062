import {describe, expect, test} from "vitest";
import {mapOfAreas, type SeenAt} from "../../../src/schools/geography/map-of-areas.ts";
import type {ProgrammeArea, SchoolOnMap} from "../../../src/schools/geography/programme.ts";
import {schoolsOfProgramme} from "../../../src/schools/geography/schools-of-programme.ts";

const programme = {programme: "synthetic", phases: ["secondary"]} as const;

const area: ProgrammeArea = {
  programme: "synthetic",
  part: "phase 1",
  area_level: "LA",
  la_code: "836",
  ons_code: "",
  area_name: "Poole",
  coverage: "whole",
  start: "2005-09",
  start_precision: "month",
  end: "2008",
  end_precision: "year"
};
const district: ProgrammeArea = {...area, area_level: "LAD", la_code: "933", ons_code: "E07000191"};

const areasOn = mapOfAreas([
  {date: "2019-04-01", level: "LA", from_code: "835", to_code: "839"},
  {date: "2019-04-01", level: "LA", from_code: "836", to_code: "839"},
  {date: "2009-04-01", level: "LA", from_code: "820", to_code: "822"},
  {date: "2009-04-01", level: "LA", from_code: "820", to_code: "823"},
  {date: "2019-04-01", level: "LAD", from_code: "E07000190", to_code: "E07000246"},
  {date: "2019-04-01", level: "LAD", from_code: "E07000191", to_code: "E07000246"}
]);

const seen = (code: string, on: string): SeenAt => ({level: code.startsWith("E") ? "LAD" : "LA", code, on});
const school = (places: SeenAt[], rest: Partial<SchoolOnMap> = {}): SchoolOnMap => ({
  urn: 900001,
  phase: "secondary",
  opened: null,
  closed: null,
  places,
  ...rest
});
const inPoole = [seen("836", "2010-01-01")];
const expand = (one: SchoolOnMap, at = area) => schoolsOfProgramme(programme, [at], [one], areasOn);
const whyNot = (one: SchoolOnMap, at = area) => expand(one, at).undecided.map(({why}) => why);
const evidence = (one: SchoolOnMap, at = area) => expand(one, at).members.map((member) => member.evidence);

describe("schoolsOfProgramme(programme, areas, schools, areasOn)", () => {
  test("gives a school of the area the dates of the programme, as far as they are known", () => {
    expect(expand(school(inPoole)).members).toEqual([
      {
        programme: "synthetic",
        part: "phase 1",
        area_code: "836",
        urn: 900001,
        joined: "2005-09-01",
        joined_precision: "month",
        left: "2008-12-31",
        left_precision: "year",
        evidence: "seen"
      }
    ]);
  });

  test("lets a school that opens later join on its first day", () => {
    const [member] = expand(school(inPoole, {opened: "2006-09-01"})).members;
    expect(member).toMatchObject({joined: "2006-09-01", joined_precision: "day"});
  });

  test("lets a school that closes leave on its last day", () => {
    const [member] = expand(school(inPoole, {closed: "2007-08-31"})).members;
    expect(member).toMatchObject({left: "2007-08-31", left_precision: "day"});
  });

  test("leaves out schools closed before and opened after", () => {
    const before = school(inPoole, {closed: "2005-08-31"});
    const after = school(inPoole, {opened: "2009-01-01"});
    expect(schoolsOfProgramme(programme, [area], [before, after], areasOn)).toEqual({
      members: [],
      undecided: [],
      not_expanded: []
    });
  });

  test("leaves the end open where the programme goes on, and says that it does", () => {
    const [member] = expand(school(inPoole), {...area, end: "", end_precision: "open"}).members;
    expect(member).toMatchObject({left: null, left_precision: "open"});
  });

  test("leaves out schools of other phases and other areas", () => {
    const others = [school(inPoole, {phase: "primary"}), school([seen("373", "2010-01-01")])];
    const {members, undecided} = schoolsOfProgramme(programme, [area], others, areasOn);
    expect([members, undecided]).toEqual([[], []]);
  });

  test("leaves the areas of other programmes aside", () => {
    expect(expand(school(inPoole), {...area, programme: "another"}).members).toEqual([]);
  });

  test("tells schools without a phase apart, and does not count them", () => {
    const found = expand(school(inPoole, {phase: null}));
    expect([found.members, found.undecided.map(({why}) => why)]).toEqual([[], ["no_phase"]]);
  });

  test("expands no area of which a part belonged, and names it", () => {
    const part = {...area, coverage: "part"} as const;
    expect(expand(school(inPoole), part)).toEqual({members: [], undecided: [], not_expanded: [part]});
  });
});

describe("the map as it was", () => {
  test("finds a school by a code that began later, where that code came from one area alone", () => {
    const bedfordshire = {...area, la_code: "820"};
    expect(evidence(school([seen("823", "2022-01-01")]), bedfordshire)).toEqual(["traced"]);
  });

  test("does not guess where a school of a merged authority was", () => {
    expect(whyNot(school([seen("839", "2022-01-01")]))).toEqual(["merged"]);
  });

  test("decides by an earlier file where a later one cannot", () => {
    expect(evidence(school([seen("839", "2022-01-01"), seen("836", "2018-01-01")]))).toEqual(["seen"]);
    const elsewhere = expand(school([seen("839", "2022-01-01"), seen("835", "2018-01-01")]));
    expect([elsewhere.members, elsewhere.undecided]).toEqual([[], []]);
  });

  test("does not choose between files that contradict each other", () => {
    expect(whyNot(school([seen("836", "2010-01-01"), seen("373", "2015-01-01")]))).toEqual(["contradicting"]);
  });

  test("does not guess for a school that no file places", () => {
    expect(whyNot(school([]))).toEqual(["no_place"]);
  });

  test("finds the schools of a district by an extract of its time", () => {
    expect(evidence(school([seen("E07000191", "2018-01-01")]), district)).toEqual(["seen"]);
  });

  test("does not guess which schools of a merged district were in the old one", () => {
    expect(whyNot(school([seen("E07000246", "2020-01-01"), seen("933", "2020-01-01")]), district)).toEqual(["merged"]);
  });

  test("does not guess districts from authorities, but leaves out schools of other authorities", () => {
    expect(whyNot(school([seen("933", "2020-01-01")]), district)).toEqual(["no_district"]);
    expect(expand(school([seen("373", "2020-01-01")]), district).undecided).toEqual([]);
  });
});

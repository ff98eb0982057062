import {describe, expect, test} from "vitest";
import {readAreaChanges} from "../../../pipelines/memberships/facts/la-changes.ts";
import {readProgrammeAreas} from "../../../pipelines/memberships/facts/programme-areas.ts";
import {partnershipTables} from "../../../pipelines/read/facts-table.ts";
import {candidateAreas} from "../../../src/schools/geography/candidate-areas.ts";
import {isWithin} from "../../../src/schools/geography/is-within.ts";
import {mapOfAreas, type SeenAt} from "../../../src/schools/geography/map-of-areas.ts";

const areas = readProgrammeAreas(partnershipTables);
const areasOn = mapOfAreas(readAreaChanges(partnershipTables));
const candidates = candidateAreas(areas, areasOn);
const la = (code: string, on: string): SeenAt => ({level: "LA", code, on});
const lad = (code: string, on: string): SeenAt => ({level: "LAD", code, on});

describe("candidateAreas(areas, areasOn)(school)", () => {
  test.each([
    ["an authority that never changed", [la("373", "2019-01-15")]],
    ["a merged authority", [la("839", "2022-01-15")]],
    ["an authority since split", [la("928", "2010-01-15")]],
    ["two authorities", [la("301", "2010-01-15"), la("311", "2015-01-15")]],
    ["an authority with districts of programmes", [la("933", "2024-01-15")]],
    ["an authority and a district", [la("933", "2018-01-15"), lad("E07000191", "2018-01-15")]],
    ["an authority and a merged district", [la("815", "2024-01-15"), lad("E06000065", "2024-01-15")]],
    ["a district alone", [lad("E07000148", "2018-01-15")]],
    ["nowhere", []]
  ])("leaves out no area that a school seen in %s may have lain in", (_, places) => {
    const school = {urn: 900001, phase: "secondary", opened: null, closed: null, places} as const;
    const possible = areas.filter((area) => isWithin(area, school, areasOn) !== "outside");
    const found = new Set(candidates(school));
    expect(possible.length).toBeGreaterThan(0);
    expect(possible.filter((area) => !found.has(area))).toEqual([]);
  });

  test("leaves out areas of other authorities", () => {
    const school = {urn: 900001, phase: null, opened: null, closed: null, places: [la("373", "2019-01-15")]};
    expect(new Set(candidates(school).map(({la_code}) => la_code))).toEqual(new Set(["373"]));
  });
});

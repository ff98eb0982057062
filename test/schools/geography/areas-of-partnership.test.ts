import {describe, expect, test} from "vitest";
import {areasOfPartnership, type PartnershipOfArea} from "../../../src/schools/geography/areas-of-partnership.ts";
import {mapOfAreas} from "../../../src/schools/geography/map-of-areas.ts";
import {schoolsOfProgramme} from "../../../src/schools/geography/schools-of-programme.ts";

const partnership: PartnershipOfArea = {
  partnership_id: "synthetic",
  la_codes: ["301", "302"],
  schools: "all",
  start: "2016-11",
  start_precision: "month",
  end: "",
  end_precision: "open"
};
const makeName = (code: string) => `Authority ${code}`;

describe("areasOfPartnership(partnership, makeName)", () => {
  test("gives its authorities, whose schools are then found as a programme’s are", () => {
    const areas = areasOfPartnership(partnership, makeName);
    expect(areas.map(({area_name}) => area_name)).toEqual(["Authority 301", "Authority 302"]);
    const school = {
      urn: 900001,
      phase: "primary",
      opened: null,
      closed: null,
      places: [{level: "LA", code: "302", on: "2019-01-15"}]
    } as const;
    const {members} = schoolsOfProgramme(
      {programme: "synthetic", phases: ["primary"]},
      areas,
      [school],
      mapOfAreas([])
    );
    expect(members).toMatchObject([{urn: 900001, area_code: "302", joined: "2016-11-01", left: null}]);
  });

  test.each(["list", "unknown"] as const)("gives none where its schools are of a %s", (schools) => {
    expect(areasOfPartnership({...partnership, schools}, makeName)).toEqual([]);
  });

  test("gives none where its start is unknown", () => {
    expect(areasOfPartnership({...partnership, start: "", start_precision: "unknown"}, makeName)).toEqual([]);
  });
});

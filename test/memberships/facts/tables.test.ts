import {existsSync, readFileSync} from "node:fs";
import {csvParse} from "d3";
import {describe, expect, test} from "vitest";
import {readAreaPartnerships} from "../../../pipelines/memberships/facts/area-partnerships.ts";
import {readAreaChanges} from "../../../pipelines/memberships/facts/la-changes.ts";
import {readLeadershipPhases, readLeadershipPolicies} from "../../../pipelines/memberships/facts/leadership.ts";
import {readLocalAuthorities} from "../../../pipelines/memberships/facts/local-authorities.ts";
import {readNotPartnerships} from "../../../pipelines/memberships/facts/not-partnerships.ts";
import {readProgrammeAreas} from "../../../pipelines/memberships/facts/programme-areas.ts";
import {readProgrammes} from "../../../pipelines/memberships/facts/programmes.ts";
import {partnershipTables as folder} from "../../../pipelines/read/facts-table.ts";
import {areasOfHubs, readTeachingSchoolHubs} from "../../../pipelines/memberships/facts/teaching-school-hubs.ts";
import {areaModel} from "../../../src/vocabulary/area-model.ts";
import {areasOfPartnership} from "../../../src/schools/geography/areas-of-partnership.ts";
import {findCode} from "../../../src/schools/geography/programme.ts";
import {dayBefore, firstDay} from "../../../src/vocabulary/partial-date.ts";
import {partnershipTypes} from "../../../src/vocabulary/partnership-types/index.ts";

const authorities = readLocalAuthorities(folder);
const changes = readAreaChanges(folder);
const programmes = readProgrammes(folder);
const areas = readProgrammeAreas(folder);
const partnerships = readAreaPartnerships(folder);
const phases = readLeadershipPhases(folder);
const policies = readLeadershipPolicies(folder);
const notPartnerships = readNotPartnerships(folder);
const hubs = readTeachingSchoolHubs("test/memberships/facts/input");

const repeated = (keys: string[]) => keys.filter((key, i) => keys.indexOf(key) < i);
const byCode = new Map(authorities.map((authority) => [authority.la_code, authority]));

describe("every table of facts", () => {
  const all = [authorities, changes, programmes, areas, partnerships, phases, policies, notPartnerships];

  test("has rows, each with a source", () => {
    expect(all.filter((rows) => rows.length === 0)).toEqual([]);
    expect(all.flat().filter(({source}) => !source.trim())).toEqual([]);
  });

  test("calls a row unverified where no document was seen, and gives it no date", () => {
    const unseen = all.flat().filter(({source}) => source.startsWith("no document seen"));
    expect(unseen.length).toBeGreaterThan(0);
    expect(unseen.filter((row) => row.confidence !== "unverified" || row.source_date !== "undated")).toEqual([]);
  });
});

describe("the list of local authorities", () => {
  test("has each code once", () => {
    expect(repeated(authorities.map(({la_code}) => la_code))).toEqual([]);
  });

  test("has as many in force as the Department counted in each period", () => {
    const inForce = (on: string) =>
      authorities.filter(({from_date, to_date}) => (!from_date || from_date <= on) && (!to_date || to_date >= on))
        .length;
    expect(["2008-09-01", "2015-09-01", "2020-09-01", "2022-09-01", "2024-09-01"].map(inForce)).toEqual([
      150, 152, 151, 152, 153
    ]);
  });

  test("agrees with the reorganisations on first and last days", () => {
    const ofAuthorities = changes.filter(({level}) => level === "LA");
    const wrong = ofAuthorities.filter(
      ({date, from_code, to_code}) =>
        byCode.get(from_code)?.to_date !== dayBefore(date) || byCode.get(to_code)?.from_date !== date
    );
    expect(wrong).toEqual([]);
    const dated = authorities.filter(({from_date, to_date}) => from_date || to_date).map(({la_code}) => la_code);
    const named = new Set(ofAuthorities.flatMap(({from_code, to_code}) => [from_code, to_code]));
    expect(dated.filter((code) => !named.has(code))).toEqual([]);
  });

  const published = "../shared/columns/la_and_region_codes_2022-23.csv";
  test.skipIf(!existsSync(published))("has the codes of 2022/23 and no others then (needs ../shared/columns)", () => {
    const codes = csvParse(readFileSync(published, "utf8")).map((row) => row["LEA"]);
    const ours = authorities.filter(({to_date}) => !to_date).map(({la_code}) => la_code);
    expect([...ours].sort()).toEqual([...codes].sort());
  });

  test("has Corby and Kettering’s authority under 940, which one published list has under 941", () => {
    expect([byCode.get("940")?.name, byCode.get("941")?.name]).toEqual([
      "North Northamptonshire",
      "West Northamptonshire"
    ]);
  });
});

describe("the reorganisations", () => {
  test("name each step once, and no code that becomes itself", () => {
    expect(repeated(changes.map(({date, from_code, to_code}) => `${date} ${from_code} ${to_code}`))).toEqual([]);
    expect(changes.filter(({from_code, to_code}) => from_code === to_code)).toEqual([]);
  });

  test("end a code on one day only, and begin it on one day only", () => {
    const days = (side: "from_code" | "to_code") =>
      new Set(changes.map((change) => `${change[side]} ${change.date}`)).size -
      new Set(changes.map((change) => change[side])).size;
    expect([days("from_code"), days("to_code")]).toEqual([0, 0]);
  });
});

describe("the programmes", () => {
  test("have each id once", () => {
    expect(repeated(programmes.map(({programme}) => programme))).toEqual([]);
  });

  test("take members from where their kind does", () => {
    const odd = programmes.filter(
      ({partnership_type, membership}) => !partnershipTypes[partnership_type].membership.includes(membership)
    );
    expect(
      odd.map(({programme, partnership_type, membership}) => `${programme}: ${membership}, ${partnership_type}`)
    ).toEqual(["excellence_clusters: list, excellence_in_cities"]);
  });

  test("that come from geography have areas, all but hubs, whose list is fetched", () => {
    const withAreas = new Set(areas.map(({programme}) => programme));
    const lacking = programmes.filter(
      ({membership, programme}) => membership === "geography" && !withAreas.has(programme)
    );
    expect(lacking.map(({programme}) => programme)).toEqual(["teaching_school_hubs"]);
  });
});

describe("the areas of programmes", () => {
  test("belong to a programme of the list, and lie within its years", () => {
    const known = new Map(programmes.map((one) => [one.programme, one]));
    expect(areas.filter(({programme}) => !known.has(programme))).toEqual([]);
    const early = areas.filter(({programme, start}) => firstDay(start) < firstDay(known.get(programme)!.start));
    expect(early.map(({programme, part}) => `${programme} ${part}`)).toEqual([]);
  });

  test("are each named once in a part", () => {
    expect(repeated(areas.map((area) => `${area.programme} ${area.part} ${findCode(area)}`))).toEqual([]);
  });

  test("carry codes that were in force when the programme began there", () => {
    const wrong = areas.filter(({la_code, start}) => {
      const authority = byCode.get(la_code);
      const on = firstDay(start);
      return (
        !authority || (authority.from_date && authority.from_date > on) || (authority.to_date && authority.to_date < on)
      );
    });
    expect(wrong.map(({programme, la_code}) => `${programme} ${la_code}`)).toEqual([]);
  });

  test("carry ONS codes of their authority, or of a district in force then", () => {
    const ended = (code: string, on: string) => changes.some((one) => one.from_code === code && one.date <= on);
    const begun = (code: string, on: string) => !changes.some((one) => one.to_code === code && one.date > on);
    const wrong = areas.filter(({area_level, la_code, ons_code, start}) =>
      area_level === "LAD"
        ? ended(ons_code, firstDay(start)) || !begun(ons_code, firstDay(start))
        : ons_code && !byCode.get(la_code)!.ons_codes.includes(ons_code)
    );
    expect(wrong.map(({programme, ons_code}) => `${programme} ${ons_code}`)).toEqual([]);
  });

  test("are as many as their sources count", () => {
    const count = (programme: string, part = "") =>
      areas.filter((area) => area.programme === programme && area.part.startsWith(part)).length;
    expect({
      excellence_in_cities: ["phase 1", "phase 2", "phase 3"].map((part) => count("excellence_in_cities", part)),
      education_investment_areas: count("education_investment_areas"),
      london: count("city_challenge", "London"),
      greater_manchester: count("city_challenge", "Greater Manchester")
    }).toEqual({
      excellence_in_cities: [25, 23, 10],
      education_investment_areas: 55,
      london: 33,
      greater_manchester: 10
    });
  });

  test("take twelve opportunity areas and 24 priority areas, of which Fenland and East Cambridgeshire are one", () => {
    const priority = areas.filter(({programme}) => programme === "priority_education_investment_areas");
    const opportunity = areas.filter(({programme}) => programme === "opportunity_areas");
    expect([opportunity.length - 1, priority.length - 1]).toEqual([12, 24]);
  });

  test("call every cluster, zone and pathfinder a part of its authority", () => {
    const parts = ["excellence_clusters", "education_action_zones", "pathfinders_14_19", "diploma_consortia"];
    expect(areas.filter(({programme, coverage}) => parts.includes(programme) && coverage === "whole")).toEqual([]);
  });
});

describe("the register of area partnerships", () => {
  test("has each id once, and authorities of the list", () => {
    expect(repeated(partnerships.map(({partnership_id}) => partnership_id))).toEqual([]);
    expect(
      partnerships.filter(({la_codes}) => la_codes.length === 0 || la_codes.some((code) => !byCode.has(code)))
    ).toEqual([]);
  });

  test("has those that were given a model in print", () => {
    const given = partnerships.filter(({published_model}) => published_model);
    expect(given.map(({partnership_id, published_model}) => `${partnership_id} ${published_model}`).sort()).toEqual([
      "birmingham_education_partnership 2",
      "brent_schools_partnership 3",
      "herts_for_learning 1",
      "learn_sheffield 2",
      "newham_partnership_working 3",
      "octavo_partnership 1",
      "schools_north_east 4",
      "wigan_consortia 4"
    ]);
  });

  test("allows by its services the model that was given in print", () => {
    const given = partnerships.filter(({published_model}) => published_model);
    const barred = given.filter((one) => !areaModel(one).possible.some((model) => `${model}` === one.published_model));
    expect(barred.map(({partnership_id}) => partnership_id)).toEqual([]);
  });

  test("expands where all schools of an authority belong, but for one without a start", () => {
    const all = partnerships.filter(({schools}) => schools === "all");
    const without = all.filter((one) => !areasOfPartnership(one, (code) => byCode.get(code)!.name).length);
    expect(without.map(({partnership_id}) => partnership_id)).toEqual(["barnsley_schools_alliance"]);
  });

  test("says no of a service only where it says what that rests on", () => {
    const services = ["statutory_school_improvement", "traded_school_improvement", "traded_business_support"] as const;
    const bare = partnerships.filter(
      (one) => services.some((service) => one[service] === "no") && !/rests? on|keeps|stays/.test(one.note)
    );
    expect(bare.map(({partnership_id}) => partnership_id)).toEqual([]);
  });

  test("holds no name that is known not to be one", () => {
    const names = new Set(partnerships.map(({name}) => name));
    expect(notPartnerships.filter(({name}) => names.has(name))).toEqual([]);
  });
});

describe("the phases of leadership", () => {
  test("are four, each the two ways of leading and of living together once", () => {
    expect(phases.map(({phase}) => phase)).toEqual(["1", "2", "3", "4"]);
    expect(new Set(phases.map(({leadership, schools}) => `${leadership} ${schools}`)).size).toBe(4);
  });

  test("have policies each, with programmes of the list", () => {
    const known = new Set(programmes.map(({programme}) => programme));
    expect(new Set(policies.map(({phase}) => phase))).toEqual(new Set(["1", "2", "3", "4"]));
    expect(policies.flatMap((policy) => policy.programmes).filter((id) => !known.has(id))).toEqual([]);
  });
});

describe("the list of teaching school hubs", () => {
  test("is committed as its columns alone, until it is fetched", () => {
    expect(readTeachingSchoolHubs(folder)).toEqual([]);
  });

  test("gives districts, and wards as parts of theirs, as areas of the programme", () => {
    expect(
      areasOfHubs(hubs).map(({part, ons_code, area_name, coverage}) => [part, ons_code, area_name, coverage])
    ).toEqual([
      ["Invented Hub North", "E08000011", "Knowsley", "whole"],
      ["Invented Hub North", "E08000013", "St Helens", "whole"],
      ["Invented Hub City", "E08000025", "Birmingham: Invented Ward", "part"]
    ]);
  });
});

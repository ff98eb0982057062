import {rm} from "node:fs/promises";
import {describe, expect, test} from "vitest";
import census from "../../../pipelines/sources/school_characteristics_ees/source.ts";
import type {Source} from "../../../src/published-files/source.ts";
import {calmContext} from "../../support/publishers/calm-context.ts";
import {groundFor, reported} from "../../support/publishers/fetch-run.ts";
import {censusSet} from "../../support/publishers/made-census.ts";
import {startPublishers} from "../../support/publishers/server.ts";
import {statisticsApi, type MadeVersion} from "../../support/publishers/statistics-api.ts";

const dataSet = "019e7403-4523-7749-b530-159f451dd83c";
const first: MadeVersion = {version: "1.0", published: "2026-06-04T08:30:00Z", set: censusSet};
const path = "school_characteristics_ees/school-pupils-and-their-characteristics_2022-23_v1.0.csv";

async function ground(versions: MadeVersion[] = [first], source: Source = census) {
  const local = await startPublishers(statisticsApi({[dataSet]: versions}));
  return {...(await groundFor([source], calmContext(local, {tries: 2}))), local};
}

describe("fetching rows of a data set that is too large to be fetched whole", () => {
  test("brings the rows that are wanted, in the publisher’s columns", async () => {
    const {fetch, files} = await ground();
    expect(reported(await fetch())).toEqual({came: [path], kept: [], missed: []});
    expect((await files())[path])
      .toBe(`time_period,geographic_level,school_urn,school_laestab,school_name,phase_type_grouping,sex,attendance_pattern,breakdown,pupil_count,pupil_percent
202526,School,900001,9014001,Ash Grove School,State-funded secondary,Total,Total,Total,1200,100
202526,School,900001,9014001,Ash Grove School,State-funded secondary,Total,Total,FSM eligible,600,50
202526,School,900001,9014001,Ash Grove School,State-funded secondary,Total,Total,First language other than English,400,${100 / 3}
202526,School,900002,9012002,"Mere, the Primary School",State-funded primary,Total,Total,Total,200,100
202526,School,900002,9012002,"Mere, the Primary School",State-funded primary,Total,Total,FSM eligible,100,50
202526,School,900002,9012002,"Mere, the Primary School",State-funded primary,Total,Total,First language other than English,${200 / 3},${100 / 3}
`);
  });

  test("asks for the exact version, one condition a filter, and never for the file", async () => {
    const {fetch, local} = await ground();
    await fetch();
    expect(local.asked.map(({path: asked}) => asked.split("/").at(-1))).toEqual(["versions", "meta", "query"]);
    const {query, body} = local.asked[2];
    expect(query.get("dataSetVersion")).toBe("1.0");
    expect((JSON.parse(body) as {criteria: {and: unknown[]}}).criteria.and).toEqual([
      {geographicLevels: {eq: "SCH"}},
      {filters: {in: ["P1", "S1", "X1"]}},
      {filters: {in: ["X0"]}},
      {filters: {in: ["A0"]}},
      {filters: {in: ["B0", "B1", "B2"]}}
    ]);
  });

  test("asks for no row again of a version that it holds", async () => {
    const {fetch, local} = await ground();
    await fetch();
    local.asked.length = 0;
    expect(reported(await fetch()).kept).toEqual([path]);
    expect(local.asked.map(({path: asked}) => asked.split("/").at(-1))).toEqual(["versions"]);
  });

  test("puts the rows of a new version in the place of the old", async () => {
    const versions = [first];
    const {fetch, files} = await ground(versions);
    await fetch();
    versions.unshift({...first, version: "1.1", published: "2026-09-04T08:30:00Z"});
    await fetch();
    expect(Object.keys(await files())).toEqual([path.replace("v1.0", "v1.1")]);
  });

  test("records the data set, its version and the release", async () => {
    const {fetch, locked} = await ground();
    await fetch();
    expect(await locked()).toMatchObject([{api_data_set: dataSet, version: "1.0", release: "2022-23"}]);
  });

  test("brings the rows of the lock’s version again with --frozen, byte for byte", async () => {
    const versions = [first];
    const {fetch, files, options, local} = await ground(versions);
    await fetch();
    const before = await files();
    await rm(options.to, {recursive: true});
    versions.unshift({...first, version: "1.1", published: "2026-09-04T08:30:00Z"});
    expect(reported(await fetch({frozen: true}))).toEqual({came: [path], kept: [], missed: []});
    expect(await files()).toEqual(before);
    expect(local.asked.at(-1)!.query.get("dataSetVersion")).toBe("1.0");
  });

  test("says what is nearest where an option has another name, and how to get it by hand", async () => {
    const renamed = {
      ...first,
      set: {
        ...censusSet,
        meta: {
          ...censusSet.meta,
          filters: censusSet.meta.filters.map((filter) => ({
            ...filter,
            options: filter.options.map((one) =>
              one.label === "FSM eligible" ? {...one, label: "Eligible for FSM"} : one
            )
          }))
        }
      }
    };
    const {missed} = await (await ground([renamed])).fetch();
    expect(missed[0].why).toContain("no option “FSM eligible” of breakdown; the nearest: Eligible for FSM");
    expect(missed[0].by_hand?.click).toContain("breakdown: Total, FSM eligible, First language other than English");
  });

  test("says so where no school has such a row", async () => {
    const none = {...first, set: {...censusSet, rows: censusSet.rows.slice(0, 1)}};
    expect(reported(await (await ground([none])).fetch()).missed[0]).toContain("has no row of schools");
  });
});

import {gunzipSync} from "node:zlib";
import {beforeAll, describe, expect, test} from "vitest";
import {request} from "undici";
import type {Paginated, Problem, QueryResult} from "../../../pipelines/fetch/statistics/objects.ts";
import {absenceSet, manyRows} from "../../support/publishers/made-data-set.ts";
import {startPublishers, type LocalPublishers} from "../../support/publishers/server.ts";
import {statisticsApi} from "../../support/publishers/statistics-api.ts";

// The local service has the semantics of the real one: what the client is tested against is tested here.

type Answer = Paginated<QueryResult> & {warnings?: Problem[]; errors?: Problem[]};

let local: LocalPublishers;
beforeAll(async () => {
  local = await startPublishers(
    statisticsApi({
      absence: [
        {version: "2.0", published: "2025-03-01T09:30:00Z", set: absenceSet, status: "Withdrawn"},
        {version: "1.0.1", published: "2024-05-01T09:30:00Z", set: manyRows(11)},
        {version: "1.0", published: "2024-03-01T09:30:00Z", set: absenceSet}
      ],
      many: [{version: "1.0", published: "2024-03-01T09:30:00Z", set: manyRows(2500)}]
    })
  );
});

async function get(query: string, id = "absence"): Promise<{status: number; body: Answer}> {
  const {statusCode, body} = await request(`${local.origin}/statistics/v1/data-sets/${id}/${query}`);
  return {status: statusCode, body: (await body.json()) as Answer};
}

async function post(query: unknown, {id = "absence", address = "query?dataSetVersion=1.0"} = {}) {
  const {statusCode, body} = await request(`${local.origin}/statistics/v1/data-sets/${id}/${address}`, {
    method: "POST",
    body: JSON.stringify(query),
    headers: {"content-type": "application/json"}
  });
  return {status: statusCode, body: (await body.json()) as Answer};
}

const codes = ({body}: {body: Answer}): (string | undefined)[] =>
  (body.errors ?? body.warnings ?? []).map(({code}) => code);

describe("the local Explore Education Statistics API, as the real one,", () => {
  test("gives pages of 1,000 rows unasked, none twice, in one order", async () => {
    const pages = await Promise.all([1, 2, 3].map((page) => get(`query?page=${page}`, "many")));
    const rows = pages.flatMap(({body}) => body.results.map(({values}) => values["dP0Zw"]));
    expect([pages[0].body.paging.totalPages, rows.length, new Set(rows).size]).toEqual([3, 2500, 2500]);
  });

  test("rejects more than 10,000 rows a page", async () => {
    expect(codes(await post({pageSize: 10_001}))).toEqual(["InclusiveBetween"]);
  });

  test("joins options of two filters in one list by OR", async () => {
    const {body} = await post({criteria: {filters: {in: ["0kT5D", "IzBzg"]}}});
    // Two secondary schools in three years, and three national rows of year 4.
    expect(body.paging.totalResults).toBe(9);
  });

  test("joins two filters under “and” by AND", async () => {
    const {body} = await post({criteria: {and: [{filters: {in: ["0kT5D"]}}, {filters: {in: ["IzBzg"]}}]}});
    expect(body.paging.totalResults).toBe(0);
  });

  test("reads “not” of two facets as neither", async () => {
    const facets = {geographicLevels: {eq: "SCH"}, timePeriods: {eq: {period: "2020/2021", code: "AY"}}};
    const {body} = await post({criteria: {not: facets}});
    // Not a school, and not of 2020/21: three other rows in each of two years.
    expect(body.paging.totalResults).toBe(6);
  });

  test("warns of an option it does not have, and finds nothing", async () => {
    const answer = await post({criteria: {filters: {eq: "nope1"}}});
    expect([answer.status, answer.body.results, codes(answer)]).toEqual([
      200,
      [],
      ["FiltersNotFound", "QueryNoResults"]
    ]);
  });

  test("rejects an indicator it does not have", async () => {
    const answer = await post({indicators: ["nope1"]});
    expect([answer.status, codes(answer)]).toEqual([400, ["IndicatorsNotFound"]]);
  });

  test("warns of a period it does not have, and compares with it to nothing", async () => {
    const answer = await post({criteria: {timePeriods: {gte: {period: "2030/2031", code: "AY"}}}});
    expect([answer.body.results, codes(answer)]).toEqual([[], ["TimePeriodsNotFound", "QueryNoResults"]]);
  });

  test("reads a year alone as the range that begins with it", async () => {
    const [alone, range] = await Promise.all([
      get("query?dataSetVersion=1.0&timePeriods.eq=2020|AY"),
      get("query?dataSetVersion=1.0&timePeriods.eq=2020/2021|AY")
    ]);
    expect([alone.body.paging.totalResults, alone.body]).toEqual([9, range.body]);
  });

  test("rejects a range of more than a year", async () => {
    expect(codes(await get("query?timePeriods.eq=2020/2022|AY"))).toEqual(["TimePeriodInvalidYearRange"]);
  });

  test("finds one school by its URN", async () => {
    const {body} = await get("query?dataSetVersion=1.0&locations.eq=SCH|urn|900003");
    expect([...new Set(body.results.map(({locations}) => locations["SCH"]))]).toEqual(["Sch2x"]);
  });

  test("finds an authority by its old code", async () => {
    const {body} = await get("query?dataSetVersion=1.0&locations.eq=LA|oldCode|901&geographicLevels.eq=LA");
    expect([...new Set(body.results.map(({locations}) => locations["LA"]))]).toEqual(["O7CLF"]);
  });

  test("rejects an authority by a URN", async () => {
    expect(codes(await get("query?locations.eq=LA|urn|1"))).toEqual(["LocationAllowedProperty"]);
  });

  test("gives values as text, codes and nothing among them", async () => {
    const {body} = await post({
      criteria: {geographicLevels: {eq: "SCH"}, timePeriods: {eq: {period: "2020", code: "AY"}}}
    });
    expect(body.results.map(({values}) => values["IzBzg"])).toEqual(["0.4", "c", "z", "x", "low", ""]);
  });

  test("gives all indicators if none is named", async () => {
    const {body} = await post({});
    expect(Object.keys(body.results[0].values).sort()).toEqual(["7zXob", "IzBzg", "dP0Zw"]);
  });

  test("rejects a page in the address of a POST", async () => {
    const answer = await post({}, {address: "query?page=2"});
    expect([answer.status, codes(answer)]).toEqual([400, ["UnknownField"]]);
  });

  test("rejects a member of the body it does not know", async () => {
    expect(codes(await post({pagesize: 10}))).toEqual(["UnknownField"]);
  });

  test.each([
    ["1.0", 27],
    ["1", 27],
    ["1.0.1", 11],
    ["1.0.*", 11],
    ["v1.0", 27]
  ])("has %s for the version with %i rows", async (version, rows) => {
    expect((await get(`query?dataSetVersion=${version}`)).body.paging.totalResults).toBe(rows);
  });

  test("has no version 9.9", async () => {
    expect((await get("query?dataSetVersion=9.9")).status).toBe(404);
  });

  test("forbids a version that was withdrawn", async () => {
    expect((await get("query?dataSetVersion=2.0")).status).toBe(403);
  });

  test("sends its CSV as gzip, and says so, whatever is asked for", async () => {
    const {headers, body} = await request(`${local.origin}/statistics/v1/data-sets/absence/csv?dataSetVersion=1.0`);
    const text = gunzipSync(Buffer.from(await body.arrayBuffer())).toString();
    expect([headers["content-encoding"], text.split("\r\n").length]).toEqual(["gzip", 1 + 27 + 1]);
  });

  test("answers to paths in capitals", async () => {
    expect((await get("QUERY", "ABSENCE")).status).toBe(200);
  });

  test("writes labels into the ids of debug rows, and warns", async () => {
    const answer = await post({debug: true});
    expect([Object.keys(answer.body.results[0].values)[0], codes(answer)]).toEqual([
      "dP0Zw :: label",
      ["DebugEnabled"]
    ]);
  });
});

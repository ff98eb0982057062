import {describe, expect, test} from "vitest";
import {queryAll} from "../../../pipelines/fetch/statistics/query.ts";
import {calmContext} from "../../support/publishers/calm-context.ts";
import {answers, answersWithPage} from "../../support/publishers/faults.ts";
import {absenceSet, manyRows} from "../../support/publishers/made-data-set.ts";
import {startPublishers} from "../../support/publishers/server.ts";
import {statisticsApi} from "../../support/publishers/statistics-api.ts";

const published = "2024-03-01T09:30:00Z";
const start = () =>
  startPublishers(
    statisticsApi({
      absence: [
        {version: "2.0", published, set: absenceSet, status: "Withdrawn"},
        {version: "1.0", published, set: absenceSet}
      ],
      many: [{version: "1.0", published, set: manyRows(2500)}]
    })
  );

describe("queryAll(data set, version, query)", () => {
  test("brings every row of every page, once", async () => {
    const rows = await queryAll("many", "1.0", {}, calmContext(await start()), {rows: 1000});
    expect(new Set(rows.map(({values}) => values["dP0Zw"])).size).toBe(2500);
  });

  test("asks for one page after another, and no more of them", async () => {
    const local = await start();
    await queryAll("many", "1.0", {}, calmContext(local), {rows: 1000});
    expect(local.asked.map(({body}) => (JSON.parse(body) as {page: number}).page)).toEqual([1, 2, 3]);
  });

  test("names the exact version in the address, and nothing else there", async () => {
    const local = await start();
    await queryAll("absence", "1.0", {}, calmContext(local));
    expect([...local.asked[0].query.entries()]).toEqual([["dataSetVersion", "1.0"]]);
  });

  test("asks for half as many rows where the service gives up", async () => {
    const local = await start();
    local.faults.push({path: /query/, times: 2, act: answers(504)});
    const rows = await queryAll("many", "1.0", {}, calmContext(local), {rows: 4000});
    const sizes = local.asked.map(({body}) => (JSON.parse(body) as {pageSize: number}).pageSize);
    expect([sizes, rows.length]).toEqual([[4000, 2000, 1000, 1000, 1000], 2500]);
  });

  test("goes on from where it was, and loses and doubles no row, where the service gives up later", async () => {
    const local = await start();
    local.faults.push({path: /query/, times: 1, after: 1, act: answers(504)});
    const rows = await queryAll("many", "1.0", {}, calmContext(local), {rows: 1000});
    const pages = local.asked.map(({body}) => (JSON.parse(body) as {page: number}).page);
    expect([pages, new Set(rows.map(({values}) => values["dP0Zw"])).size, rows.length]).toEqual([
      [1, 2, 3, 4, 5],
      2500,
      2500
    ]);
  });

  test("stops halving at a page so small that rows are not the reason", async () => {
    const local = await start();
    local.faults.push({path: /query/, times: 99, act: answers(504)});
    await expect(queryAll("many", "1.0", {}, calmContext(local), {rows: 1000})).rejects.toThrow(
      "no answer in time, even for 500 rows"
    );
  });

  test("takes nothing found for no rows", async () => {
    const nothing = {and: [{filters: {eq: "0kT5D"}}, {filters: {eq: "IzBzg"}}]};
    expect(await queryAll("absence", "1.0", {criteria: nothing}, calmContext(await start()))).toEqual([]);
  });

  test("refuses rows beside the warning that an option is not there", async () => {
    const query = {criteria: {filters: {in: ["6jrfe", "nope1"]}}};
    await expect(queryAll("absence", "1.0", query, calmContext(await start()))).rejects.toThrow(
      'FiltersNotFound: One or more filters could not be found. ["nope1"]'
    );
  });

  test("tells by its code what the service rejects, and does not ask again", async () => {
    const local = await start();
    await expect(queryAll("absence", "1.0", {indicators: ["nope1"]}, calmContext(local))).rejects.toMatchObject({
      status: 400,
      codes: ["IndicatorsNotFound"]
    });
    expect(local.asked).toHaveLength(1);
  });

  test("does not ask twice for a version that was withdrawn", async () => {
    const local = await start();
    await expect(queryAll("absence", "2.0", {}, calmContext(local))).rejects.toMatchObject({status: 403});
    expect(local.asked).toHaveLength(1);
  });

  test("waits as long as the service asks, and asks again", async () => {
    const local = await start();
    local.faults.push({path: /query/, times: 1, act: answers(429, {"retry-after": "7"})});
    const context = calmContext(local, {spacing_ms: 0});
    await queryAll("absence", "1.0", {}, context);
    expect(context.slept).toEqual([7000]);
  });

  test("refuses a page with status 200", async () => {
    const local = await start();
    local.faults.push({path: /query/, times: 1, act: answersWithPage});
    await expect(queryAll("absence", "1.0", {}, calmContext(local))).rejects.toThrow("answers with a page");
  });

  test("refuses rows of debug mode", async () => {
    const local = await start();
    const debug = {debug: true} as object;
    await expect(queryAll("absence", "1.0", debug, calmContext(local))).rejects.toThrow("DebugEnabled");
  });

  test("refuses rows whose ids hold labels, though no warning came", async () => {
    const local = await start();
    const row = {
      timePeriod: {code: "AY", period: "2020/2021"},
      geographicLevel: "NAT",
      locations: {},
      filters: {},
      values: {"dP0Zw :: enrolments": "1"}
    };
    const body = JSON.stringify({paging: {page: 1, pageSize: 10, totalResults: 1, totalPages: 1}, results: [row]});
    local.faults.push({path: /query/, times: 1, act: answers(200, {}, body)});
    await expect(queryAll("absence", "1.0", {}, calmContext(local))).rejects.toThrow("debug mode");
  });

  test("refuses a list that grows while it is read", async () => {
    const local = await start();
    const page = (total: number) =>
      JSON.stringify({
        paging: {page: 1, pageSize: 1, totalResults: total, totalPages: 3},
        results: manyRows(1).rows.map(({period, code, level, ...row}) => ({
          ...row,
          timePeriod: {period, code},
          geographicLevel: level
        }))
      });
    local.faults.push(
      {path: /query/, times: 1, act: answers(200, {}, page(2))},
      {path: /query/, times: 1, act: answers(200, {}, page(3))}
    );
    await expect(queryAll("many", "1.0", {}, calmContext(local), {rows: 1})).rejects.toThrow(
      "the list changed while it was read: 2 results, then 3"
    );
  });

  test("refuses an answer without paging", async () => {
    const local = await start();
    local.faults.push({path: /query/, times: 1, act: answers(200, {}, '{"results": []}')});
    await expect(queryAll("absence", "1.0", {}, calmContext(local))).rejects.toThrow("no paging (object)");
  });
});

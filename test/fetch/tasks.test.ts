import {describe, expect, test} from "vitest";
import type {Origin} from "../../src/published-files/origin.ts";
import {listTasks} from "../../pipelines/fetch/tasks.ts";
import {publishers} from "../../pipelines/fetch/publishers.ts";
import {madeSource} from "../support/made-source.ts";

const table = (token: string, years?: {first: number; last: number}): Origin => ({
  service: "performance_tables",
  token,
  member: `england_${token}\\.csv`,
  ...(years ? {years} : {})
});
const addresses = (origin: Origin | Origin[], years: {first: number; last: number} | null = null): URL[] =>
  listTasks([madeSource({origin})], years, publishers).flatMap((e) => (e.kind === "archive" ? new URL(e.url) : []));

describe("listTasks(sources, years)", () => {
  test("asks for one archive a year, and none of a year that was not published", () => {
    const years = addresses(table("ks4"), {first: 2018, last: 2023}).map((url) => url.searchParams.get("year"));
    expect(years).toEqual(["2017-2018", "2018-2019", "2021-2022", "2022-2023"]);
  });

  test.each([
    ["ks4", "ks4,gias"],
    ["gias", "gias,Census"]
  ])("asks for another table with %s alone, because one alone is no archive", (token, filters) => {
    expect(addresses(table(token), {first: 2019, last: 2019})[0]!.searchParams.get("filters")).toBe(filters);
  });

  test("asks for all tables of a year together", () => {
    const sources = ["ks4", "ks2"].map((token) => madeSource({id: token, origin: table(token)}));
    const [task] = listTasks(sources, {first: 2019, last: 2019}, publishers);
    expect(task).toMatchObject({kind: "archive", url: expect.stringContaining("filters=ks4,ks2&") as string});
  });

  test("keeps to the years of an origin", () => {
    const origins = [table("ks4"), table("ks4prov", {first: 2024, last: 2025})];
    const filters = addresses(origins, {first: 2023, last: 2024}).map((url) => url.searchParams.get("filters"));
    expect(filters).toEqual(["ks4,gias", "ks4,ks4prov"]);
  });

  test("asks for one workbook a year", () => {
    const source = madeSource({origin: {service: "finance_workbooks", file: "CFR_YEAR_Full_Data_Workbook.xlsx"}});
    expect(listTasks([source], {first: 2022, last: 2023}, publishers).map(({what}) => what)).toEqual([
      "made 2021/22",
      "made 2022/23"
    ]);
  });

  test("asks for extracts of the day whatever the years", () => {
    const source = madeSource({dated: "snapshot", origin: {service: "register", name: "links_edubasealldata"}});
    expect(listTasks([source], {first: 1999, last: 1999}, publishers)).toHaveLength(1);
  });
});

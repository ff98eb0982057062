import {describe, expect, test} from "vitest";
import type {Origin} from "../../src/published-files/origin.ts";
import type {PublishedYears} from "../../src/published-files/published-years.ts";
import {listTasks, type Wanted} from "../../pipelines/fetch/tasks.ts";
import {publishers} from "../../pipelines/fetch/publishers.ts";
import {madeSource} from "../support/made-source.ts";

const table = (token: string, years?: {first: number; last: number}): Origin => ({
  service: "performance_tables",
  token,
  member: `england_${token}.csv`,
  ...(years ? {years} : {})
});
const all: Wanted = {years: null, newest: 2026, phase: null, extras: true};
const within = (first: number, last: number): Wanted => ({...all, years: {first, last}});
const addresses = (origin: Origin | Origin[], wanted: Wanted = all): URL[] =>
  listTasks([madeSource({origin})], wanted, publishers).flatMap((e) => (e.kind === "archive" ? new URL(e.url) : []));

describe("listTasks(sources, years)", () => {
  test("asks for one archive a year, and none of a year that was not published", () => {
    const years = addresses(table("ks4"), within(2018, 2023)).map((url) => url.searchParams.get("year"));
    expect(years).toEqual(["2017-2018", "2018-2019", "2021-2022", "2022-2023"]);
  });

  test.each([
    ["ks4", "ks4,Census"],
    ["Census", "Census,ks4"]
  ])("asks for another table with %s alone, because one alone is no archive", (token, filters) => {
    expect(addresses(table(token), within(2019, 2019))[0].searchParams.get("filters")).toBe(filters);
  });

  test("asks for all tables of a year together", () => {
    const sources = ["ks4", "ks2"].map((token) => madeSource({id: token, origin: table(token)}));
    const [task] = listTasks(sources, within(2019, 2019), publishers);
    expect(task).toMatchObject({kind: "archive", url: expect.stringContaining("filters=ks4,ks2&") as string});
  });

  test("keeps to the years of an origin", () => {
    const origins = [table("ks4"), table("ks4prov", {first: 2024, last: 2025})];
    const filters = addresses(origins, within(2023, 2024)).map((url) => url.searchParams.get("filters"));
    expect(filters).toEqual(["ks4,Census", "ks4,ks4prov"]);
  });

  test("asks for one workbook a year", () => {
    const source = madeSource({origin: {service: "finance_workbooks", file: "CFR_YEAR_Full_Data_Workbook.xlsx"}});
    expect(listTasks([source], within(2022, 2023), publishers).map(({what}) => what)).toEqual([
      "made 2021/22",
      "made 2022/23"
    ]);
  });

  test("asks for no rolling file, and no rows, that begin after the years wanted", () => {
    const publication = "made-up";
    const origins: Origin[] = [
      {service: "explore_education_statistics", publication, file: "made"},
      {service: "statistics_rows", publication, api_data_set: "made", filters: {}, indicators: []}
    ];
    const source = madeSource({origin: origins, years: {first: 2018, last: 2023}});
    expect(listTasks([source], within(2010, 2017), publishers)).toEqual([]);
    expect(listTasks([source], within(2010, 2018), publishers).map(({kind}) => kind)).toEqual(["statistics", "rows"]);
  });

  test("asks for extracts of the day whatever the years", () => {
    const source = madeSource({
      dated: "snapshot",
      origin: {service: "register", name: "links_edubasealldata", button: "Links"}
    });
    expect(listTasks([source], within(1999, 1999), publishers)).toHaveLength(1);
  });

  test("goes on to the newest year that can be out, whatever was known when it was written", () => {
    const years = (newest: number) =>
      addresses(table("ks4"), {...all, newest}).map((url) => url.searchParams.get("year"));
    expect([years(2026).at(-1), years(2027).at(-1)]).toEqual(["2025-2026", "2026-2027"]);
  });

  test("does not go on with what ended", () => {
    const years = addresses(table("SPINE", {first: 2017, last: 2018})).map((url) => url.searchParams.get("year"));
    expect(years).toEqual(["2016-2017", "2017-2018"]);
  });

  test("goes on with files of a page whose newest known year is past, not where the dataset was discontinued", () => {
    const origin: Origin = {service: "govuk_content", path: "/made", file: "made"};
    const wants = (years: PublishedYears) => listTasks([madeSource({origin, years})], within(2026, 2027), publishers);
    expect(wants({first: 2019, newest_known: 2024})).toHaveLength(1);
    expect(wants({first: 2019, last: 2024})).toEqual([]);
  });

  test("counts a year beyond those seen as one that may not be published yet", () => {
    const tasks = listTasks([madeSource({origin: table("ks4")})], {...all, newest: 2028}, publishers);
    const unseen = tasks.flatMap((task) => (task.kind === "archive" && !task.expected ? task.year : []));
    expect(unseen).toEqual([2026, 2027, 2028]);
  });

  test("leaves out other phases, and what the pages do without", () => {
    const origins: Origin[] = [
      {...table("ks4"), phase: "secondary"},
      {...table("ks2"), phase: "primary"},
      {...table("x"), extra: true}
    ];
    const wanted: Wanted = {years: {first: 2019, last: 2019}, newest: 2026, phase: "secondary", extras: false};
    expect(addresses(origins, wanted).map((url) => url.searchParams.get("filters"))).toEqual(["ks4,Census"]);
  });
});

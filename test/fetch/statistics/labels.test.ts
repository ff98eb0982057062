import {describe, expect, test} from "vitest";
import {labelRows} from "../../../pipelines/fetch/statistics/labels.ts";
import {fetchMeta} from "../../../pipelines/fetch/statistics/meta.ts";
import {queryAll} from "../../../pipelines/fetch/statistics/query.ts";
import {calmContext} from "../../support/publishers/calm-context.ts";
import {absenceSet} from "../../support/publishers/made-data-set.ts";
import {startPublishers} from "../../support/publishers/server.ts";
import {statisticsApi} from "../../support/publishers/statistics-api.ts";

const row = {
  timePeriod: {code: "AY", period: "2020/2021"},
  geographicLevel: "SCH",
  locations: {NAT: "IzBzg", LA: "dP0Zw", SCH: "Sch5x"},
  filters: {"7zXob": "0kT5D", O7CLF: "LxWjE", dP0Zw: "Ac4dm"},
  values: {dP0Zw: "250", "7zXob": "38005", IzBzg: ""}
};

describe("labelRows(rows, meta)", () => {
  test("gives columns and labels for ids, each within its kind", () => {
    const [labelled] = labelRows([row], absenceSet.meta);
    expect([labelled.filters, labelled.values]).toEqual([
      {school_type: "State-funded secondary", ncyear: "Year 8", academy_type: "Sponsor led academy"},
      {enrolments: "250", sess_possible: "38005", sess_unauthorised_percent: ""}
    ]);
  });

  test("gives a school with its numbers, and the authority it is in", () => {
    const {locations} = labelRows([row], absenceSet.meta)[0];
    expect([locations["SCH"]?.urn, locations["LA"]?.oldCode]).toEqual(["900006", "902"]);
  });

  test("leaves out a filter that does not apply", () => {
    const {filters} = labelRows([{...row, filters: {"7zXob": "HTzLj"}}], absenceSet.meta)[0];
    expect(filters).toEqual({school_type: "Total"});
  });

  test("refuses an id that the metadata does not have", () => {
    expect(() => labelRows([{...row, filters: {"7zXob": "gone1"}}], absenceSet.meta)).toThrow(
      "no option of school_type has the id gone1"
    );
  });

  test("resolves every row that a query brings, with the metadata of its version", async () => {
    const local = await startPublishers(
      statisticsApi({absence: [{version: "1.0", published: "2024-03-01T09:30:00Z", set: absenceSet}]})
    );
    const context = calmContext(local);
    const meta = await fetchMeta("absence", "1.0", context);
    const rows = labelRows(await queryAll("absence", "1.0", {}, context), meta);
    expect(rows.filter(({geographic_level}) => geographic_level === "School")).toHaveLength(18);
  });
});

import {describe, expect, test} from "vitest";
import {readYears} from "../../pipelines/outcomes/read-years.ts";
import {stage} from "../../pipelines/stage/staged.ts";
import {readFolderFiles} from "../../pipelines/read/read-folder.ts";
import {readSources} from "../../pipelines/sources.ts";
import {openWarehouse} from "../../pipelines/warehouse.ts";
import type {Measure} from "../../src/vocabulary/measure.ts";
import {noOutcomeReasons, whyNoOutcome} from "../../src/vocabulary/why-no-outcome.ts";
import {emptyFolder, findFolder, ks4File, ks4Row} from "../support/published-files.ts";

describe("whyNoOutcome(measure, read)", () => {
  test.each([
    ["suspension_rate", [{source: "ks4_performance", years: [2019]}], "no_file"],
    ["suspension_rate", [{source: "exclusions", years: []}], "no_file"],
    ["suspension_rate", [], "no_file"],
    ["ks2_attainment", [{source: "ks2_performance", years: [2021]}], "not_these_years"],
    ["attainment8_disadvantaged", [{source: "ks4_performance", years: [2012, 2014]}], "not_these_years"],
    ["attainment8_disadvantaged", [{source: "ks4_performance", years: [2012, 2018]}], "not_read"],
    ["school_sport_hours", [{source: "ks4_performance", years: [2018]}], "never_published"]
  ] as const)("%s with %j is %s", (measure, read, why) => {
    expect(whyNoOutcome(measure, read)).toBe(why);
  });

  test("a measure that is not published of the schools of a phase never was", () => {
    const read = [{source: "ks4_performance", years: [2018]}];
    expect(whyNoOutcome("attainment8_disadvantaged", read, {phase: "primary"})).toBe("never_published");
    expect(whyNoOutcome("attainment8_disadvantaged", read, {phase: "secondary"})).toBe("not_read");
  });

  test("a measure told years after is looked for in the file of its own year", () => {
    const measure = {
      phases: ["secondary"],
      comparable_series: [
        {from: 2017, to: 2017, read: [{source: "ks4_destinations", value: "a", pupils: null, lag: 2}]}
      ]
    } as unknown as Measure;
    const of = (year: number) =>
      whyNoOutcome("stayed", [{source: "ks4_destinations", years: [year]}], {all: {stayed: measure}});
    expect([of(2017), of(2019)]).toEqual(["not_these_years", "not_read"]);
  });

  test("has a sentence of its own for each reason", () => {
    expect(new Set(Object.values(noOutcomeReasons)).size).toBe(4);
  });
});

describe("readYears(warehouse)", () => {
  test("gives the years of school rows by source", async () => {
    const sources = await readSources();
    const folder = await findFolder({
      "2017-2018_england_ks4final.csv": ks4File(ks4Row(900001)),
      "2018-2019_england_ks4final.csv": ks4File(ks4Row(900002))
    });
    const {files} = await readFolderFiles(folder, sources, {work: await emptyFolder(), said: {}});
    const {warehouse, close} = await openWarehouse();
    await stage(warehouse, files, sources);
    expect(await readYears(warehouse)).toEqual([{source: "ks4_performance", years: [2018, 2019]}]);
    close();
  });
});

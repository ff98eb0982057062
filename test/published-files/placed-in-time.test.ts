import {describe, expect, test} from "vitest";
import type {Named} from "../../src/published-files/file-name.ts";
import {placeInTime} from "../../src/published-files/placed-in-time.ts";
import {madeSource} from "../support/made-source.ts";

const silent: Named = {years: [], stages: [], snapshots: []};
const yearly = madeSource({year_marks: ["^SCORE_(\\d\\d)$"]});
const staged = madeSource({staged: true});
const snapshot = madeSource({dated: "snapshot"});
const place = (source: typeof yearly, named: Partial<Named>, header: string[] = [], said = {}) =>
  placeInTime("x.csv", source, header, {...silent, ...named}, said);

describe("placeInTime(file, source, header, named, said)", () => {
  test("a file with its years inside needs no name", () => {
    expect(place(madeSource({dated: "in_file"}), {})).toEqual({year: null, stage: null, snapshot: null});
  });

  test("a later year than the newest known is a file like any other", () => {
    expect(place(yearly, {years: [2026]}).year).toBe(2026);
  });

  test.each([
    [madeSource({years: {first: 2011, last: 2018}}), {years: [2019]}],
    [madeSource({years: {first: 2011, last: 2018}, dated: "snapshot"}), {snapshots: ["2019-01-01"]}]
  ])("a year after a dataset was discontinued is refused, with the year it ended", (source, named) => {
    expect(() => place(source, named)).toThrow(
      "its name says 2018/19, which of “Made up” was not published: it ended with 2017/18"
    );
  });

  test("what a name says beats what the person says", () => {
    expect(place(yearly, {years: [2019]}, [], {year: 2017}).year).toBe(2019);
  });

  test("what the person says stands where the name is silent", () => {
    expect(place(staged, {years: [2019]}, [], {stage: "revised"})).toEqual({
      year: 2019,
      stage: "revised",
      snapshot: null
    });
  });

  test("the stage is not asked for where a source has none", () => {
    expect(place(yearly, {years: [2019], stages: ["final"]}).stage).toBeNull();
  });

  test("an extract is placed by its date", () => {
    expect(place(snapshot, {snapshots: ["2018-05-01"]}).snapshot).toBe("2018-05-01");
  });

  test.each([
    ["year", yearly, {}, "neither its name nor its folder says the academic year", "--year"],
    ["stage", staged, {years: [2019]}, "neither its name nor its folder says the stage", "--stage"],
    ["date", snapshot, {}, "neither its name nor its folder says the date of the extract", "--snapshot"]
  ])("a missing %s is asked for by its option", (_, source, named, message, option) => {
    expect(() => place(source, named)).toThrow(
      expect.objectContaining({message: `x.csv: ${message}`, fix: expect.stringContaining(option)})
    );
  });

  test("two dates in a name are both told", () => {
    expect(() => place(snapshot, {snapshots: ["2018-05-01", "2018-06-01"]})).toThrow(
      "x.csv: its name says 2018-05-01 and 2018-06-01: which is the date of the extract?"
    );
  });

  test.each([
    [2019, ["SCORE_17", "SCORE_18"]],
    [2022, ["SCORE_19"]],
    [2019, ["score_18 "]],
    [2019, ["OTHER_19"]]
  ])("%i follows %j", (year, header) => {
    expect(place(yearly, {years: [year]}, header).year).toBe(year);
  });

  test.each([
    [2018, "SCORE_18", "2017/18"],
    [2018, "SCORE_19", "2018/19"],
    [2019, "SCORE_17", "2016/17"],
    [2023, "SCORE_19", "2018/19"]
  ])("%i does not follow %s", (year, mark, holds) => {
    expect(() => place(yearly, {years: [year]}, [mark])).toThrow(
      `row 1, column ${mark}: its name says ${year - 1}/${String(year).slice(2)}, but this column holds ${holds}`
    );
  });
});

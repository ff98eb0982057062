import {describe, expect, test} from "vitest";
import {outcomes} from "../support/outcomes.ts";
import {ks4File, ks4Row, type Files} from "../support/published-files.ts";

describe("the standardised scale", () => {
  const year = (name: string, rows: readonly string[]): Files => ({[`${name}_england_ks4final.csv`]: ks4File(...rows)});
  const three = [
    ks4Row(900001, {la: "901", attainment: "40", pupils: "100"}),
    ks4Row(900002, {la: "902", attainment: "50", pupils: "300"}),
    ks4Row(900003, {la: "903", attainment: "60", pupils: "100"})
  ];

  test("is distance from the mean by pupils, in standard deviations of schools with more than ten", async () => {
    const tiny = ks4Row(900004, {la: "903", attainment: "90", pupils: "5"});
    const found = await outcomes(year("2018-2019", [...three, tiny]), "ks4_attainment");
    const mean = (40 * 100 + 50 * 300 + 60 * 100 + 90 * 5) / 505;
    const sd = 10; // of 40, 50 and 60
    expect(found.map(({standardised}) => standardised)).toEqual(
      [40, 50, 60, 90].map((value) => expect.closeTo((value - mean) / sd, 12))
    );
  });

  test("is told among mainstream state-funded schools only", async () => {
    const others = [
      ks4Row(900005, {la: "903", attainment: "99", type: "IND"}),
      ks4Row(900006, {la: "903", attainment: "10", type: "CYS"}).replace(/^1/, "2")
    ];
    const found = await outcomes(year("2018-2019", [...three, ...others]), "ks4_attainment");
    expect(found.map(({standardised, standardised_missing}) => standardised_missing ?? standardised)).toEqual([
      -1,
      0,
      1,
      "not_mainstream",
      "not_mainstream"
    ]);
  });

  test("is not told in a year that holds less than nine tenths of the authorities", async () => {
    const all = Array.from({length: 10}, (_, i) =>
      ks4Row(900001 + i, {la: String(901 + i), attainment: String(40 + i)})
    );
    const found = await outcomes(
      {...year("2016-2017", all), ...year("2017-2018", all.slice(1)), ...year("2018-2019", all.slice(2))},
      "ks4_attainment"
    );
    const reported = new Map(
      found.map(({academic_year, standardised_missing}) => [academic_year, standardised_missing])
    );
    expect([...reported].sort()).toEqual([
      [2017, null],
      [2018, null],
      [2019, "not_national"]
    ]);
  });

  test("is not told where schools do not differ", async () => {
    const alike = three.map((row) => row.replace(/,(40|50|60),0$/, ",50,0"));
    const found = await outcomes(year("2018-2019", alike), "ks4_attainment");
    expect(found.map(({standardised_missing}) => standardised_missing)).toEqual([
      "no_spread",
      "no_spread",
      "no_spread"
    ]);
  });

  test("has the reason of the value where there is no value", async () => {
    const found = await outcomes(
      year("2018-2019", [...three, ks4Row(900004, {la: "903", attainment: "SUPP"})]),
      "ks4_attainment"
    );
    expect(found.at(-1)).toMatchObject({standardised: null, standardised_missing: "suppressed"});
  });
});

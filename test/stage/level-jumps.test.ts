import {describe, expect, test} from "vitest";
import {ks4File, ks4Row} from "../support/published-files.ts";
import {ranUpTo} from "../support/make-warehouse.ts";

const scores = [41.2, 44.9, 46.1, 47.3, 48.8, 50.4, 53.7];
const file = (change: (score: number, i: number) => {attainment: string; progress?: string}) =>
  ks4File(...scores.map((score, i) => ks4Row(900001 + i, change(score, i))));
const usual = (score: number) => ({attainment: String(score), progress: String(((score - 47) / 20).toFixed(2))});

const listSaid = async (change: Parameters<typeof file>[0]) =>
  (
    await ranUpTo(
      {"2017-2018_england_ks4final.csv": file(usual), "2018-2019_england_ks4final.csv": file(change)},
      "staged"
    )
  ).warnings;

describe("a column whose figures are in another place than the year before", () => {
  test.each<[string, (score: number) => {attainment: string; progress?: string}]>([
    ["a tenth of the unit", (score) => ({...usual(score), attainment: (score / 10).toFixed(2)})],
    ["a hundredth", (score) => ({...usual(score), attainment: (score / 100).toFixed(3)})],
    ["ten times of progress", (score) => ({...usual(score), progress: ((score - 47) / 2).toFixed(1)})]
  ])("for %s is told with both levels", async (_, change) => {
    const said = await listSaid(change);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(
      /^2018-2019_england_ks4final\.csv, (attainment8|progress8): the schools’ figures of 2018\/19 .* those of 2017\/18 .*: is it the right column, in the right unit\?$/
    );
  });

  test("for a better year nothing is said", async () => {
    expect(await listSaid((score) => ({...usual(score + 4), progress: "0.2"}))).toEqual([]);
  });
});

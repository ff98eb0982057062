import {expect, test} from "vitest";
import {ks4File, ks4Row} from "../support/published-files.ts";
import {ranUpTo} from "../support/make-warehouse.ts";

const schools = Array.from({length: 30}, (_, i) => ({urn: 900001 + i, score: 35 + 0.7 * i}));
const file = (change: (score: number, i: number) => number, rows = schools) =>
  ks4File(
    ...rows.map(({urn, score}, i) =>
      ks4Row(urn, {attainment: change(score, i).toFixed(1), progress: ((change(score, i) - 45) / 20).toFixed(2)})
    )
  );
const listSaid = async (later: string) =>
  (
    await ranUpTo(
      {"2017-2018_england_ks4final.csv": file((score) => score), "2018-2019_england_ks4final.csv": later},
      "staged"
    )
  ).warnings;

test("the file of the year before under the name of the next, saved in another order, is told", async () => {
  const [said, ...others] = await listSaid(file((score) => score, [...schools].reverse()));
  expect(said).toMatch(
    /^2018-2019_england_ks4final\.csv: most schools have in 2018\/19 the very figures of 2017\/18 \(attainment8, progress8\): is it a file of another year/
  );
  expect(others).toEqual([]);
});

test("a third of the schools with the figure of the year before is nothing to tell", async () => {
  expect(await listSaid(file((score, i) => (i % 3 ? score + 1.3 : score)))).toEqual([]);
});

test("one column in which most schools have their figure again, while the others move, is nothing to tell; all of them are", async () => {
  const later = (again: (i: number) => boolean) =>
    ks4File(
      ...schools.map(({urn, score}, i) =>
        ks4Row(urn, {attainment: (again(i) ? score : score + 1.3).toFixed(1), progress: ((score - 40) / 20).toFixed(2)})
      )
    );
  expect(await listSaid(later((i) => i % 3 > 0))).toEqual([]);
  expect(await listSaid(later(() => true))).toEqual([
    expect.stringContaining("most schools have in 2018/19 the very figures of 2017/18 (attainment8)")
  ]);
});

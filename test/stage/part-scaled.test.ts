import {expect, test} from "vitest";
import {lines} from "../support/published-files.ts";
import {ranUpTo} from "../support/make-warehouse.ts";

const absence = (figure: (i: number) => number) =>
  lines(
    "LA,ESTAB,URN,PERCTOT,PPERSABS15,PPERSABS20",
    ...Array.from({length: 12}, (_, i) => `500,${4001 + i},${900001 + i},${figure(i)},7.5,1.9`)
  );

const listSaid = async (middle: (i: number) => number) =>
  (
    await ranUpTo(
      {
        "2010-2011_england_abs.csv": absence((i) => 5 + i / 10),
        "2011-2012_england_abs.csv": absence(middle),
        "2012-2013_england_abs.csv": absence((i) => 5.2 + i / 10)
      },
      "staged"
    )
  ).warnings.filter((line) => line.includes("in another unit"));

test("schools whose percentages are fractions among percentages are told", async () => {
  expect(await listSaid((i) => (i < 6 ? 0.05 + i / 1000 : 5 + i / 10))).toEqual([
    "2011-2012_england_abs.csv, overall_absence_pct: school 900001 has 0.05 in 2011/12, and from 5 to 5.2 in other years; 5 more schools are so far from theirs: a part of the file may be in another unit; taken as it is; download the file again"
  ]);
});

test("a few schools that had a year like no other are nothing to tell", async () => {
  expect(await listSaid((i) => (i < 4 ? 0.1 : 5 + i / 10))).toEqual([]);
});

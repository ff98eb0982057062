import {expect, test} from "vitest";
import {lines} from "../support/published-files.ts";
import {ranUpTo} from "../support/make-warehouse.ts";

const absence = (figure: (i: number) => number, schools = 24) =>
  lines(
    "LA,ESTAB,URN,PERCTOT,PPERSABS15,PPERSABS20",
    ...Array.from({length: schools}, (_, i) => `500,${4001 + i},${900001 + i},${figure(i)},${7.5 + i / 10},1.9`)
  );

const usual = (i: number) => 4 + i;
const round = (to: number) => (i: number) => Math.max(to, Math.round(usual(i) / to) * to);

const listSaid = async (files: Record<string, string>) =>
  (await ranUpTo(files, "staged")).warnings.filter((line) => line.includes("was rounded"));

test("a column rounded to tens, or to fives, is told by its other years", async () => {
  for (const to of [10, 5])
    expect(
      await listSaid({
        "2010-2011_england_abs.csv": absence(usual),
        "2011-2012_england_abs.csv": absence(round(to))
      })
    ).toEqual([
      `2011-2012_england_abs.csv, overall_absence_pct: every figure of 2011/12 is a multiple of ${to}, as they are not in other years: the column was rounded, and what schools changed by is lost; taken as it is; download the file again`
    ]);
});

test("of one year alone it is told by the columns beside it", async () => {
  expect(await listSaid({"2011-2012_england_abs.csv": absence(round(5))})).toEqual([
    expect.stringContaining("is a multiple of 5, as they are not in columns beside it")
  ]);
});

test("whole figures, and a column that is rounded each year, are nothing to tell", async () => {
  expect(
    await listSaid({"2010-2011_england_abs.csv": absence(usual), "2011-2012_england_abs.csv": absence((i) => 5 + i)})
  ).toEqual([]);
  expect(
    await listSaid({
      "2010-2011_england_abs.csv": absence(round(5)),
      "2011-2012_england_abs.csv": absence((i) => round(5)(23 - i))
    })
  ).toEqual([]);
});

test("a column of which a part is rounded is told, and one of whole figures is not", async () => {
  const wander = (i: number, year: number) => 3 + ((i * 37 + year * 11) % 61);
  const schools = 200;
  const part = (i: number) => (i < 80 ? Math.max(5, 5 * Math.round(wander(i, 2) / 5)) : wander(i, 2));
  const files = (middle: (i: number) => number) => ({
    "2010-2011_england_abs.csv": absence((i) => wander(i, 1), schools),
    "2011-2012_england_abs.csv": absence(middle, schools),
    "2012-2013_england_abs.csv": absence((i) => wander(i, 3), schools)
  });
  expect(await listSaid(files(part))).toEqual([
    expect.stringMatching(
      /^2011-2012_england_abs\.csv, overall_absence_pct: 5\d % of the figures of 2011\/12 are multiples of five, and \d+ % of those of other years: a part of the column was rounded/
    )
  ]);
  expect(await listSaid(files((i) => wander(i, 2)))).toEqual([]);
});

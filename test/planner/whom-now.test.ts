import {expect, test} from "vitest";
import {packWhom} from "../../src/planner/pack-whom.ts";
import {ableNow, chooseNow, openPath, openPoints, openWhom, sumRule} from "../../src/planner/whom-now.ts";
import {ableToHelp, chooseSchools, followEarlier, newestYear, pathUntilNow} from "../../src/planner/whom-to-help.ts";
import type {WhomFile} from "../../src/release/whom-to-help.ts";

/** Schools of two regions over six years; every seventh has no result in the newest. */
const file: WhomFile = {
  phase: "secondary",
  measures: {attainment: "ks4_attainment", absence: "overall_absence_pct"},
  ids: Array.from({length: 40}, (_, i) => 100 + 3 * i),
  names: Array.from({length: 40}, (_, i) => `School ${i}`),
  authority: Array.from({length: 40}, (_, i) => (i % 5 === 0 ? -1 : 0)),
  authorities: ["Shire"],
  region: Array.from({length: 40}, (_, i) => i % 2),
  regions: ["North", "South"],
  easting: Array.from({length: 40}, (_, i) => (i % 9 === 0 ? null : (i * 7919) % 60_000)),
  northing: Array.from({length: 40}, (_, i) => (i % 9 === 0 ? null : (i * 104_729) % 60_000)),
  pupils: Array.from({length: 40}, (_, i) => (i % 11 === 0 ? null : 200 + ((i * 37) % 900))),
  attainment: Array.from({length: 6}, (_, year) => ({
    year: 2018 + year,
    values: Array.from({length: 40}, (_, i) => (year === 5 && i % 7 === 0 ? null : ((i * 83 + year * 59) % 301) - 150))
  })),
  absence: [{year: 2022, values: Array.from({length: 40}, (_, i) => (i * 53) % 201)}],
  below: [
    [1, 2018, 2022],
    [2, 2019, null],
    [3, 2018, null],
    [14, 2018, null]
  ],
  listed: [
    [14, 2023],
    [2, null]
  ],
  joined: Array.from({length: 40}, (_, i) => (i % 3 === 0 ? null : i % 3 === 1 ? 2021 : 0)),
  sight: null
};

const {now, regions} = JSON.parse(JSON.stringify(packWhom(file))) as ReturnType<typeof packWhom>;
const open = openWhom(now);
const listIds = (rows: readonly number[], {ids}: {ids: readonly number[]}) => rows.map((row) => ids[row]);

test("packed schools are those with a result in the newest year and those on a list, each as it was", () => {
  expect(open.ids).toEqual(file.ids.filter((_, i) => i % 7 !== 0 || i === 14));
  for (const [row, id] of open.ids.entries()) {
    const from = file.ids.indexOf(id);
    for (const name of ["names", "authority", "region", "easting", "northing", "pupils"] as const)
      expect(open[name][row]).toBe(file[name][from]);
    expect(open.attainment[row]).toBe(file.attainment[5].values[from]);
  }
  expect([open.year, open.hasInspections, open.hasPlaces]).toEqual([2023, true, true]);
  expect(listIds(open.listed, open)).toEqual([142, 106]);
  expect(openPoints(open.listedNow)).toEqual(pathUntilNow(file, [14, 2]));
});

test("every rule chooses the schools, the helpers and the paths that the whole file gives", () => {
  for (const region of [null, 0, 1])
    for (let bits = 0; bits < 16; bits++) {
      const rule = {lowest: bits % 2 > 0, below: (bits & 2) > 0, absent: (bits & 4) > 0, alone: bits >= 8, region};
      const rows = chooseSchools(file, rule, newestYear(file));
      const chosen = chooseNow(open, rule);
      expect(listIds(chosen, open)).toEqual(listIds(rows, file));
      expect(listIds(ableNow(open, chosen), open)).toEqual(listIds(ableToHelp(file, rows), file));
      const paths = region === null ? open.paths : regions[region];
      const {now: until, ...earlier} = openPath(paths[sumRule(rule)]);
      expect(earlier).toEqual(followEarlier(file, rule));
      expect(until).toEqual(pathUntilNow(file, rows));
    }
});

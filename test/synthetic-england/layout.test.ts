import {existsSync, readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import {layOut, findYear} from "../../pipelines/synthetic-england/layout.ts";
import {ks2Column} from "../../pipelines/synthetic-england/ks2-columns.ts";
import {ks4Column} from "../../pipelines/synthetic-england/ks4-columns.ts";
import ks2 from "../../pipelines/sources/ks2_performance/source.ts";
import ks4 from "../../pipelines/sources/ks4_performance/source.ts";
import {listNames} from "../../src/published-files/source.ts";

const tables = {
  ks4: {source: ks4, years: [2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019, 2022, 2023, 2024, 2025]},
  ks2: {source: ks2, years: [2016, 2017, 2018, 2019, 2023, 2024, 2025]}
};
const cases = (["ks4", "ks2"] as const).flatMap((table) =>
  tables[table].years.map((year) => [table, year, tables[table].source] as const)
);

describe.each(cases)("the layout of the %s table of %i", (table, year, source) => {
  const layout = layOut(table, year, source)!;

  test("has no name twice", () => {
    const names = layout.map((name) => name.toUpperCase());
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });

  test("has a name of every column that the descriptor reads that year", () => {
    const lacking = Object.values(source.columns)
      .map((column) => listNames(column, year))
      .filter((names) => names.length > 0 && !names.some((name) => layout.includes(name)));
    expect(lacking).toEqual([]);
  });

  test("repeats earlier years, but for the share with five good grades, which stands beside its own year too", () => {
    const own = /^AC5EM|^PT5EM_94_/;
    expect(
      layout.filter((name) => (findYear(name) ?? 0) > year || (findYear(name) === year && !own.test(name)))
    ).toEqual([]);
  });
});

test("a layout that was never seen is not guessed", () => {
  expect(layOut("ks2", 2014, ks2)).toBeNull();
  expect(layOut("ks4", 2021, ks4)).toBeNull();
});

test.each([
  ["PTEBACC_E_17_PTQ_EE", "all", 2017],
  ["AC5EM14_PTQ", "all", 2014],
  ["ATT8SCRENG_NFSM6CLA1A", "other", null],
  ["PTFSM6CLA1ABASICS_94", "disadvantaged", null],
  ["PBL2BASICS_95", "boys", null],
  ["TBASICSHI_94", "high", null],
  ["P8CILOW_MID_ORIG", "middle", null],
  ["TAVENT_E_3NG_LO_PTQ_EE", "low", null],
  ["PTEBACCEAL_95", "eal", null]
])("%s tells of %s", (name, group, year) => {
  expect(ks4Column(name)).toMatchObject({group, year});
});

test.each([
  ["READPROG_H_LOWER", "high", null],
  ["PTRWM_EXP_NotFSM6CLA1A", "other", null],
  ["PTRWM_EXP_MOBN", "non_mobile", null],
  ["PBELIG", "boys", null],
  ["MAT_AVERAGE_18", "all", 2018]
])("%s tells of %s", (name, group, year) => {
  expect(ks2Column(name)).toMatchObject({group, year});
});

test("a name that is no result of pupils tells nothing", () => {
  expect([ks4Column("TELNUM"), ks4Column("NOT3YR_FLAG"), ks2Column("SCHNAME")]).toEqual([null, null, null]);
});

const published = "../shared/columns";

describe.skipIf(!existsSync(published))("the layouts that were kept (compared with ../shared/columns)", () => {
  test.each([
    ["ks4", 2014, "ks4_2013-14"],
    ["ks4", 2018, "ks4_2017-18"],
    ["ks4", 2023, "ks4_2022-23"],
    ["ks2", 2017, "ks2_2016-17"],
    ["ks2", 2018, "ks2_2017-18"],
    ["ks2", 2019, "ks2_2018-19"]
  ] as const)("%s of %i is the publisher’s, name by name", (table, year, file) => {
    const lines = readFileSync(`${published}/${file}.tsv`, "utf8").trim().split("\n").slice(2);
    const names = lines.map((line) => line.split("\t")[1].trim());
    expect(layOut(table, year, tables[table].source)).toEqual(names);
  });
});

import {describe, expect, it} from "vitest";
import {openWorkbook} from "../../pipelines/read/workbook.ts";
import {expectation} from "../../pipelines/synthetic-england/draw.ts";
import {makeSyntheticEngland} from "../../pipelines/synthetic-england/england.ts";
import {
  academyReturns,
  listAccounts,
  federatedWith,
  maintainedReturns,
  countMonths
} from "../../pipelines/synthetic-england/finance-returns.ts";
import {simulateFinance} from "../../pipelines/synthetic-england/finance.ts";
import {live, schoolYear, type SchoolYear} from "../../pipelines/synthetic-england/life.ts";
import type {SchoolState} from "../../pipelines/synthetic-england/school-state.ts";
import {simulateInspection, simulateVisit} from "../../pipelines/synthetic-england/ofsted.ts";
import {defaultPlan} from "../../pipelines/synthetic-england/plan.ts";
import {workbook} from "../../pipelines/synthetic-england/workbook.ts";
import {simulateWorkforce} from "../../pipelines/synthetic-england/workforce.ts";

const england = makeSyntheticEngland({...defaultPlan, schools: 200, federations: 30});
const lives = live(england);
const year2023 = lives.in(2023);

/** A school and all who work in it as they are on average, with so much planted of one family. */
const onAverage = (family: keyof SchoolState["planted"], size: number): SchoolYear => {
  const {schoolState} = year2023.find(({school}) => !school.independent)!;
  return schoolYear({...schoolState, planted: {...schoolState.planted, [family]: size}}, () => expectation);
};
const drawn = {
  workforce: (life: SchoolYear) => life.drawn("workforce", simulateWorkforce),
  finance: (life: SchoolYear) => life.drawn("finance", simulateFinance),
  inspection: (life: SchoolYear) => life.drawn("inspection", simulateInspection)
};

describe("the workforce of the synthetic England", () => {
  it("stays, is well and is complete more often where that was planted", () => {
    const [without, with_] = [0, 1].map((size) => drawn.workforce(onAverage("workforce", size)));
    expect(with_.remained_fte).toBeGreaterThan(without.remained_fte);
    expect(with_.sick_days).toBeLessThan(without.sick_days);
    expect(with_.vacancies).toBeLessThan(without.vacancies);
    expect(with_.pupils / with_.teachers_fte).toBeLessThan(without.pupils / without.teachers_fte);
  });

  it("counts every teacher of one November as stayed, moved or gone by the next", () => {
    for (const life of year2023) {
      const {teachers_fte, remained_fte, moved_fte, left_fte} = drawn.workforce(life);
      expect(remained_fte + moved_fte + left_fte).toBeCloseTo(teachers_fte, 9);
      expect(remained_fte).toBeGreaterThanOrEqual(0);
    }
  });
});

describe("the accounts of the synthetic England", () => {
  it("spend less where efficiency was planted, and less of it on administration", () => {
    const [without, with_] = [0, 1].map((size) => drawn.finance(onAverage("efficiency", size)));
    expect(with_.spent / without.spent).toBeCloseTo(Math.exp(-0.04), 9);
    expect(with_.administrative_staff / with_.spent).toBeLessThan(without.administrative_staff / without.spent);
  });

  it("are one return for a federation, with the figures of all its schools", () => {
    const returns = maintainedReturns(england, 2023, lives);
    const leads = returns.filter(({lead, establishment}) => lead === establishment);
    expect(leads.length).toBeGreaterThan(2);
    for (const {life, accounts} of leads) {
      const members = federatedWith(england, life.school, 2023, lives);
      const sum = members.reduce((total, member) => total + listAccounts(member.life).spent, 0);
      expect(accounts!.spent).toBe(sum);
      for (const member of members.slice(1))
        expect(returns.find((one) => one.life.school === member.life.school)!.accounts).toBeNull();
    }
  });

  it("give every state school a return of the year, and those that change their kind in it two", () => {
    for (const year of [2022, 2023, 2024, 2025]) {
      const reported = new Set(
        [...maintainedReturns(england, year, lives), ...academyReturns(england, year, lives)].map(
          ({life}) => life.school
        )
      );
      expect(lives.in(year).filter(({school}) => !school.independent && !reported.has(school))).toEqual([]);
    }
  });

  it.each([
    [null, null, 12],
    ["2021-09-01", null, 7],
    [null, "2021-08-31", 5],
    ["2022-01-01", "2022-02-28", 2],
    [null, "2021-03-31", 0],
    ["2022-04-01", null, 0]
  ])("count the months of the year to March of a school open from %s to %s as %i", (opened, closed, months) => {
    expect(countMonths(["2021-04-01", "2022-04-01"], opened, closed)).toBe(months);
  });
});

describe("inspections of the synthetic England", () => {
  it("grade better where that was planted, by the size stated", () => {
    const [without, with_] = [0, 1].map((size) => drawn.inspection(onAverage("inspection", size)));
    expect(without.overall - with_.overall).toBeCloseTo(0.35, 9);
  });

  it("give grades from one to four, and none in the year without inspections", () => {
    const visits = year2023.flatMap((life) => simulateVisit(life) ?? []);
    expect(visits.length).toBeGreaterThan(10);
    expect(visits.filter(({overall}) => ![1, 2, 3, 4].includes(overall))).toEqual([]);
    expect(lives.in(2021).flatMap((life) => simulateVisit(life) ?? [])).toEqual([]);
  });
});

describe("workbook(path, sheets)", () => {
  const made = () =>
    workbook("x.xlsx", [{name: "A & B", rows: [["Title"], [], ["URN", null, "a < b"], [900001, "", 0.5]]}]);

  it("makes what the reader of workbooks reads back", async () => {
    const opened = await openWorkbook(made().bytes, "x.xlsx");
    const rows = [];
    for await (const row of opened.rows("A & B")) rows.push(row);
    expect(rows).toEqual([
      {row: 1, cells: ["Title"]},
      {row: 2, cells: []},
      {row: 3, cells: ["URN", "", "a < b"]},
      {row: 4, cells: ["900001", "", "0.5"]}
    ]);
  });

  it("makes the same bytes of the same rows", () => {
    expect(made().bytes.equals(made().bytes)).toBe(true);
  });
});

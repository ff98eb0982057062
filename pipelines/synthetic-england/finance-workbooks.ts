import academies from "../sources/finance_academies/source.ts";
import maintained from "../sources/finance_maintained/source.ts";
import type {AcademicYear} from "../../src/vocabulary/academic-year.ts";
import {formatAcademicYear} from "../../src/vocabulary/academic-year.ts";
import {pickColumns, decimals, type Cell, type Cells, type Printed, type Published} from "./csv.ts";
import type {England} from "./england.ts";
import {academyReturns, maintainedReturns, type Return} from "./finance-returns.ts";
import type {Lives} from "./life.ts";
import {laestab, type Phase} from "./school.ts";
import {workbook, type WrittenSheet} from "./workbook.ts";

const phases: Record<Phase, string> = {primary: "Primary", secondary: "Secondary", special: "Special"};

const maintainedLayout = [
  "la_code",
  "la_name",
  "Estab",
  "laestab",
  "did_not_supply",
  "lead_laestab",
  "London Weighting",
  "pupils",
  "school_phase",
  "school_name",
  "urn",
  "months",
  "federation",
  "teaching_staff",
  "administrative_staff",
  "administrative_supplies",
  "bought_in_services",
  "revenue_reserve",
  "in_year_balance",
  "total_income",
  "total_expenditure"
];

/** What the sheet was called, by year; a title stood above the header in the first two. */
const maintainedSheets: Record<AcademicYear, string> = {2022: "CFRData", 2023: "CFR_Data"};

/** The accounts of a year: of maintained schools in one workbook, of academies in the other. */
export const financeWorkbooks = (england: England, year: AcademicYear, lives: Lives): Published[] => [
  maintainedWorkbook(england, year, lives),
  academiesWorkbook(england, year, lives)
];

const called = (year: AcademicYear): string => formatAcademicYear(year).replace("/", "-");

function maintainedWorkbook(england: England, year: AcademicYear, lives: Lives): Published {
  const columns = pickColumns(maintained, year, maintainedLayout);
  const title = year < 2024 ? [[`Consistent financial reporting ${called(year)}: full data`]] : [];
  const rows = maintainedReturns(england, year, lives).map(maintainedCells);
  return workbook(`finance/CFR_${called(year)}_Full_Data_Workbook.xlsx`, [
    contents(["CFR data", "One row a maintained school"]),
    {name: maintainedSheets[year] ?? "CFR Data", rows: table(columns, rows, title)}
  ]);
}

function maintainedCells({life, establishment, months, accounts, lead}: Return): Cells {
  const {school} = life;
  const leads = lead === establishment;
  return {
    la_code: Number(school.authority.code),
    la_name: school.authority.name,
    Estab: establishment.estab,
    laestab: Number(laestab(establishment)),
    did_not_supply: accounts ? "N" : "Y",
    lead_laestab: lead ? Number(laestab(lead)) : 0,
    "London Weighting": "Neither",
    pupils: (leads ? accounts! : {pupils: life.schoolState.roll}).pupils,
    school_phase: phases[school.phase],
    school_name: establishment.name,
    urn: establishment.urn,
    months,
    federation: leads ? "Lead school" : lead ? "Non returning school" : "No",
    ...moneyCells(accounts, months)
  };
}

const money = {
  teaching_staff: "teaching_staff",
  administrative_staff: "administrative_staff",
  administrative_supplies: "administrative_supplies",
  bought_in_services: "bought_in",
  revenue_reserve: "reserve",
  total_income: "income",
  total_expenditure: "spent"
} as const;

/** Accounts of so many months; DNS of a school that supplied none. */
function moneyCells(accounts: Return["accounts"], months: number): Cells {
  const part = (amount: number): number => decimals((amount * months) / 12, 2);
  const cells: Cells = Object.fromEntries(
    Object.entries(money).map(([ours, theirs]) => [ours, accounts ? part(accounts[theirs]) : "DNS"])
  );
  return {...cells, in_year_balance: accounts ? part(accounts.income - accounts.spent) : "DNS"};
}

const academiesLayout = [
  "laestab",
  "la_code",
  "Estab",
  "urn",
  "school_name",
  "months",
  "trust_type",
  "trust_uid",
  "company_number",
  "trust_name",
  "left_date",
  "joined_date",
  "pupils",
  "Number of teachers in academy (FTE)",
  "school_phase",
  "teaching_staff",
  "administrative_staff",
  "administrative_supplies",
  "revenue_reserve",
  "in_year_balance",
  "total_income",
  "total_expenditure"
];

const accountCodes: Record<string, string> = {
  teaching_staff: "BAE010",
  administrative_staff: "BAE040",
  administrative_supplies: "BAE220",
  revenue_reserve: "BAB030"
};

function academiesWorkbook(england: England, year: AcademicYear, lives: Lives): Published {
  const columns = pickColumns(academies, year, academiesLayout);
  const codes = columns.map(({cells}) => accountCodes[cells] ?? "");
  const above = year === 2022 ? [["Academies accounts return"], codes] : [codes];
  const rows = academyReturns(england, year, lives).map(academyCells);
  return workbook(`finance/AAR_${called(year)}_download.xlsx`, [
    contents(["Academies", "One row an academy and trust"], ["Central Services", "One row a trust"]),
    {name: "Academies", rows: table(columns, rows, above)},
    {name: "Central Services", rows: [["Company Number", "Trust or Company Name"]]}
  ]);
}

function academyCells({life, establishment, months, accounts, trust, joined, left}: Return): Cells {
  const several = (trust?.members.length ?? 0) > 1;
  return {
    laestab: Number(laestab(establishment)),
    la_code: Number(life.school.authority.code),
    Estab: establishment.estab,
    urn: establishment.urn,
    school_name: establishment.name,
    months,
    trust_type: several ? "Multi Academy Trust (MAT)" : "Single Academy Trust (SAT)",
    trust_uid: trust?.uid,
    company_number: trust ? 99_000_000 + trust.uid : "",
    trust_name: trust?.name,
    left_date: left,
    joined_date: joined,
    pupils: life.schoolState.roll,
    "Number of teachers in academy (FTE)": decimals(life.schoolState.roll / 18, 1),
    school_phase: phases[life.school.phase],
    ...moneyCells(accounts, months)
  };
}

const contents = (...sheets: readonly string[][]): WrittenSheet => ({
  name: "Contents",
  rows: [["Every school in this workbook is made up."], ["Sheet", "What is in it"], ...sheets]
});

function* table(
  columns: readonly Printed[],
  rows: readonly Cells[],
  above: readonly (readonly Cell[])[]
): Generator<readonly Cell[]> {
  yield* above;
  yield columns.map(({name}) => name);
  for (const row of rows) yield columns.map(({cells}) => row[cells]);
}

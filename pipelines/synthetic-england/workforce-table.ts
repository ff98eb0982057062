import type {AcademicYear} from "../../src/vocabulary/academic-year.ts";
import {decimals, publish, tableYear, type Cells, type Printed, type Published} from "./csv.ts";
import type {England} from "./england.ts";
import type {Lives, SchoolYear} from "./life.ts";
import {on, tableDay} from "./school.ts";
import {simulateWorkforce} from "./workforce.ts";

/** Short names to 2013/14, long ones after. */
const columns: readonly (readonly [short: string | null, long: string | null, cells: string])[] = [
  ["LA", "LA Number", "la"],
  ["ESTAB", "Establishment Number", "estab"],
  ["URN", "URN", "urn"],
  [null, "School Phase", "phase"],
  ["NTEA", "Total Number of Teachers (Headcount)", "teachers"],
  ["NTEAAS", "Total Number of Teaching Assistants (Headcount)", "assistants"],
  [
    "NNONTEA",
    "Total Number of Non Classroom-based School Support Staff, Excluding Auxiliary Staff (Headcount)",
    "support"
  ],
  ["NFTETEA", "Total Number of Teachers (Full-Time Equivalent)", "teachers_fte"],
  ["NFTETEAAS", "Total Number of Teaching Assistants (Full-time Equivalent)", "assistants_fte"],
  ["RATPUPTEA", "Pupil:     Teacher Ratio", "ratio"],
  ["SALARY", "Mean Gross FTE Salary of All Teachers (£s)", "pay"]
];

/** Fewer teachers than this, and nothing is reported of them in the tables. */
const FEWEST = 3;

/** Of adults who do not teach, so many are assistants; and so many heads are one full-time equivalent. */
const OTHERS = {assistants: 0.7, heads: 1.35};

/** Teachers as the performance tables print them. */
export function workforceTable(_: England, year: AcademicYear, lives: Lives): Published {
  const long = year > 2014;
  const header = columns.flatMap(([shortName, longName, cells]): Printed[] => {
    const name = long ? longName : shortName;
    return name ? [{name, cells}] : [];
  });
  const rows = lives
    .in(year)
    .map((life) => makeRow(life, long))
    .filter((row) => row !== null);
  return publish(`performance_tables/${tableYear(year)}_england_swf.csv`, header, rows, {encoding: "windows-1252"});
}

function makeRow(life: SchoolYear, long: boolean): Cells | null {
  const {school, year} = life;
  const then = on(school, tableDay(year));
  if (!then || school.independent) return null;
  const {pupils, teachers, teachers_fte, adults_fte, mean_pay} = life.drawn("workforce", simulateWorkforce);
  const hidden = teachers < FEWEST;
  const assistants_fte = (adults_fte - teachers_fte) * OTHERS.assistants;
  const support_fte = adults_fte - teachers_fte - assistants_fte;
  const phase = {primary: "Primary", secondary: "Secondary", special: "Special"}[school.phase];
  return {
    la: school.authority.code,
    estab: then.estab,
    urn: then.urn,
    phase,
    teachers: hidden ? "SUPP" : teachers,
    assistants: hidden ? "SUPP" : Math.round(assistants_fte * OTHERS.heads),
    support: hidden ? "SUPP" : Math.round(support_fte * OTHERS.heads),
    teachers_fte: hidden ? "SUPP" : decimals(teachers_fte, 1),
    assistants_fte: hidden ? "SUPP" : decimals(assistants_fte, 1),
    ratio: hidden ? "SUPP" : decimals(pupils / teachers_fte, 1),
    pay: hidden ? "SUPP" : long ? pounds(mean_pay) : mean_pay
  };
}

const pounds = (amount: number): string => `£${Math.floor(amount / 1000)},${String(amount % 1000).padStart(3, "0")}`;

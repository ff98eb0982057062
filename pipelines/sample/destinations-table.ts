import source from "../sources/ks4_destinations/source.ts";
import type {AcademicYear} from "../../src/academic-year.ts";
import {columnsOf, published, tableYear, type Cells, type Published} from "./csv.ts";
import {draws, logistic} from "./draw.ts";
import type {England} from "./england.ts";
import type {Lives, SchoolYear} from "./life.ts";
import {levelOf} from "./schools.ts";
import {on, tableDay} from "./school.ts";
import {schoolCells} from "./tables.ts";

/** Leavers of one kind, and where they were half a year later. */
type Leavers = Record<(typeof counts)[number], number>;
const counts = [
  "COHORT",
  "OVERALL_DEST",
  "APPREN",
  "EMPLOYMENT",
  "EDUCATION",
  "FE",
  "SCH_6TH",
  "SIXTH_COL",
  "OTHER_EDU",
  "NOT_SUSTAINED",
  "UNKNOWN"
] as const;
const parts = ["APPREN", "EMPLOYMENT", "FE", "SCH_6TH", "SIXTH_COL", "OTHER_EDU", "NOT_SUSTAINED", "UNKNOWN"] as const;
const groups = ["", "_DIS", "_NONDIS"] as const;
type Left = Record<(typeof groups)[number], Leavers>;

const layout = [
  "RECTYPE",
  "LEA",
  "ESTAB",
  "URN",
  "ICLOSE",
  "SCHNAME",
  "NFTYPE",
  ...groups.flatMap((group) => [
    ...counts.map((name) => name + group),
    ...counts.slice(1).map((name) => `${name}PER${group}`)
  ])
];

/** The destinations printed in a year’s tables: of those who left two years before. */
export function destinationsTable(england: England, year: AcademicYear, lives: Lives): Published {
  const now = lives.in(year).filter(({school}) => on(school, tableDay(year)));
  const before = new Map(lives.in(year - 2).map((life) => [life.school, life]));
  const left = now.flatMap((life) => {
    const then = before.get(life.school);
    return then && then.school.phase !== "primary" && !then.school.independent && life.ks4
      ? [{life, leavers: leave(england, then)}]
      : [];
  });
  const rows = left.map(({life, leavers}): Cells => {
    const cells = schoolCells(life, year);
    return {
      ...cellsOf(leavers, 11),
      ...Object.fromEntries(
        [
          ["RECTYPE", "record_type"],
          ["LEA", "la_code"],
          ["ESTAB", "estab"],
          ["URN", "urn"],
          ["ICLOSE", "closed"],
          ["SCHNAME", "school_name"],
          ["NFTYPE", "school_type"]
        ].map(([theirs, ours]) => [theirs!, cells[ours!]])
      )
    };
  });
  const total = (some: typeof left) => cellsOf(add(some.map(({leavers}) => leavers)), 0);
  const authorities = england.authorities.map(({code}) => ({
    ...total(left.filter(({life}) => life.school.authority.code === code)),
    RECTYPE: "LA",
    LEA: code
  }));
  const path = `performance_tables/${tableYear(year)}_england_ks4-pupdest.csv`;
  const columns = columnsOf(source, year, layout);
  return published(path, columns, [...rows, ...authorities, {...total(left), RECTYPE: "NAT"}], {
    encoding: "utf-8 with mark",
    newline: "\n"
  });
}

function leave({seed}: England, {school, year, ks4, census}: SchoolYear): Left {
  const draw = draws(seed, "destinations", school.id, year);
  const pupils = ks4?.pupils ?? Math.max(1, Math.round(census.roll / 5.2));
  const disadvantaged = Math.min(pupils, ks4?.disadvantaged ?? Math.round(0.27 * pupils));
  const sixth = school.ages[1] > 16 ? 0.6 : 0.1;
  const go = (n: number, odds: number): Leavers => {
    const stays = draw.binomial(n, logistic(odds + 0.35 * levelOf(school)));
    const FE = draw.binomial(stays, 1 - sixth - 0.15);
    const SCH_6TH = draw.binomial(stays - FE, sixth / (sixth + 0.15));
    const OTHER_EDU = draw.binomial(stays - FE - SCH_6TH, 0.2);
    const rest = n - stays;
    const APPREN = draw.binomial(rest, 0.28);
    const EMPLOYMENT = draw.binomial(rest - APPREN, 0.3);
    const UNKNOWN = draw.binomial(rest - APPREN - EMPLOYMENT, 0.15);
    return {
      COHORT: n,
      OVERALL_DEST: stays + APPREN + EMPLOYMENT,
      APPREN,
      EMPLOYMENT,
      EDUCATION: stays,
      FE,
      SCH_6TH,
      SIXTH_COL: stays - FE - SCH_6TH - OTHER_EDU,
      OTHER_EDU,
      NOT_SUSTAINED: rest - APPREN - EMPLOYMENT - UNKNOWN,
      UNKNOWN
    };
  };
  const _DIS = go(disadvantaged, 1.5);
  const _NONDIS = go(pupils - disadvantaged, 2.2);
  return {"": sum([_DIS, _NONDIS]), _DIS, _NONDIS};
}

const sum = (all: readonly Leavers[]): Leavers =>
  Object.fromEntries(counts.map((name) => [name, all.reduce((n, one) => n + one[name], 0)])) as Leavers;

const add = (all: readonly Left[]): Left =>
  Object.fromEntries(groups.map((group) => [group, sum(all.map((one) => one[group]))])) as Left;

/** Groups of fewer leavers than `fewest` are hidden, and one part of a split that would tell of the other. */
function cellsOf(left: Left, fewest: number): Cells {
  const cells: Cells = {};
  const hidesSplit = left._DIS.COHORT < fewest || left._NONDIS.COHORT < fewest;
  for (const group of groups) {
    const {COHORT: n, ...rest} = left[group];
    const hidden = group === "" ? n < 6 && fewest > 0 : hidesSplit;
    cells[`COHORT${group}`] = hidden ? "SUPP" : n;
    for (const [name, count] of Object.entries(rest)) {
      // One or two leavers in a part of the split are hidden.
      const few = fewest > 0 && group !== "" && parts.some((part) => part === name) && count > 0 && count < 3;
      cells[name + group] = hidden || few ? "SUPP" : count;
      const share = (100 * count) / n;
      cells[`${name}PER${group}`] =
        hidden || few ? "SUPP" : share > 0 && share < 0.5 ? "SP" : n ? `${Math.round(share)}%` : "NA";
    }
  }
  return cells;
}

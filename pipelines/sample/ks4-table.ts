import ks4 from "../sources/ks4_performance/source.ts";
import type {AcademicYear} from "../../src/academic-year.ts";
import {columnsOf, published, tableYear, type Cells, type Published} from "./csv.ts";
import type {Lives, SchoolYear} from "./life.ts";
import {aboutIndependent, isNewMeasure, OPT_IN, results, schoolResults} from "./ks4-cells.ts";
import {historyCells, historyColumns} from "./ks4-history.ts";
import {ks4Sum} from "./ks4.ts";
import {printedRoll, schoolCells} from "./tables.ts";
import type {England} from "./england.ts";
import {on, tableDay} from "./school.ts";

const layout = [
  "record_type",
  "ALPHAIND",
  "la_code",
  "estab",
  "urn",
  "school_name",
  "SCHNAME_AC",
  "ADDRESS1",
  "ADDRESS2",
  "ADDRESS3",
  "TOWN",
  "postcode",
  "TELNUM",
  "CONTFLAG",
  "closed",
  "school_type",
  "religious_character",
  "admissions_policy",
  "gender",
  "FEEDER",
  "TABKS2",
  "TAB1618",
  "age_range",
  "CONFEXAM",
  "roll",
  "pupils",
  "BPUP",
  "GPUP",
  "prior_attainment",
  "prior_low_pct",
  "prior_high_pct",
  "disadvantaged_pupils",
  "disadvantaged_pct",
  "eal_pct",
  "non_mobile_pct",
  "attainment8_total",
  "attainment8",
  "progress8_pupils",
  "P8MEACOV",
  "progress8",
  "progress8_low",
  "progress8_high",
  "progress8_uncapped",
  "five_ac_em_pct",
  "five_94_em_pct",
  "basics_ac_pct",
  "basics_94_pct",
  "basics_95_pct",
  "ebacc_aps",
  "TEBACC_E",
  "ebacc_entry_pct",
  "ebacc_achieved_pct",
  "ebacc_achieved_94_pct",
  "ebacc_achieved_95_pct",
  "attainment8_disadvantaged",
  "progress8_disadvantaged",
  "basics_94_disadvantaged_pct",
  "value_added",
  "value_added_low",
  "value_added_high",
  "entries_per_pupil",
  "gcse_entries_per_pupil",
  "multiple_languages_pct",
  "triple_science_pct",
  "progress8_band",
  "five_ac_em_2008_pct",
  "five_ac_em_2009_pct",
  "five_ac_em_2010_pct"
];

/** The key stage 4 table of a year. */
export function ks4Table(england: England, year: AcademicYear, lives: Lives): Published {
  const secondary = lives.in(year).filter(({school}) => school.phase !== "primary" && on(school, tableDay(year)));
  const rows = secondary.map((life): Cells & {ends_after?: string} => {
    const results = life.ks4 ? schoolResults(life, life.ks4, year) : {};
    const cells = {...schoolCells(life, year), ...results, ...historyCells(life, year, lives)};
    if (cells["roll"] === "NEW") return {...cells, ends_after: "roll"};
    // Rows of schools without Progress 8 end before its band.
    return life.school.independent && year >= 2018 ? {...cells, ends_after: "triple_science_pct"} : cells;
  });
  const columns = [...columnsOf(ks4, year, layout), ...historyColumns(year)];
  const path = `performance_tables/${tableYear(year)}_england_ks4final.csv`;
  return published(path, columns, [...rows, ...totals(england, secondary, year)], {
    encoding: year <= 2013 ? "windows-1252" : "utf-8 with mark"
  });
}

function totals(england: England, lives: readonly SchoolYear[], year: AcademicYear): Cells[] {
  const state = lives.filter(({school}) => !school.independent);
  const total = (some: readonly SchoolYear[]): Cells => {
    const sum = ks4Sum(some.flatMap(({ks4: one}) => one ?? []));
    const cells: Cells = {...results(sum, year, year <= 2018 ? 1 : 0), roll: printedRoll(some, year)};
    // There is no total of the schools that opted in.
    if (year === OPT_IN) for (const name of Object.keys(cells).filter(isNewMeasure)) cells[name] = "";
    return cells;
  };
  const nation = total(state);
  const all = total(lives);
  return [
    ...england.authorities.map(({code}) => ({
      ...total(state.filter(({school}) => school.authority.code === code)),
      record_type: 4,
      la_code: code
    })),
    {
      record_type: 5,
      ...Object.fromEntries(Object.entries(all).filter(([name]) => name === "roll" || aboutIndependent.has(name)))
    },
    {...nation, record_type: 7, progress8_low: "", progress8_high: "", value_added_low: "", value_added_high: ""}
  ];
}

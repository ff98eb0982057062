import ks4 from "../sources/ks4_performance/source.ts";
import type {AcademicYear} from "../../src/academic-year.ts";
import {columnsOf, decimals, percent, published, tableYear, type Cells, type Published} from "./csv.ts";
import type {SchoolYear} from "./life.ts";
import {aboutIndependent, FEWEST, results, schoolResults} from "./ks4-cells.ts";
import {ks4Sum} from "./ks4.ts";
import {printedRoll, schoolCells} from "./tables.ts";
import type {England} from "./england.ts";
import {on, tableDay} from "./school.ts";

const layout = [
  "record_type", "ALPHAIND", "la_code", "estab", "urn", "school_name", "SCHNAME_AC", "ADDRESS1", "ADDRESS2", "ADDRESS3", "TOWN",
  "postcode", "TELNUM", "CONTFLAG", "closed", "school_type", "religious_character", "admissions_policy", "gender", "FEEDER", "TABKS2",
  "TAB1618", "age_range", "CONFEXAM", "roll", "pupils", "BPUP", "GPUP", "prior_attainment", "prior_low_pct", "prior_high_pct",
  "disadvantaged_pupils", "disadvantaged_pct", "eal_pct", "non_mobile_pct", "attainment8_total", "attainment8", "progress8_pupils",
  "P8MEACOV", "progress8", "progress8_low", "progress8_high", "progress8_uncapped", "five_ac_em_pct", "five_94_em_pct",
  "basics_ac_pct", "basics_94_pct", "basics_95_pct", "ebacc_aps", "TEBACC_E", "ebacc_entry_pct", "ebacc_achieved_pct",
  "ebacc_achieved_94_pct", "ebacc_achieved_95_pct", "attainment8_disadvantaged", "progress8_disadvantaged",
  "basics_94_disadvantaged_pct", "value_added", "value_added_low", "value_added_high", "entries_per_pupil",
  "gcse_entries_per_pupil", "multiple_languages_pct", "triple_science_pct", "progress8_band",
  "five_ac_em_2008_pct", "five_ac_em_2009_pct", "five_ac_em_2010_pct", "ATT8SCR_BEFORE", "P8MEA_BEFORE"
];

/** The key stage 4 table of a year, `before` being the years whose results it repeats. */
export function ks4Table(england: England, year: AcademicYear, lives: ReadonlyMap<AcademicYear, readonly SchoolYear[]>): Published {
  const secondary = lives.get(year)!.filter(({school}) => school.phase !== "primary" && on(school, tableDay(year)));
  const before = (past: AcademicYear, {school}: SchoolYear) => lives.get(past)?.find((life) => life.school === school)?.ks4;
  const marks = markColumns(year);
  const rows = secondary.map((life) => {
    const cells = {...schoolCells(life, year), ...(life.ks4 ? schoolResults(life, life.ks4, year) : {})};
    for (const past of [2008, 2009, 2010]) {
      const then = before(past, life);
      cells[`five_ac_em_${past}_pct`] = then && then.pupils >= FEWEST ? percent(0)(then.five, then.pupils) : "NA";
    }
    const last = before(lastPublished(year), life);
    for (const {cells: key} of marks) {
      const value = last && (key === "P8MEA_BEFORE" ? last.progress8 / last.progress8_pupils : last.attainment8 / last.pupils);
      cells[key] = life.school.independent ? "NP" : last && last.pupils >= FEWEST ? decimals(value!, key === "P8MEA_BEFORE" ? 2 : 1) : "NA";
    }
    if (life.ks4 || life.school.phase !== "secondary") return cells;
    // A new school without results: what follows the roll is cut off, or left blank once it has a roll worth telling.
    return cells["roll"] === "NEW" ? {...cells, ends_after: "roll"} : cells;
  });
  const columns = [...columnsOf(ks4, year, layout.filter((name) => !name.endsWith("_BEFORE"))), ...marks];
  const path = `performance_tables/${tableYear(year)}_england_ks4final.csv`;
  return published(path, columns, [...rows, ...totals(england, secondary, year)], {
    encoding: year <= 2013 ? "windows-1252" : "utf-8 with mark"
  });
}

/** Columns that carry the result of the year before in their name. */
function markColumns(year: AcademicYear): {name: string; cells: string}[] {
  const past = String(lastPublished(year)).slice(2);
  return [
    ...(year >= 2018 ? [{name: `ATT8SCR_${past}`, cells: "ATT8SCR_BEFORE"}] : []),
    ...(year >= 2018 && year < 2025 ? [{name: `P8MEA_${past}`, cells: "P8MEA_BEFORE"}] : [])
  ];
}

const lastPublished = (year: AcademicYear): AcademicYear => (year === 2022 ? 2019 : year - 1);

function totals(england: England, lives: readonly SchoolYear[], year: AcademicYear): Cells[] {
  const state = lives.filter(({school}) => !school.independent);
  const total = (some: readonly SchoolYear[]): Cells => {
    const sum = ks4Sum(some.flatMap(({ks4: one}) => one ?? []));
    return {...results(sum, year, year <= 2018 ? 1 : 0), roll: printedRoll(some, year)};
  };
  const nation = total(state);
  const all = total(lives);
  return [
    ...england.authorities.map(({code}) => ({
      ...total(state.filter(({school}) => school.authority.code === code)),
      record_type: 4,
      la_code: code
    })),
    {record_type: 5, ...Object.fromEntries(Object.entries(all).filter(([name]) => name === "roll" || aboutIndependent.has(name)))},
    {...nation, record_type: 7, progress8_low: "", progress8_high: "", value_added_low: "", value_added_high: ""}
  ];
}

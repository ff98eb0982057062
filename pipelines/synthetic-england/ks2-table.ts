import ks2 from "../sources/ks2_performance/source.ts";
import type {AcademicYear} from "../../src/vocabulary/academic-year.ts";
import {pickColumns, decimals, percent, publish, tableYear, type Cell, type Cells, type Published} from "./csv.ts";
import type {England} from "./england.ts";
import {sumGroups, type Groups} from "./groups.ts";
import {ks2Column} from "./ks2-columns.ts";
import {ks2Groups, ks2Sums, type Ks2Sum as Summed} from "./ks2-groups.ts";
import {ks2Sum, type Ks2} from "./ks2.ts";
import {layOut} from "./layout.ts";
import type {Lives, SchoolYear} from "./life.ts";
import {on, tableDay, types} from "./school.ts";
import {printedRoll, schoolCells} from "./tables.ts";
import {remembered, wideColumns, wideRow, type WideColumn} from "./wide-table.ts";

const layout = [
  "record_type",
  "ALPHAIND",
  "la_code",
  "estab",
  "urn",
  "school_name",
  "ADDRESS1",
  "ADDRESS2",
  "ADDRESS3",
  "TOWN",
  "postcode",
  "TELNUM",
  "URN_AC",
  "SCHNAME_AC",
  "OPEN_AC",
  "school_type",
  "closed",
  "religious_character",
  "age_range",
  "CONFEXAM",
  "TAB15",
  "TAB1618",
  "roll",
  "TPUPYEAR",
  "eligible_pupils",
  "BELIG",
  "GELIG",
  "prior_attainment",
  "disadvantaged_pupils",
  "disadvantaged_pct",
  "eal_pct",
  "non_mobile_pct",
  "english_maths_level4_pct",
  "rwm_level4_pct",
  "reading_level4_pct",
  "maths_level4_pct",
  "value_added",
  "rwm_expected_pct",
  "rwm_higher_pct",
  "reading_progress",
  "reading_progress_low",
  "reading_progress_high",
  "writing_progress",
  "writing_progress_low",
  "writing_progress_high",
  "maths_progress",
  "maths_progress_low",
  "maths_progress_high",
  "reading_expected_pct",
  "reading_score",
  "gps_score",
  "maths_expected_pct",
  "maths_score",
  "writing_expected_pct",
  "rwm_expected_disadvantaged_pct"
];

/** Cells of ours that no descriptor reads, by the publisher’s names. */
const ours = [
  "ALPHAIND",
  "ADDRESS1",
  "ADDRESS2",
  "ADDRESS3",
  "TOWN",
  "TELNUM",
  "PCON_CODE",
  "PCON_NAME",
  "URN_AC",
  "SCHNAME_AC",
  "OPEN_AC",
  "CONFEXAM",
  "TAB15",
  "TAB1618",
  "TPUPYEAR",
  "BELIG",
  "GELIG"
];

/** The key stage 2 table of a year. No layout was kept of the years of levels: of them, what we read of them. */
export function ks2Table(england: England, year: AcademicYear, lives: Lives): Published {
  const taught = lives.in(year).filter(({school}) => school.phase !== "secondary" && on(school, tableDay(year)));
  const names = layOut("ks2", year, ks2) ?? pickColumns(ks2, year, layout).map(({name}) => name);
  const columns = wideColumns(names, {source: ks2, year, ours}, ks2Column);
  function* rows(): Generator<Cell[]> {
    for (const life of taught) yield schoolRow(columns, life, {year, lives});
    yield* totals(england, taught, {year, columns});
  }
  const path = `performance_tables/${tableYear(year)}_england_ks2final.csv`;
  return publish(path, columns, rows(), {encoding: year <= 2013 ? "windows-1252" : "utf-8 with mark"});
}

function schoolRow(columns: Columns, life: SchoolYear, {year, lives}: {year: AcademicYear; lives: Lives}): Cell[] {
  const {school, ks2: own} = life;
  const fewest = findFewest(year);
  const about = schoolCells(life, year);
  // Old tables state the type by number.
  if (year <= 2013) about["school_type"] = types[on(school, tableDay(year))!.type].number;
  const cells = own ? [about, schoolResults(own, year)] : [about];
  const row = wideRow(columns, cells, {
    listGroups: remembered(makeGroups(life), (then) => makeGroups(lives.of(school, then))),
    hidden: !own ? "" : own.pupils < fewest ? "SUPP" : undefined,
    digits: 0,
    fewest
  });
  return about["roll"] === "NEW" ? row.slice(0, columns.findIndex(({cells: name}) => name === "roll") + 1) : row;
}

type Columns = readonly WideColumn<Summed>[];

/** The groups of a school’s pupils; null of a school that has no results then. */
function makeGroups(life: SchoolYear | undefined): Groups<Summed> | null {
  const own = life?.ks2;
  return own ? life.drawn("ks2_groups", (_, draw) => ks2Groups(own, draw)) : null;
}

function totals(
  england: England,
  lives: readonly SchoolYear[],
  {year, columns}: {year: AcademicYear; columns: Columns}
): Cell[][] {
  const total = (some: readonly SchoolYear[]) => {
    const groups = sumGroups(
      ks2Sums,
      some.flatMap((life) => makeGroups(life) ?? [])
    );
    // Totals do not repeat earlier years here.
    const listGroups = (then: AcademicYear | null) => (then === null ? groups : null);
    const sum = results(ks2Sum(some.flatMap(({ks2: one}) => one ?? [])));
    // Rolls of schools with eligible pupils only.
    const roll = printedRoll(
      some.filter((life) => life.ks2),
      year
    );
    return (more: Cells, progress: boolean): Cell[] =>
      // Cells with nothing to say hold a space.
      wideRow(columns, [sum, {roll}, more], {listGroups, digits: 0, fewest: 1}).map((cell, i) =>
        cell === undefined || cell === "" || (!progress && /PROG|COV/.test(columns[i].name)) ? " " : cell
      );
  };
  const nation = total(lives);
  return [
    ...england.authorities.map(({code, name}) =>
      total(lives.filter(({school}) => school.authority.code === code))(
        {record_type: 3, la_code: code, school_name: name},
        true
      )
    ),
    ...[4, 5].map((record_type) => nation({record_type}, false))
  ];
}

/** From this many pupils on, results are printed. */
const findFewest = (year: AcademicYear): number => (year <= 2015 ? 11 : 6);

const isProgress = (name: string): boolean => /progress|value_added/.test(name);

/** A school’s results, with what the publisher hides hidden. */
function schoolResults(own: Ks2, year: AcademicYear): Cells {
  const fewest = findFewest(year);
  const cells = results(own);
  const hide = (code: string, which: (name: string) => boolean) => {
    for (const name of Object.keys(cells)) if (which(name)) cells[name] = code;
  };
  if (own.disadvantaged < 6) hide(own.disadvantaged ? "SUPP" : "", (name) => name === "rwm_expected_disadvantaged_pct");
  if (own.progress_pupils < 0.5 * own.pupils) hide("LOWCOV", isProgress);
  if (own.progress_pupils < fewest) hide("SUPP", isProgress);
  if (own.pupils < fewest) hide("SUPP", (name) => name !== "eligible_pupils" && name !== "TPUPYEAR");
  return cells;
}

function results(c: Ks2): Cells {
  const pct = percent(0);
  const mean = (sum: number, places: number) => decimals(sum / c.pupils, places);
  const width = 11 / Math.sqrt(c.progress_pupils);
  const progress = (sum: number, limit: -1 | 0 | 1) => decimals(sum / c.progress_pupils + limit * width, 1);
  return {
    TPUPYEAR: c.pupils,
    eligible_pupils: c.pupils,
    BELIG: c.pupils - c.girls,
    GELIG: c.girls,
    prior_attainment: mean(c.prior, 1),
    disadvantaged_pupils: c.disadvantaged,
    disadvantaged_pct: pct(c.disadvantaged, c.pupils),
    eal_pct: pct(c.eal, c.pupils),
    non_mobile_pct: pct(c.non_mobile, c.pupils),
    english_maths_level4_pct: pct(c.english_maths, c.pupils),
    rwm_level4_pct: pct(c.all_three, c.pupils),
    reading_level4_pct: pct(c.reading, c.pupils),
    maths_level4_pct: pct(c.maths, c.pupils),
    value_added: decimals(c.value_added / c.progress_pupils, 1),
    rwm_expected_pct: pct(c.all_three, c.pupils),
    rwm_higher_pct: pct(c.higher, c.pupils),
    rwm_expected_disadvantaged_pct: pct(c.all_three_disadvantaged, c.disadvantaged),
    reading_progress: progress(c.reading_progress, 0),
    reading_progress_low: progress(c.reading_progress, -1),
    reading_progress_high: progress(c.reading_progress, 1),
    writing_progress: progress(c.writing_progress, 0),
    writing_progress_low: progress(c.writing_progress, -1),
    writing_progress_high: progress(c.writing_progress, 1),
    maths_progress: progress(c.maths_progress, 0),
    maths_progress_low: progress(c.maths_progress, -1),
    maths_progress_high: progress(c.maths_progress, 1),
    reading_expected_pct: pct(c.reading, c.pupils),
    writing_expected_pct: pct(c.writing, c.pupils),
    maths_expected_pct: pct(c.maths, c.pupils),
    reading_score: mean(c.reading_score, 0),
    maths_score: mean(c.maths_score, 0),
    gps_score: mean(c.grammar_score, 0)
  };
}

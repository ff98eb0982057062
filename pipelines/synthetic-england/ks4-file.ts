import type {AcademicYear} from "../../src/vocabulary/academic-year.ts";
import {coded} from "./coded.ts";
import {publish, plainColumns, type Cell, type Cells, type Published} from "./csv.ts";
import type {England} from "./england.ts";
import {schoolResults} from "./ks4-cells.ts";
import type {Lives, SchoolYear} from "./life.ts";
import {on, tableDay, types} from "./school.ts";
import {resultCells, resultNames} from "./statistics.ts";

/** What the long file calls each figure of the performance tables. */
const figures: readonly (readonly [string, string])[] = [
  ["pupil_count", "pupils"],
  ["attainment8_average", "attainment8"],
  ["progress8_average", "progress8"],
  ["progress8_pupil_count", "progress8_pupils"],
  ["progress8_lower_95_ci", "progress8_low"],
  ["progress8_upper_95_ci", "progress8_high"],
  ["engmath_94_percent", "basics_94_pct"],
  ["engmath_95_percent", "basics_95_pct"],
  ["ebacc_entering_percent", "ebacc_entry_pct"],
  ["ebacc_94_percent", "ebacc_achieved_94_pct"],
  ["ebacc_95_percent", "ebacc_achieved_95_pct"],
  ["ebacc_aps_average", "ebacc_aps"],
  ["gcse_five_engmath_percent", "five_94_em_pct"],
  ["qual_entries_average", "entries_per_pupil"],
  ["gcse_entries_average", "gcse_entries_per_pupil"],
  ["lan_multiple_entering_percent", "multiple_languages_pct"],
  ["sci_triple_entering_percent", "triple_science_pct"]
];
const header = [
  ...resultNames,
  "establishment_type_group",
  "breakdown_topic",
  "breakdown",
  "sex",
  "disadvantage_status",
  "first_language",
  "prior_attainment",
  "mobility",
  ...figures.map(([name]) => name),
  "version"
];

/** Key stage 4 results in one long file: a row for all pupils and one for the disadvantaged. */
export function ks4File(_: England, years: readonly AcademicYear[], lives: Lives): Published {
  function* rows(): Generator<Cells[]> {
    for (const year of [...years].reverse()) {
      for (const life of lives.in(year))
        if (life.ks4 && on(life.school, tableDay(year))) yield* collectRows(life, year);
    }
  }
  return publish("ees/202425_performance_tables_schools_final.csv", plainColumns(header), rows());
}

function* collectRows(life: SchoolYear, year: AcademicYear): Generator<Cells[]> {
  const {school} = life;
  const then = on(school, tableDay(year))!;
  const cells = schoolResults(life, life.ks4!, year);
  const about: Cells = {
    establishment_type_group: types[then.type].name,
    sex: "Total",
    first_language: "Total",
    prior_attainment: "Total",
    mobility: "Total",
    version: "Final"
  };
  const always = [...resultCells(school, year), about];
  const noProgress = year === 2025;
  yield [
    ...always,
    {breakdown_topic: "Total", breakdown: "Total", disadvantage_status: "Total"},
    Object.fromEntries(
      figures.map(([name, ours]) => [name, noProgress && ours.startsWith("progress8") ? "z" : coded(cells[ours])])
    )
  ];
  const poor: Record<string, Cell> = {
    pupil_count: cells["disadvantaged_pupils"],
    attainment8_average: cells["attainment8_disadvantaged"],
    engmath_94_percent: cells["basics_94_disadvantaged_pct"]
  };
  yield [
    ...always,
    {breakdown_topic: "Disadvantage status", breakdown: "Disadvantaged", disadvantage_status: "Disadvantaged"},
    Object.fromEntries(figures.map(([name]) => [name, coded(poor[name])]))
  ];
}

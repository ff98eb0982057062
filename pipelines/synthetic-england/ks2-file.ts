import type {AcademicYear} from "../../src/vocabulary/academic-year.ts";
import {decimals, plainColumns, publish, type Cell, type Cells, type Published} from "./csv.ts";
import type {England} from "./england.ts";
import type {Ks2} from "./ks2.ts";
import {FEWEST} from "./ks4-cells.ts";
import type {Lives, SchoolYear} from "./life.ts";
import {on, tableDay} from "./school.ts";
import {resultCells, resultNames} from "./statistics.ts";

const header = [
  ...resultNames,
  "breakdown_topic",
  "breakdown",
  "subject",
  "expected_standard_pupil_percent",
  "higher_standard_pupil_percent",
  "average_scaled_score"
];

/** Key stage 2 results in one long file: a row for all subjects together, for two of them, and for the disadvantaged. */
export function ks2File(_: England, years: readonly AcademicYear[], lives: Lives): Published {
  function* rows(): Generator<Cells[]> {
    for (const year of [...years].reverse()) {
      for (const life of lives.in(year))
        if (life.ks2 && on(life.school, tableDay(year))) yield* collectRows(life, life.ks2);
    }
  }
  return publish("ees/ks2_school_attainment_data.csv", plainColumns(header), rows());
}

function* collectRows({school, year}: SchoolYear, own: Ks2): Generator<Cells[]> {
  const about = resultCells(school, year);
  const row = (breakdown: string, subject: string, [expected, higher, score]: readonly Cell[]): Cells[] => [
    ...about,
    {
      breakdown_topic: breakdown === "Total" ? "All pupils" : "Disadvantaged status",
      breakdown,
      subject,
      expected_standard_pupil_percent: expected,
      higher_standard_pupil_percent: higher,
      average_scaled_score: score
    }
  ];
  const pct = (part: number, n: number): Cell => (n < FEWEST ? "c" : Math.round((100 * part) / n));
  const mean = (sum: number): Cell => (own.pupils < FEWEST ? "c" : decimals(sum / own.pupils, 1));
  const all = "Reading, writing and maths";
  yield row("Total", all, [pct(own.all_three, own.pupils), pct(own.higher, own.pupils), "z"]);
  yield row("Total", "Reading", [pct(own.reading, own.pupils), "x", mean(own.reading_score)]);
  yield row("Total", "Maths", [pct(own.maths, own.pupils), "x", mean(own.maths_score)]);
  yield row("Disadvantaged", all, [pct(own.all_three_disadvantaged, own.disadvantaged), "x", "z"]);
}

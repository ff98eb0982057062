import type {AcademicYear} from "../../src/academic-year.ts";
import {per, plainColumns, published, type Cells, type Published} from "./csv.ts";
import type {Lives} from "./life.ts";
import {placeCells} from "./statistics.ts";
import {censusDay, on} from "./school.ts";

const header = [
  "time_period",
  "time_identifier",
  "geographic_level",
  "country_code",
  "country_name",
  "region_code",
  "region_name",
  "old_la_code",
  "new_la_code",
  "la_name",
  "school_urn",
  "school_laestab",
  "school_name",
  "education_phase",
  "headcount",
  "suspension",
  "susp_rate",
  "one_plus_susp",
  "one_plus_susp_rate",
  "perm_excl",
  "perm_excl_rate"
];

const terms = ["Autumn term", "Spring term", "Summer term"] as const;

/** Suspensions and permanent exclusions, a row a school and term, the latest first. */
export function termlyFile(years: readonly AcademicYear[], lives: Lives): Published {
  const rows = [...years].reverse().flatMap((year) =>
    terms.flatMap((time_identifier, t) =>
      lives
        .in(year)
        .filter(({school}) => !school.independent)
        .map((life): Cells => {
          const {headcount, suspensions, suspended, permanent} = life.exclusions;
          const place = placeCells(life);
          // A handful of pupils: how many of them were suspended is not told.
          const hidden = headcount < 40 && suspended[t]! > 0;
          return {
            ...place,
            time_identifier,
            school_urn: place["urn"],
            school_laestab: place["laestab"],
            school_name: on(life.school, censusDay(year))!.name,
            education_phase: place["school_type"],
            headcount,
            suspension: suspensions[t],
            susp_rate: per(suspensions[t]!, headcount, 5),
            one_plus_susp: hidden ? "c" : suspended[t],
            one_plus_susp_rate: hidden ? "c" : per(suspended[t]!, headcount, 5),
            perm_excl: permanent[t],
            perm_excl_rate: per(permanent[t]!, headcount, 5)
          };
        })
    )
  );
  return published("data/exc_school.csv", plainColumns(header), rows);
}

import {group} from "d3";
import type {AcademicYear} from "../../src/vocabulary/academic-year.ts";
import {date, timePeriod, type Cells} from "./csv.ts";
import type {England} from "./england.ts";
import type {SchoolYear} from "./life.ts";
import {censusDay, isAcademy, laestab, on, tableDay, type Establishment, type Phase, type School} from "./school.ts";

/** What the statistics call the phases. */
export const phaseNames: Record<Phase, string> = {
  primary: "State-funded primary",
  secondary: "State-funded secondary",
  special: "Special"
};

/** The first cells of every row of Explore education statistics. */
export const yearCells = (year: AcademicYear, geographic_level: string): Cells => ({
  time_identifier: "Academic year",
  time_period: timePeriod(year),
  geographic_level,
  country_code: "E92000001",
  country_name: "England"
});

/** The columns of the level and the place of every row. */
export const placeNames = [
  "geographic_level",
  "country_code",
  "country_name",
  "region_code",
  "region_name",
  "old_la_code",
  "new_la_code",
  "la_name"
];

/** The first columns of long files of results. */
export const resultNames = [
  "time_period",
  "time_identifier",
  "geographic_level",
  "country_code",
  "country_name",
  "old_la_code",
  "new_la_code",
  "la_name",
  "school_urn",
  "school_laestab",
  "school_name"
];

/** Which school a row of results is about, as it was on the day of the tables. */
export function resultCells(school: School, year: AcademicYear): Cells[] {
  const {authority} = school;
  const then = on(school, tableDay(year))!;
  const place = {
    old_la_code: authority.code,
    new_la_code: authority.ons,
    la_name: authority.name,
    school_urn: then.urn,
    school_laestab: laestab(then),
    school_name: then.name
  };
  return [yearCells(year, "School"), place];
}

/** Which school a row is about, as it was in January. */
export function placeCells({school, year}: SchoolYear): [year: Cells, place: Cells] {
  const {authority} = school;
  const then = on(school, censusDay(year))!;
  const place = {
    region_code: authority.region.code,
    region_name: authority.region.name,
    old_la_code: authority.code,
    new_la_code: authority.ons,
    la_name: authority.name,
    estab: then.estab,
    laestab: laestab(then),
    urn: then.urn,
    school_type: phaseNames[school.phase]
  };
  return [yearCells(year, "School"), place];
}

/** Schools of which a total is the sum, and the cells that say which total. */
export interface Total {
  level: "National" | "Regional" | "Local authority";
  cells: Cells;
  lives: readonly SchoolYear[];
}

/** The totals of a year: nation, regions and authorities, each in all and by phase. */
export function computeTotals(england: England, year: AcademicYear, lives: readonly SchoolYear[]): Total[] {
  const state = lives.filter(({school}) => !school.independent);
  const inRegion = group(state, ({school}) => school.authority.region);
  const inAuthority = group(state, ({school}) => school.authority);
  const regions = [...new Set(england.authorities.map(({region}) => region))];
  const places: Total[] = [
    {level: "National", cells: {}, lives: state},
    ...regions.map((region): Total => ({
      level: "Regional",
      cells: {region_code: region.code, region_name: region.name},
      lives: inRegion.get(region) ?? []
    })),
    ...england.authorities.map((authority): Total => ({
      level: "Local authority",
      cells: {
        region_code: authority.region.code,
        region_name: authority.region.name,
        old_la_code: authority.code,
        new_la_code: authority.ons,
        la_name: authority.name
      },
      lives: inAuthority.get(authority) ?? []
    }))
  ];
  return places.flatMap(({level, cells, lives: all}) => {
    const ofPhase = group(all, ({school}) => school.phase);
    return (["Total", "primary", "secondary", "special"] as const).flatMap((phase): Total[] => {
      const some = phase === "Total" ? all : (ofPhase.get(phase) ?? []);
      const school_type = phase === "Total" ? phase : phaseNames[phase];
      return some.length ? [{level, cells: {...yearCells(year, level), ...cells, school_type}, lives: some}] : [];
    });
  });
}

/** “Sponsored academy” to 2015/16, “Secondary sponsor led academy” after; null of schools that are none. */
export function academyLabel(then: Establishment, label: "old" | "new"): string | null {
  if (!isAcademy(then)) return null;
  const partnership_type = then.type === "sponsored" ? "sponsored" : then.type === "free" ? "free" : "converter";
  if (label === "old")
    return {sponsored: "Sponsored academy", free: "Free school", converter: "Converter academy"}[partnership_type];
  const phase = {primary: "Primary", secondary: "Secondary", special: "Special"}[then.school.phase];
  return `${phase} ${{sponsored: "sponsor led academy", free: "free school", converter: "converter academy"}[partnership_type]}`;
}

export const slashed = (iso: string | null): string => date(iso, "dd/mm/yyyy");

/** National and regional figures are rounded to 5. */
export const round5 = (n: number): number => 5 * Math.round(n / 5);

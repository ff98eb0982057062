import type {PanelOptions} from "../../panel/panel-estimator.ts";
import type {PanelGrid} from "./panel-grid.ts";

/** What one cohort and year is counted from: places in `periods`. */
export interface CohortYear {
  cohort: number;
  /** The year in question. */
  at: number;
  /** One place, or the places of a window; the year itself where it is the universal base. */
  base: readonly number[];
}

/**
 * Every cohort and year that can be estimated, with its base.
 *
 * `universal`: the last period present before the cohort less anticipation, for
 * every year. `varying`: the same from the cohort less anticipation on; before
 * it, the period before the year. A window: the periods present whose event
 * time lies in it. Cohorts without a base are named in `without`.
 */
export function cohortYears(
  {periods, makeUnits}: PanelGrid,
  {base, anticipation}: Pick<PanelOptions, "base" | "anticipation">
): {cells: CohortYear[]; without: number[]} {
  const last = periods.at(-1)!;
  const cohorts = [...makeUnits.keys()].filter((g) => g <= last).sort((a, b) => a - b);
  const cells: CohortYear[] = [];
  const without: number[] = [];
  for (const cohort of cohorts) {
    const places = placesOfBase(periods, cohort, {base, anticipation});
    if (!places.length) without.push(cohort);
    else {
      for (let at = base === "varying" ? 1 : 0; at < periods.length; at++) {
        const isShort = base === "varying" && periods[at] < cohort - anticipation;
        cells.push({cohort, at, base: isShort ? [at - 1] : places});
      }
    }
  }
  return {cells, without};
}

function placesOfBase(
  periods: readonly number[],
  cohort: number,
  {base, anticipation}: Pick<PanelOptions, "base" | "anticipation">
): number[] {
  const places = periods.map((_, place) => place);
  if (typeof base === "string") return places.filter((place) => periods[place] < cohort - anticipation).slice(-1);
  return places.filter((place) => periods[place] - cohort >= base[0] && periods[place] - cohort <= base[1]);
}

/** The units a cohort and year is compared with: never treated, or none treated by then or by the base, anticipation counted in. */
export function selectComparators(
  {periods, makeUnits}: PanelGrid,
  {cohort, at, base}: CohortYear,
  {comparators, anticipation}: Pick<PanelOptions, "comparators" | "anticipation">
): Int32Array[] {
  const never = makeUnits.get(Infinity) ?? new Int32Array(0);
  if (comparators === "never_treated") return [never];
  const latest = periods[Math.max(at, ...base)] + anticipation;
  return [...makeUnits].filter(([g]) => g > latest && g !== cohort).map(([, units]) => units);
}

import {group} from "d3";
import {UserError} from "../../errors.ts";
import type {PanelOptions} from "../../panel/panel-estimator.ts";
import type {CohortYearEffects} from "./cohort-year-effects.ts";
import type {PanelGrid} from "./panel-grid.ts";

/** Below so many units, and one more a covariate, a cohort’s estimates are reported as fragile. */
const small = 5;

/**
 * What a reader of the effects has to know: which cohorts and years are missing
 * and why, small cohorts, collinear covariates, how far an unbalanced panel is followed.
 * Throws a UserError where nothing could be estimated.
 */
export function listMessages(
  grid: PanelGrid,
  {cells, empty, without, collinear}: CohortYearEffects,
  {comparators, base, anticipation}: Pick<PanelOptions, "comparators" | "base" | "anticipation">
): string[] {
  const {makeUnits, panel, isBalanced} = grid;
  if (!cells.some(({influence}) => influence)) throw nothingLeft(grid, {empty, without}, comparators);
  const sizes = [...makeUnits].filter(([g, units]) => g < Infinity && units.length < small + panel.covariates.length);
  return [
    ...(isBalanced || typeof base !== "string"
      ? []
      : [
          "the panel is unbalanced: its years are compared as repeated cross-sections (--balance keeps full units only)"
        ]),
    ...(typeof base === "string" ? acrossGaps(grid, anticipation) : []),
    ...(without.length ? [`no period of the base comes before cohort ${without.join(", ")}: left out`] : []),
    ...[...group(empty, ({reason}) => reason)].map(
      ([reason, where]) =>
        `not estimated, because ${reason}: ${where.map(({cohort, time}) => `cohort ${cohort} in ${time}`).join(", ")}`
    ),
    ...(sizes.length
      ? [
          `small cohorts, whose standard errors are too small: ${sizes
            .sort(([a], [b]) => a - b)
            .map(([g, units]) => `${g} (${units.length} ${units.length === 1 ? "unit" : "units"})`)
            .join(", ")}`
        ]
      : []),
    ...collinear.map((name) => `${name} is collinear or constant in some years and is left out there`)
  ];
}

/** Cohorts that count from an earlier year than the one before treatment, because that is not in the panel. */
function acrossGaps({periods, makeUnits}: PanelGrid, anticipation: number): string[] {
  const cohorts = [...makeUnits.keys()].filter((g) => g <= periods.at(-1)!).sort((a, b) => a - b);
  return cohorts.flatMap((g) => {
    const base = periods.filter((t) => t < g - anticipation).at(-1);
    const before = g - anticipation - 1;
    return base === undefined || base === before ? [] : [`cohort ${g} counts from ${base}: there is no ${before}`];
  });
}

function nothingLeft(
  {makeUnits}: PanelGrid,
  {empty, without}: Pick<CohortYearEffects, "empty" | "without">,
  comparators: PanelOptions["comparators"]
): UserError {
  if (comparators === "never_treated" && !makeUnits.has(Infinity)) {
    return new UserError(
      "every unit is treated by the last period, so there is nothing never treated to compare with",
      {
        fix: "compare with units not yet treated (--control notyettreated), or add units never treated"
      }
    );
  }
  const reasons = new Set(empty.map(({reason}) => reason));
  const cause =
    without.length && !empty.length ? "no cohort has a period of the base before it" : [...reasons].join("; ");
  return new UserError(`no effect can be estimated: ${cause || "no cohort is treated within the panel"}`, {
    fix: "add earlier periods or more comparators, or take fewer covariates or another base"
  });
}

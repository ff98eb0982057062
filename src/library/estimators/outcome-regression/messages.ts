import {group} from "d3";
import type {CellExcess, Cohort} from "./cell-excess.ts";
import type {PanelGrid} from "../callaway-santanna/panel-grid.ts";

/** What there is to say of a run: cohorts, cells and the cells without an answer. */
export interface Run {
  cohorts: readonly Cohort[];
  cells: readonly CellExcess[];
  empty: readonly {cohort: number; time: number; reason: string}[];
  /** Cohorts with no period of the base before them. */
  without: readonly number[];
}

/** What a reader has to know: who was left out and why, which covariates were, and where there is no answer. */
export function listMessages(grid: PanelGrid, run: Run): string[] {
  return [
    ...(run.without.length ? [`no period of the base comes before cohort ${run.without.join(", ")}: left out`] : []),
    ...treatedLeftOut(grid, run),
    ...donorsLeftOut(grid, run),
    ...covariatesLeftOut(run),
    ...[...group(run.empty, ({reason}) => reason)].map(
      ([reason, where]) => `not estimated, because ${reason}: ${findPlaces(where)}`
    )
  ];
}

function treatedLeftOut({panel}: PanelGrid, {cohorts, cells}: Run): string[] {
  const counted = new Uint8Array(panel.ids.length);
  for (const {units, design, regression} of cells) {
    for (let i = design.donors; i < design.rows; i++) if (!Number.isNaN(regression.excess[i])) counted[units[i]] = 1;
  }
  const lost = cohorts.flatMap(({treated, means}) =>
    [...treated].filter((u) => !counted[u]).map((u) => missing(panel.covariates, means, u) ?? "comparable in no year")
  );
  if (!lost.length) return [];
  const why = [...group(lost, (reason) => reason)].map(([reason, own]) => `${own.length} ${reason}`);
  return [`left out ${lost.length} treated ${lost.length === 1 ? "unit" : "units"}: ${why.join(", ")}`];
}

function missing(
  covariates: readonly {name: string}[],
  {outcome, covariates: means}: Cohort["means"],
  u: number
): string | null {
  if (Number.isNaN(outcome[u])) return "without an outcome in the base";
  const lacks = covariates.filter((_, k) => Number.isNaN(means[k][u]));
  return lacks.length ? `without ${lacks.map(({name}) => name).join(" and ")} in the base` : null;
}

/** Units that would be compared with, but lack a covariate in some base. */
function donorsLeftOut({panel}: PanelGrid, {cohorts}: Run): string[] {
  const lost = new Set<number>();
  for (const {cohort, means} of cohorts) {
    for (let u = 0; u < panel.ids.length; u++) {
      if (panel.cohort[u] <= cohort || Number.isNaN(means.outcome[u])) continue;
      if (means.covariates.some((own) => Number.isNaN(own[u]))) lost.add(u);
    }
  }
  if (!lost.size) return [];
  return [`not compared with some cohorts for want of a covariate in their base: ${lost.size} units`];
}

function covariatesLeftOut({cells}: Run): string[] {
  const left = cells.flatMap(({cohort, time, regression}) => regression.leftOut.map((one) => ({...one, cohort, time})));
  const because = {
    few: "there are fewer than three units to compare with a coefficient",
    collinear: "it is constant or made up of the others among the units compared with"
  };
  return [...group(left, ({name, why}) => `${name} is left out, because ${because[why]}`)].map(
    ([text, where]) => `${text}: ${where.length === cells.length ? "everywhere" : findPlaces(where)}`
  );
}

const findPlaces = (where: readonly {cohort: number; time: number}[]): string =>
  [...group(where, ({cohort}) => cohort)]
    .map(([cohort, own]) => `cohort ${cohort} in ${own.map(({time}) => time).join(", ")}`)
    .join("; ");

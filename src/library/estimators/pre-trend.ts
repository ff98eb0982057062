import {rowsBy} from "../statistics/rows-by.ts";
import type {CountPeers} from "./peers.ts";
import type {Effect, LongPanel} from "../panel/long-panel.ts";
import {combinationAt, computeEffects} from "./regression-effects.ts";
import {fitTwoWay} from "./two-way-regression.ts";

/**
 * Tests of parallel trends on untreated rows alone (Borusyak, Jaravel & Spiess
 * 2024, §4.4): a two-way regression of them with a dummy for each event time in
 * `leads`, against all other untreated rows. Where every event time is a lead
 * the last one goes, since dummies for all say what unit effects do: the others are then
 * counted from it. Standard errors: see `computeEffects`.
 */
export function preTrend(untreated: LongPanel, isLead: (event: number) => boolean, countPeers: CountPeers): Effect[] {
  const {unit, period, cohort, covariates} = untreated;
  const event = Int32Array.from(period, (time, row) => (cohort[unit[row]] === Infinity ? 0 : time - cohort[unit[row]]));
  const leads = [...new Set(event)].filter((e) => e < 0 && isLead(e)).sort((a, b) => a - b);
  if (!leads.length) return [];
  const place = new Map(leads.map((e, k) => [e, k]));
  const level = event.map((e) => place.get(e) ?? -1);
  const rows = rowsBy(level, leads.length);
  const fit = fitTwoWay({...untreated, units: untreated.ids.length}, [...covariates, {levels: leads.length, level}]);
  const computeEffect = computeEffects(fit, untreated);
  return leads.flatMap((term, k) => {
    const column = covariates.length + k;
    if (Number.isNaN(fit.coefficients[column])) return [];
    return [computeEffect(combinationAt(fit.regressors, [column]), {term, ...countPeers([rows[k]], untreated)})];
  });
}

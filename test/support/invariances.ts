import fc from "fast-check";
import {expect} from "vitest";
import type {Effect, LongPanel} from "../../src/library/panel/long-panel.ts";
import {clusteredError} from "./clustered-error.ts";
import {randomPanel} from "./random-panel.ts";

type Effects = (panel: LongPanel) => readonly Effect[];

/** Panels that are balanced or not, weighted or not, with covariates or without. */
const panels = fc
  .record({
    seed: fc.integer({min: 1, max: 1e6}),
    missing: fc.constantFrom(0, 0.2),
    weighted: fc.boolean(),
    covariates: fc.constantFrom(0, 1),
    clusterSize: fc.constantFrom(1, 3)
  })
  .map((options) => randomPanel({...options, units: 24}));

const collectNumbers = (panel: LongPanel, effects: readonly Effect[]) =>
  effects.map((effect) => ({
    term: effect.term,
    estimate: effect.estimate,
    error: clusteredError(panel, effect)
  }));

function check(effects: Effects, change: (panel: LongPanel) => LongPanel, scale = 1): void {
  fc.assert(
    fc.property(panels, (panel) => {
      const changed = change(panel);
      const before = collectNumbers(panel, effects(panel));
      const after = collectNumbers(changed, effects(changed));
      expect(after.map(({term}) => term)).toEqual(before.map(({term}) => term));
      after.forEach(({estimate, error}, i) => {
        // Effects are of order 1 and found to some 1e-13; outcomes are moved by up to 100.
        expect(estimate / scale).toBeCloseTo(before[i].estimate, 9);
        expect(error / Math.abs(scale)).toBeCloseTo(before[i].error, 9);
      });
    }),
    {numRuns: 15}
  );
}

const withOutcome = (panel: LongPanel, of: (y: number, row: number) => number): LongPanel => ({
  ...panel,
  outcome: panel.outcome.map(of)
});

/** Neither estimates nor errors move with an effect of each year. */
export const ignoresYears = (effects: Effects): void =>
  check(effects, (panel) => withOutcome(panel, (y, row) => y + 50 * Math.sin(panel.period[row])));

/** Nor with an effect of each unit. */
export const ignoresUnits = (effects: Effects): void =>
  check(effects, (panel) => withOutcome(panel, (y, row) => y + 100 * Math.cos(panel.unit[row])));

/** Both scale with the outcome. */
export const scalesWithOutcome = (effects: Effects): void =>
  check(effects, (panel) => withOutcome(panel, (y) => -7 * y), -7);

/** Nor with the order in which units stand. */
export const ignoresOrder = (effects: Effects): void => check(effects, reversed);

/** Nor with the unit of weights. */
export const ignoresWeightUnit = (effects: Effects): void =>
  check(effects, (panel) => ({...panel, weights: panel.weights && panel.weights.map((weight) => 1000 * weight)}));

/** The panel with its units in the opposite order. */
function reversed(panel: LongPanel): LongPanel {
  const units = panel.ids.length;
  const order = [...panel.unit.keys()].sort((a, b) => panel.unit[b] - panel.unit[a] || a - b);
  const selected = (values: Float64Array) => Float64Array.from(order, (row) => values[row]);
  const ofUnit = <T extends Int32Array | Float64Array>(values: T) => values.slice().reverse() as T;
  return {
    ...panel,
    ids: [...panel.ids].reverse(),
    unit: Int32Array.from(order, (row) => units - 1 - panel.unit[row]),
    period: Int32Array.from(order, (row) => panel.period[row]),
    outcome: selected(panel.outcome),
    cohort: ofUnit(panel.cohort),
    cluster: ofUnit(panel.cluster),
    weights: panel.weights && selected(panel.weights),
    covariates: panel.covariates.map(({name, values}) => ({name, values: selected(values)}))
  };
}

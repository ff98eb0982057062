import {join} from "node:path";
import {takeUnits, type BlockPanel} from "../../../src/library/panel/block-panel.ts";
import type {SyntheticEffect} from "../../../src/library/panel/synthetic-effect.ts";
import {syntheticControl} from "../../../src/library/estimators/synthetic-control.ts";
import {
  blockDid,
  estimateNoise,
  syntheticDid,
  type SyntheticOptions
} from "../../../src/library/estimators/synthetic-did.ts";
import {placeboEffects, computeSpread} from "../../../src/library/inference/block-replications.ts";
import {mersenneTwister} from "../../../src/library/statistics/mersenne-twister.ts";
import {takeBlock} from "../../tables/block-table.ts";
import {numbers, readTable, texts, type Table} from "../../read/table.ts";
import {errorRow, row} from "./compare.ts";
import type {ReferenceRow, ReferenceSet} from "./row.ts";

const nameFigure = (estimator: string, what: string) => ({set: "california_prop99", estimator, what});
const solver = {solver: "frank_wolfe"} as const;

/** The reference solves by steps that stop early; ours are the same steps, so estimates are held to the digits. */
const weightTolerance = 1e-8;

/** California’s tobacco law, by the software of Arkhangelsky et al. (2021). */
export const californiaProp99: ReferenceSet = {
  id: "california_prop99",
  ours: false,
  rows: async (folder) => {
    const at = (file: string) => readTable(join(folder, file));
    const panel = takeBlock(await at("california_prop99.csv"), {
      id: "State",
      time: "Year",
      treated: "treated",
      outcome: "PacksPerCapita"
    });
    const placebo = await at("expected_placebo_each_control.csv");
    return [
      ...estimateRows(panel, await at("expected_estimates.csv")),
      ...weightRows(panel, await at("expected_unit_weights.csv"), await at("expected_time_weights.csv")),
      ...pathRows(panel, await at("expected_effect_curve.csv")),
      ...placeboRows(panel, placebo),
      ...errorRows(panel, await at("expected_estimates.csv"))
    ];
  }
};

type Options = Omit<SyntheticOptions, "solver">;

const estimators: Record<string, (panel: BlockPanel, options?: Options) => SyntheticEffect> = {
  synthdid: (panel, options) => syntheticDid(panel, {...options, ...solver}),
  sc: (panel, options) => syntheticControl(panel, {...options, ...solver}),
  did: blockDid
};

function estimateRows(panel: BlockPanel, expected: Table): ReferenceRow[] {
  const estimates = numbers(expected, "tau");
  return texts(expected, "estimator").map((id, i) => {
    const ours = estimators[id](panel).estimate;
    return row(nameFigure(id, "estimate"), estimates[i], ours, Math.abs(estimates[i]), 1e-8);
  });
}

function weightRows(panel: BlockPanel, units: Table, times: Table): ReferenceRow[] {
  const did = syntheticDid(panel, solver);
  const control = syntheticControl(panel, solver);
  const ofUnits = (id: string, column: string, weights: Float64Array) =>
    texts(units, "State").map((state, i) =>
      row(
        nameFigure(id, `${state} weight`),
        numbers(units, column)[i],
        weights[panel.units.indexOf(state)],
        1,
        weightTolerance
      )
    );
  const ofTimes = texts(times, "Year").map((year, i) =>
    row(
      nameFigure("synthdid", `${year} weight`),
      numbers(times, "lambda_synthdid")[i],
      did.timeWeights![i],
      1,
      weightTolerance
    )
  );
  return [
    ...ofUnits("synthdid", "omega_synthdid", did.unitWeights),
    ...ofUnits("sc", "omega_sc", control.unitWeights),
    ...ofTimes
  ];
}

function pathRows(panel: BlockPanel, expected: Table): ReferenceRow[] {
  const {path} = syntheticDid(panel, solver);
  const effects = numbers(expected, "effect");
  return [...numbers(expected, "Year")].map((year, i) =>
    row(
      nameFigure("synthdid", `${year} effect`),
      effects[i],
      path[panel.periods.indexOf(year)],
      Math.abs(effects[i]),
      1e-8
    )
  );
}

function placeboRows(panel: BlockPanel, expected: Table): ReferenceRow[] {
  const effects = numbers(expected, "placebo_tau");
  return texts(expected, "State").map((state, i) => {
    const pretended = panel.units.indexOf(state);
    const others = panel.units.slice(0, panel.comparators).flatMap((_, unit) => (unit === pretended ? [] : [unit]));
    const ours = syntheticDid(takeUnits(panel, [...others, pretended], 1), solver).estimate;
    return row(
      nameFigure("synthdid", `${state} placebo`),
      effects[i],
      ours,
      Math.max(Math.abs(effects[i]), 9.3688),
      1e-8
    );
  });
}

/** The reference drew 200 placebos for each estimator in turn, after one set.seed(12345). */
function errorRows(panel: BlockPanel, expected: Table): ReferenceRow[] {
  const uniform = mersenneTwister(12345);
  const noise = estimateNoise(panel);
  const errors = numbers(expected, "se_placebo200");
  return texts(expected, "estimator").map((id, i) => {
    const estimate = estimators[id];
    const effects = placeboEffects(panel, estimate(panel), (p, start) => estimate(p, {noise, start}), {
      replications: 200,
      uniform
    });
    return errorRow(nameFigure(id, "se_placebo200"), errors[i], computeSpread(effects));
  });
}

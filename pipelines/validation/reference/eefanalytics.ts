import {join} from "node:path";
import {effectOverDeviation, effectOverTotal, effectOverWithin} from "../../../src/library/inference/effect-size.ts";
import type {ClusterSizes, EffectSize} from "../../../src/library/inference/effect-size.ts";
import {fitMixedModel} from "../../../src/library/statistics/mixed-model.ts";
import {findLevels} from "../../tables/find-levels.ts";
import {numbers, presentNumbers, readTable, texts} from "../../read/table.ts";
import {row} from "./compare.ts";
import type {ReferenceRow, ReferenceSet} from "./row.ts";

const set = "eefanalytics";
/** Half of the second decimal, which the reference rounds to, and what rounding there in binary may add. */
const rounding = 0.005 + 1e-9;

/** Hedges’ effect sizes of trials in schools by eefAnalytics. */
export const eefanalytics: ReferenceSet = {
  id: set,
  ours: false,
  rows: async (folder) => {
    const expected = await readTable(join(folder, "expected_effect_sizes.csv"));
    const [models, levels, variances] = ["model", "level", "variance"].map((column) => texts(expected, column));
    const [effect, low, high] = ["ES", "lo", "hi"].map((column) => numbers(expected, column));
    const ours = {
      crtFREQ: await computeEffectSizes(join(folder, "crtData.csv"), "schools"),
      mstFREQ: await computeEffectSizes(join(folder, "mstData.csv"), "pupils")
    };
    return models.flatMap((model, i): ReferenceRow[] => {
      const estimator = model.split(" ")[0] as keyof typeof ours;
      const size = ours[estimator][`${levels[i]} ${variances[i]}`];
      const nameFigure = (what: string) => ({set, estimator, what: `${levels[i]} ${variances[i]} ${what}`});
      return [
        row(nameFigure("effect"), effect[i], size.effect, 1, rounding),
        row(nameFigure("low"), low[i], size.low, 1, rounding),
        row(nameFigure("high"), high[i], size.high, 1, rounding)
      ];
    });
  }
};

/**
 * Effect sizes by level (variances of the model with covariates, or of the empty one) and
 * deviation. Where `schools` were assigned, Hedges’ formulas throughout. Where pupils were,
 * schools differ in their effects too: the model’s standard error, and as total the mean of both
 * sides’ variance; the reference takes Hedges’ formulas with a school’s two sides as two clusters
 * for the empty model.
 */
async function computeEffectSizes(file: string, assigned: "schools" | "pupils"): Promise<Record<string, EffectSize>> {
  const table = await readTable(file);
  const [outcome, treated, before] = ["Posttest", "Intervention", "Prettest"].map((column) =>
    presentNumbers(table, column)
  );
  const {levels, of} = findLevels(texts(table, "School"));
  const one = outcome.map(() => 1);
  const grouped = {outcome: outcome, group: of, groups: levels.length};
  const random = assigned === "schools" ? [one] : [one, treated];
  const full = fitMixedModel({...grouped, fixed: [one, treated, before], random});
  const empty = fitMixedModel({...grouped, fixed: [one], random: [one]});
  const difference = full.coefficients[1];
  const sizes = measureSizes(of, treated);
  const alone = {within: empty.residualVariance, between: empty.randomVariance.get(0, 0)};
  const unconditional = {
    "uncond Within": effectOverWithin(difference, alone, sizes),
    "uncond Total": effectOverTotal(difference, alone, sizes)
  };
  const within = full.residualVariance;
  const between = full.randomVariance;
  if (assigned === "schools") {
    const parts = {within, between: between.get(0, 0)};
    return {
      ...unconditional,
      "cond Within": effectOverWithin(difference, parts, sizes),
      "cond Total": effectOverTotal(difference, parts, sizes)
    };
  }
  const share = treated.reduce((sum, t) => sum + t, 0) / treated.length;
  const total = within + between.get(0, 0) + share * (2 * between.get(0, 1) + between.get(1, 1));
  const estimate = {estimate: difference, se: Math.sqrt(full.covariance.get(1, 1))};
  return {
    ...unconditional,
    "cond Within": effectOverDeviation(estimate, within, outcome.length - levels.length),
    "cond Total": effectOverDeviation(estimate, total, outcome.length - 2)
  };
}

/** Pupils of each school on either side; a school with both counts on both. */
function measureSizes(school: Int32Array, treated: Float64Array): ClusterSizes {
  const count = (side: number) => {
    const sizes = new Map<number, number>();
    school.forEach((s, i) => treated[i] === side && sizes.set(s, (sizes.get(s) ?? 0) + 1));
    return [...sizes.values()];
  };
  return {treated: count(1), comparators: count(0)};
}

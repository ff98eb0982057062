import {join} from "node:path";
import {
  detectableByClusters,
  detectableByIndividuals
} from "../../../src/library/inference/minimum-detectable-effect.ts";
import {presentNumbers, readTable} from "../../read/table.ts";
import {estimateRow} from "./compare.ts";
import type {ReferenceRow, ReferenceSet} from "./row.ts";

const set = "power_mdes";
const options = {power: 0.8, alpha: 0.05};

/** Minimum detectable effect sizes by PowerUpR. */
export const powerMdes: ReferenceSet = {
  id: set,
  ours: true,
  rows: async (folder) => [...(await clusterRows(folder)), ...(await individualRows(folder))]
};

async function clusterRows(folder: string): Promise<ReferenceRow[]> {
  const table = await readTable(join(folder, "expected_mdes_cra2.csv"));
  const [clusters, units, intraclass, explainedWithin, explainedBetween, treated] = [
    "J",
    "n",
    "rho2",
    "r21",
    "r22",
    "p"
  ].map((column) => presentNumbers(table, column));
  const expected = {effect: "mdes", low: "lo", high: "hi"} as const;
  return Array.from({length: table.rows}, (_, i) => {
    const design = {
      clusters: clusters[i],
      units: units[i],
      intraclass: intraclass[i],
      explainedWithin: explainedWithin[i],
      explainedBetween: explainedBetween[i],
      treated: treated[i],
      clusterCovariates: 1
    };
    const ours = detectableByClusters(design, options);
    const what = `J=${design.clusters} n=${design.units} rho=${design.intraclass} r21=${design.explainedWithin} r22=${design.explainedBetween} p=${design.treated}`;
    return Object.entries(expected).map(([end, column]) =>
      estimateRow(
        {set, estimator: "clusters", what: `${what} ${column}`},
        presentNumbers(table, column)[i],
        ours[end as keyof typeof expected],
        ours.se
      )
    );
  }).flat();
}

async function individualRows(folder: string): Promise<ReferenceRow[]> {
  const table = await readTable(join(folder, "expected_mdes_ira.csv"));
  const [units, explained, treated, expected] = ["n", "r21", "p", "mdes"].map((column) =>
    presentNumbers(table, column)
  );
  return Array.from(expected, (mdes, i) => {
    const design = {units: units[i], explained: explained[i], treated: treated[i], covariates: 0};
    const what = `n=${design.units} r21=${design.explained} p=${design.treated} mdes`;
    const ours = detectableByIndividuals(design, options);
    return estimateRow({set, estimator: "individuals", what}, mdes, ours.effect, ours.se);
  });
}

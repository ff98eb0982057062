import {join} from "node:path";
import {reduceToClusters} from "../../../src/library/inference/clustered-regression.ts";
import {pValueAdjustments} from "../../../src/library/inference/p-value-adjustments.ts";
import {romanoWolf} from "../../../src/library/inference/romano-wolf.ts";
import {wildFamily} from "../../../src/library/inference/wild-family.ts";
import {findLevels} from "../../tables/find-levels.ts";
import {presentNumbers, readTable, texts} from "../../read/table.ts";
import {errorRow, estimateRow, row} from "./compare.ts";
import type {ReferenceRow, ReferenceSet} from "./row.ts";

const set = "romano_wolf";
const outcomes = ["y1", "y2", "y3", "y4", "y5", "y6"];
/** Draws of the reference, and ours: enough more that the error is the reference’s. */
const theirs = 9999;
const draws = 99_999;

/** Romano–Wolf p-values by wildrwolf and the classical adjustments, on a simulation of ours. */
export const romanoWolfSet: ReferenceSet = {
  id: set,
  ours: true,
  rows: async (folder) => [...(await familyRows(folder)), ...(await adjustedRows(folder))]
};

async function familyRows(folder: string): Promise<ReferenceRow[]> {
  const table = await readTable(join(folder, "six_outcomes.csv"));
  const expected = await readTable(join(folder, "expected_romano_wolf.csv"));
  const {levels, of} = findLevels(texts(table, "cl"));
  const family = outcomes.map((outcome) =>
    reduceToClusters({
      outcome: presentNumbers(table, outcome),
      tested: presentNumbers(table, "t"),
      others: [{values: new Float64Array(table.rows).fill(1)}, {values: presentNumbers(table, "x")}],
      cluster: of,
      clusters: levels.length,
      weights: null,
      absorbed: null
    })
  );
  const wild = wildFamily(family, {draws, weights: "rademacher", seed: 9});
  const adjusted = romanoWolf(
    Float64Array.from(wild.tests, ({t}) => t),
    wild.draws,
    wild
  );
  const [estimate, se, t, p, rw] = ["Estimate", "Std. Error", "t value", "Pr(>|t|)", "RW Pr(>|t|)"].map((column) =>
    presentNumbers(expected, column)
  );
  return outcomes.flatMap((outcome, i) => {
    const ours = wild.tests[i];
    const nameFigure = (what: string) => ({set, estimator: "clustered regression", what: `${outcome} ${what}`});
    const error = Math.sqrt(rw[i] * (1 - rw[i]) * (1 / theirs + 1 / draws));
    return [
      estimateRow(nameFigure("estimate"), estimate[i], ours.estimate, se[i]),
      errorRow(nameFigure("se"), se[i], ours.se),
      errorRow(nameFigure("t"), t[i], ours.t),
      errorRow(nameFigure("p"), p[i], ours.p),
      row({set, estimator: "Romano–Wolf", what: `${outcome} p`}, rw[i], adjusted[i], 1, 3 * error)
    ];
  });
}

async function adjustedRows(folder: string): Promise<ReferenceRow[]> {
  const expected = await readTable(join(folder, "expected_p_adjust.csv"));
  const p = presentNumbers(expected, "p");
  return Object.entries(pValueAdjustments).flatMap(([method, adjust]) => {
    const column = method.startsWith("b") && method.length === 2 ? method.toUpperCase() : method;
    const [theirs, ours] = [presentNumbers(expected, column), adjust(p)];
    return texts(expected, "outcome").map((outcome, i) =>
      estimateRow({set, estimator: method, what: `${outcome} p`}, theirs[i], ours[i], 0)
    );
  });
}

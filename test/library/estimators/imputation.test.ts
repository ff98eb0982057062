import fc from "fast-check";
import {Matrix, pseudoInverse} from "ml-matrix";
import {describe, expect, it} from "vitest";
import {imputation} from "../../../src/library/estimators/imputation.ts";
import type {LongPanel} from "../../../src/library/panel/long-panel.ts";
import {clusteredError} from "../../support/clustered-error.ts";
import {dummyDesign} from "../../support/dense-regression.ts";
import {
  ignoresOrder,
  ignoresUnits,
  ignoresWeightUnit,
  ignoresYears,
  scalesWithOutcome
} from "../../support/invariances.ts";
import {randomPanel} from "../../support/random-panel.ts";

const options = {
  aggregate: "simple",
  anticipation: 0,
  variance: "conservative",
  isLead: () => true
} as const;

/**
 * By the matrices of Borusyak, Jaravel & Spiess (2024): Z of all effects and covariates, v = −W Z (Z₀′WZ₀)⁻ Z₁′ω on untreated
 * rows and ω on treated ones, and Σ over clusters of (Σ v ε)², ε of treated rows against `centre`.
 */
function slow(panel: LongPanel, centre: "cell" | "all"): {estimate: number; error: number; isIdentified: boolean} {
  const {unit, period, cohort, outcome} = panel;
  const z = new Matrix(
    dummyDesign(
      panel,
      panel.covariates.map(({values}) => values)
    )
  );
  const w = Array.from(unit, (_, row) => (panel.weights ? panel.weights[row] : 1));
  const isTreated = Array.from(unit, (u, row) => period[row] >= cohort[u]);
  const rows = [...unit.keys()];
  const weighted = new Matrix(rows.map((row) => z.getRow(row).map((value) => (isTreated[row] ? 0 : value * w[row]))));
  const products = weighted.transpose().mmul(z);
  const inverse = pseudoInverse(products);
  const beta = inverse.mmul(weighted.transpose().mmul(Matrix.columnVector([...outcome])));
  const gap = Matrix.columnVector([...outcome])
    .sub(z.mmul(beta))
    .to1DArray();
  const total = rows.reduce((sum, row) => sum + (isTreated[row] ? w[row] : 0), 0);
  const omega = rows.map((row) => (isTreated[row] ? w[row] / total : 0));
  const requested = z.transpose().mmul(Matrix.columnVector(omega));
  const pulledWeight = inverse.mmul(requested);
  // Untreated rows state the effects asked of units and years, or an inverse answers all the same.
  const isIdentified = products.mmul(pulledWeight).sub(requested).norm("frobenius") < 1e-9;
  const v = weighted
    .mmul(pulledWeight)
    .to1DArray()
    .map((value, row) => (isTreated[row] ? omega[row] : -value));
  const estimate = rows.reduce((sum, row) => sum + omega[row] * gap[row], 0);
  const cell = (row: number) => `${cohort[unit[row]]} ${period[row]}`;
  const mean = (row: number) => {
    const alike = rows.filter((other) => isTreated[other] && cell(other) === cell(row));
    const squares = alike.reduce((sum, other) => sum + v[other] ** 2, 0);
    return alike.reduce((sum, other) => sum + v[other] ** 2 * gap[other], 0) / squares;
  };
  const sums = new Array<number>(panel.clusters).fill(0);
  for (const row of rows) {
    const controlled = !isTreated[row] ? 0 : centre === "cell" ? mean(row) : estimate;
    sums[panel.cluster[unit[row]]] += v[row] * (gap[row] - controlled);
  }
  return {isIdentified, estimate, error: Math.sqrt(sums.reduce((sum, psi) => sum + psi * psi, 0))};
}

describe("imputation(panel, options)", () => {
  it.each([
    ["conservative", "cell"],
    ["two_stage", "all"]
  ] as const)("agrees with the matrices of the paper, variance %s", (variance, centre) => {
    fc.assert(
      fc.property(fc.integer({min: 1, max: 1e6}), fc.boolean(), fc.constantFrom(0, 1), (seed, weighted, covariates) => {
        const panel = randomPanel({seed, units: 14, missing: 0.2, weighted, covariates, clusterSize: 2});
        const {
          effects: [effect],
          messages
        } = imputation(panel, {...options, variance});
        const {estimate, error, isIdentified} = slow(panel, centre);
        if (!isIdentified) {
          expect(messages.join()).toContain("cannot be imputed");
          return;
        }
        expect(effect.estimate).toBeCloseTo(estimate, 9);
        expect(clusteredError(panel, effect)).toBeCloseTo(error, 9);
      }),
      {numRuns: 20}
    );
  });

  it("finds effects that are planted exactly, where nothing is random", () => {
    const panel = randomPanel({missing: 0.2});
    const event = (row: number) => panel.period[row] - panel.cohort[panel.unit[row]];
    const outcome = Float64Array.from(
      panel.unit,
      (u, row) => u + 3 * panel.period[row] + (event(row) >= 0 ? event(row) + 1 : 0)
    );
    const {effects} = imputation({...panel, outcome}, {...options, aggregate: "dynamic"});
    for (const {term, estimate} of effects) {
      if (typeof term === "number") expect(estimate).toBeCloseTo(term < 0 ? 0 : term + 1, 9);
    }
  });

  it("takes years of anticipation for treated", () => {
    const panel = randomPanel({units: 40});
    const {effects} = imputation(panel, {...options, aggregate: "dynamic", anticipation: 1});
    const earlier = imputation(
      {...panel, cohort: panel.cohort.map((g) => g - 1)},
      {...options, aggregate: "dynamic"}
    ).effects;
    const at = (of: typeof effects, e: number) => of.find(({term}) => term === e)!;
    expect(at(effects, -1).estimate).toBeCloseTo(at(earlier, 0).estimate, 12);
    expect(at(effects, 2).estimate).toBeCloseTo(at(earlier, 3).estimate, 12);
  });

  it("leaves out years in which nobody is untreated, and says so", () => {
    const panel = randomPanel({units: 40});
    const cohort = panel.cohort.map((g) => Math.min(g, 2015));
    const {cells, messages} = imputation({...panel, cohort}, {...options, aggregate: "att_gt"});
    expect(Math.max(...cells!.map(({time}) => time))).toBe(2014);
    expect(messages.join()).toContain("cannot be imputed: nobody is untreated in 2015, 2016");
  });

  it("leaves out units without a year before treatment, and says how many rows", () => {
    const panel = randomPanel({units: 20});
    const cohort = panel.cohort.with(4, 2011);
    const {messages} = imputation({...panel, cohort}, options);
    expect(messages).toEqual(["6 rows after treatment cannot be imputed: 1 units have no year before treatment"]);
  });

  it("counts the units of a term, and others untreated in the same years", () => {
    const panel = randomPanel({units: 40});
    const {cells} = imputation(panel, {...options, aggregate: "att_gt"});
    for (const {cohort, time, units: schools, comparators} of cells!) {
      expect(schools).toBe(panel.cohort.filter((g) => g === cohort).length);
      expect(comparators).toBe(panel.cohort.filter((g) => g > time).length);
    }
  });

  it("refuses a panel in which no treated row can be imputed", () => {
    const panel = randomPanel();
    expect(() => imputation({...panel, cohort: panel.cohort.map(() => 2014)}, options)).toThrow(
      "no treated row can be imputed"
    );
  });

  const effects = (panel: LongPanel) => imputation(panel, {...options, aggregate: "dynamic"}).effects;
  it("does not move with an effect of each year", () => ignoresYears(effects));
  it("does not move with an effect of each unit", () => ignoresUnits(effects));
  it("does not move with the order of units", () => ignoresOrder(effects));
  it("does not move with the unit of weights", () => ignoresWeightUnit(effects));
  it("scales with the outcome", () => scalesWithOutcome(effects));
});

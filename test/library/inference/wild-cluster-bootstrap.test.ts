import {describe, expect, it} from "vitest";
import {reduceToClusters, type ClusteredRegression} from "../../../src/library/inference/clustered-regression.ts";
import {wildClusterBootstrap, type WildOptions} from "../../../src/library/inference/wild-cluster-bootstrap.ts";
import {enumerateWeights} from "../../../src/library/inference/wild-weights.ts";
import {clusteredSample} from "../../support/clustered-sample.ts";
import {denseFit, denseVariance} from "../../support/dense-regression.ts";

const options: WildOptions = {
  nullValue: 0,
  imposed: true,
  weights: "rademacher",
  draws: 10_000,
  seed: 1,
  confidence: 0.95
};
const clusters = 5;
const sample = clusteredSample(11, clusters);
const regression = reduceToClusters(sample);

/** By its definition: the regression run again on every outcome that signs of clusters make. */
function slowP({outcome, tested, others, cluster}: ClusteredRegression, {nullValue, imposed}: WildOptions): number {
  const rest = others.map((block) => ("values" in block ? block.values : new Float64Array()));
  const design = (columns: ArrayLike<number>[]) => Array.from(outcome, (_, i) => columns.map((column) => column[i]));
  const full = design([...rest, tested]);
  const t = (y: ArrayLike<number>, null_: number) => {
    const fit = denseFit(full, y, null);
    const combination = [...rest.map(() => 0), 1];
    return (fit.coefficients.at(-1)! - null_) / Math.sqrt(denseVariance(fit, combination, cluster, clusters));
  };
  const free = denseFit(full, outcome, null);
  const controlled = denseFit(
    design(rest),
    outcome.map((y, i) => y - nullValue * tested[i]),
    null
  );
  const residuals = imposed ? controlled.residuals : free.residuals;
  const centre = imposed ? nullValue : free.coefficients.at(-1)!;
  const observed = Math.abs(t(outcome, nullValue));
  const v = new Float64Array(clusters);
  let farther = 0;
  for (let draw = 0; draw < 2 ** clusters; draw++) {
    enumerateWeights(v, draw);
    const y = outcome.map((value, i) => value - residuals[i] + v[cluster[i]] * residuals[i]);
    if (Math.abs(t(y, centre)) > observed * (1 + 1e-9)) farther++;
  }
  return farther / 2 ** clusters;
}

describe("wildClusterBootstrap(regression, options)", () => {
  it.each([
    {imposed: true, nullValue: 0},
    {imposed: true, nullValue: 1},
    {imposed: false, nullValue: 0},
    {imposed: false, nullValue: 1}
  ])("counts what running the regression again on every draw counts: %o", (choice) => {
    const test = wildClusterBootstrap(regression, {...options, ...choice});
    expect(test.enumerated).toBe(true);
    expect(test.draws).toBe(32);
    expect(test.p).toBe(slowP(sample, {...options, ...choice}));
  });

  it("ties with the data and their mirror image where the null is imposed and draws are enumerated", () => {
    const {p, pWithTies, draws} = wildClusterBootstrap(regression, options);
    expect(pWithTies - p).toBeCloseTo(2 / draws, 14);
  });

  it("has an interval at whose ends p crosses 1 − confidence", () => {
    const larger = reduceToClusters(clusteredSample(5, 9));
    const {low, high} = wildClusterBootstrap(larger, options);
    const p = (nullValue: number) => wildClusterBootstrap(larger, {...options, nullValue}).p;
    const beyond = 1e-6 * larger.error;
    for (const [end, out] of [
      [low, -beyond],
      [high, beyond]
    ] as const) {
      expect(p(end - out)).toBeGreaterThan(0.05);
      expect(p(end + out)).toBeLessThanOrEqual(0.05);
    }
  });

  it("has no end on a side where it can reject nothing", () => {
    // Four clusters have 16 draws, of which the data and their mirror image tie: with ties not counted p may be 0,
    // so ask for more confidence than any share of 16 can give.
    const few = reduceToClusters(clusteredSample(2, 4));
    const {low, high} = wildClusterBootstrap(few, {...options, confidence: 1 + 1e-9});
    expect([low, high]).toEqual([-Infinity, Infinity]);
  });

  it("draws when there are more combinations than draws, and comes near their p", () => {
    const drawn = wildClusterBootstrap(regression, {...options, draws: 31});
    expect(drawn.enumerated).toBe(false);
    expect(drawn.draws).toBe(31);
    const larger = reduceToClusters(clusteredSample(5, 12));
    const all = wildClusterBootstrap(larger, options);
    const some = wildClusterBootstrap(larger, {...options, draws: 4000});
    // Four standard errors of a share of 4,000 draws.
    expect(Math.abs(some.p - all.p)).toBeLessThan(4 * Math.sqrt((all.p * (1 - all.p)) / 4000));
  });

  it("gives the same answer for the same seed, and another for another", () => {
    const p = (seed: number) => wildClusterBootstrap(regression, {...options, weights: "webb", draws: 999, seed}).p;
    expect(p(1)).toBe(p(1));
    expect(new Set([p(1), p(2), p(3), p(4)]).size).toBeGreaterThan(1);
  });

  it("does not change with the unit of the outcome", () => {
    const scaled = reduceToClusters({...sample, outcome: sample.outcome.map((y) => 1000 * y)});
    expect(wildClusterBootstrap(scaled, options).p).toBe(wildClusterBootstrap(regression, options).p);
  });
});

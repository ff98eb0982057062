import tCDF from "@stdlib/stats-base-dists-t-cdf";
import {describe, expect, it} from "vitest";
import {
  detectableByClusters,
  detectableByIndividuals,
  detectableEffect
} from "../../../src/library/inference/minimum-detectable-effect.ts";

const options = {power: 0.8, alpha: 0.05};
const clusters = {
  clusters: 20,
  units: 30,
  treated: 0.5,
  intraclass: 0.05,
  explainedWithin: 0,
  explainedBetween: 0,
  clusterCovariates: 1
};

describe("minimum detectable effects", () => {
  it("reproduce two figures printed by PowerUpR", () => {
    expect(detectableByClusters(clusters, options).effect).toBeCloseTo(0.379967227597, 11);
    const individuals = {units: 400, treated: 0.5, explained: 0, covariates: 0};
    expect(detectableByIndividuals(individuals, options).effect).toBeCloseTo(0.280846760782, 11);
  });

  it("have an interval whose lower end is above zero just where the estimate is significant", () => {
    const {effect, low, se, degrees} = detectableEffect(0.1, 12, options);
    expect(low).toBeGreaterThan(0);
    expect(2 * tCDF(-(effect - low) / se, degrees)).toBeCloseTo(0.05, 10);
  });

  it("are those of single units where clusters do not differ and have one unit each", () => {
    const single = {...clusters, clusters: 402, units: 1, intraclass: 0, clusterCovariates: 0};
    const individuals = {units: 402, treated: 0.5, explained: 0, covariates: 0};
    expect(detectableByClusters(single, options).effect).toBe(detectableByIndividuals(individuals, options).effect);
  });

  it("refuse designs without degrees of freedom", () => {
    expect(() => detectableByClusters({...clusters, clusters: 3}, options)).toThrow("too few clusters");
  });
});

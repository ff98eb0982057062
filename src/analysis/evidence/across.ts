import {median} from "d3";
import {design} from "../../design.ts";
import {metaAnalysis, metaforPrecision, shrink} from "../../library/inference/index.ts";
import type {Across} from "../../release/results.ts";

/** One partnership’s effect. */
export interface PartnershipEffect {
  schools: number;
  estimate: number;
  se: number;
}

/**
 * How far partnerships differ: random effects by REML, Hartung & Knapp’s interval, never narrower than the plain one’s error makes it, the prediction interval, and each
 * effect shrunk towards the mean; unnamed, the largest first. Partnerships without a standard error are left out. Null
 * below the plan’s number of them.
 */
export function meanAcrossPartnerships(partnerships: readonly PartnershipEffect[]): Across | null {
  const units = partnerships.filter(({se}) => se > 0).sort((a, b) => b.schools - a.schools || a.se - b.se);
  if (units.length < design.across.partnerships) return null;
  // REML stops at a step of τ² of fixed size, so it is given effects of about the size of one.
  const scale = median(units, ({se}) => se)!;
  const effects = {
    effect: Float64Array.from(units, ({estimate}) => estimate / scale),
    variance: Float64Array.from(units, ({se}) => (se / scale) ** 2)
  };
  const alpha = 1 - design.confidence;
  const mean = metaAnalysis(effects, {
    method: "reml",
    hartungKnapp: "never_smaller",
    alpha,
    precision: metaforPrecision
  });
  const drawn = shrink(effects, mean, alpha);
  return {
    partnerships: units.length,
    mean: {value: mean.estimate * scale, low: mean.low * scale, high: mean.high * scale},
    predict_low: mean.predict_low * scale,
    predict_high: mean.predict_high * scale,
    tau: Math.sqrt(mean.tau2) * scale,
    i2: mean.i2,
    units: units.map(({schools, estimate, se}, i) => ({
      schools,
      raw: estimate,
      se,
      shrunken: drawn[i].estimate * scale,
      low: drawn[i].low * scale,
      high: drawn[i].high * scale
    }))
  };
}

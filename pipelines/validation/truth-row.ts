import {both, type Both} from "../../src/analysis/comparison/assumptions.ts";
import {wholeResult} from "../../src/analysis/result.ts";
import type {Setting} from "../../src/analysis/setting.ts";
import type {Study} from "../../src/analysis/comparison/study.ts";
import {design} from "../../src/design.ts";
import type {OutcomeDomain} from "../../src/vocabulary/outcome-domain.ts";
import type {Phase} from "../../src/vocabulary/phase.ts";
import type {Role} from "../../src/vocabulary/role.ts";
import type {Direction, Effect} from "../../src/release/results.ts";
import type {VariantName} from "../synthetic-england/variants.ts";
import {reachBySmallSample} from "./small-sample.ts";
import {computeTargets} from "./truth-targets.ts";
import type {Planted} from "./truth-planted.ts";

/** A result of a synthetic England next to what it should be, in the unit printed. */
export interface TruthRow {
  variant: VariantName;
  size: number;
  seed: number;
  partnership_type: string;
  role: Role;
  phase: Phase;
  measure: string;
  /** The outcome domain. */
  domain: OutcomeDomain;
  better: Study["better"];
  schools: number;
  partnerships: number;
  effect: Effect;
  verdict: Direction;
  planted: number;
  noiseless: Both<number>;
  /** Half the width of intervals with CR2 errors and Satterthwaite’s degrees (./small-sample.ts). */
  small_sample: Both<number>;
  /** A standard deviation between schools, in the unit printed. */
  sd: number | null;
}

/** The row of one role on one measure, estimated as it is for the release; null where nothing is. */
export function truthRow(setting: Setting, planted: Planted): Omit<TruthRow, "variant" | "size" | "seed"> | null {
  const {result, found} = wholeResult(setting);
  if (!found || !result.effect || !result.verdict) return null;
  const {study} = setting;
  const {units} = found.means.same_trend;
  const targets = computeTargets(units, design.effect, {
    planted,
    partnership_type: result.partnership_type,
    outcome: study.outcome
  });
  const {partnership_type, role, phase, measure, schools, partnerships, effect, verdict} = result;
  return {
    ...{partnership_type, role, phase, measure, schools, partnerships, effect, verdict},
    domain: study.domain,
    better: study.better,
    planted: study.unit * targets.planted,
    noiseless: both((set) => study.unit * targets.noiseless[set]),
    small_sample: both((set) => {
      const {clusters} = setting.role;
      const {reach} = reachBySmallSample(found.means[set], {
        ...{clusters, set},
        times: design.effect,
        schools: setting.data.schools
      });
      return Math.abs(study.unit) * reach;
    }),
    sd: study.printed.sd
  };
}

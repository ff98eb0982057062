import type {DonorPool} from "../../src/analysis/comparison/donor-pool.ts";
import type {PhaseData} from "../../src/analysis/comparison/phase-data.ts";
import type {Study} from "../../src/analysis/comparison/study.ts";
import {putInForce, type Design} from "../../src/plan/in-force.ts";
import {estimateCovariances, type Covariances} from "../../src/planner/covariances.ts";

/** Schools in no trust, federation or other governance partnership: a new programme would be compared with schools like them. */
export const SPREAD_POOL = "governance";

/** The outcomes of a phase, and the donor pool among whose schools it is estimated how they vary. */
export interface SpreadTask {
  data: PhaseData;
  pool: DonorPool;
  studies: readonly Study[];
  plan: Design;
}

/** How each outcome varies among schools that nobody helped, in the order of the studies, as text. */
export function estimateSpread({data, pool, studies, plan}: SpreadTask): string {
  putInForce(plan);
  return JSON.stringify(studies.map((study): Covariances | null => estimateCovariances(study, data, pool)));
}

import type {Result} from "../release/results.ts";
import type {DonorPool} from "./comparison/donor-pool.ts";
import type {PhaseData} from "./comparison/phase-data.ts";
import type {RoleJoined} from "./comparison/role-joined.ts";
import type {Study} from "./comparison/study.ts";
import type {MeasureTrials} from "./evidence/robustness.ts";

/** What every result of a run carries. */
export interface RunTerms {
  plan: string;
  /** ISO date. */
  made: string;
}

/** A result before words and families are added. */
export type Unfinished = Omit<Result, "words" | "family">;

/** What a result is made from. */
export interface Setting {
  data: PhaseData;
  pool: DonorPool;
  role: RoleJoined;
  study: Study;
  trials: MeasureTrials;
  run: RunTerms;
  /** What pages call covariates. */
  labels: Readonly<Record<string, string>>;
}

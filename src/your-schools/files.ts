import type {Study} from "../analysis/comparison/study.ts";
import type {Phase} from "../vocabulary/phase.ts";

/** The files under your-schools/ of a release: what a page needs to estimate for schools that it alone knows. */

/** A year of whole numbers by school: value × 10^digits; null where there is none. */
export interface PackedYear {
  year: number;
  digits: number;
  values: (number | null)[];
}

/** How a year of native values stands on another scale: (value − mean) ÷ sd; and the rows of it that are not on it. */
export interface SchoolState {
  year: number;
  mean: number;
  sd: number;
  without: number[];
}

/** PHASE.json: the schools of a phase, each with its row in all files of the phase. */
export interface PackedPhase {
  phase: Phase;
  /** school_id, ascending, each as its step from the one before. */
  idSteps: number[];
  /** The measures that “the same past” holds alike, each in the file of its own. */
  past: string[];
  /** The measures that have a file. */
  measures: string[];
}

/** base-PHASE.json: what schools are compared by, a place each in every array. */
export interface PackedBase {
  free_meals: PackedYear[];
  eal: PackedYear[];
  /** As steps from year to year. */
  rolls: PackedYear[];
  governance: PackedYear[];
  /** 1, 0 or null. */
  selective: (number | null)[];
  sixth_form: (number | null)[];
  region: number[];
  regions: string[];
  authority: number[];
}

/** PHASE-MEASURE.json: every value published, and how its years stand on the scale of the estimates and of earlier outcomes. */
export interface PackedMeasure {
  study: Omit<Study, "outcome" | "bounds" | "other" | "rolls">;
  /** First and last year of the outcome. */
  years: [number, number];
  native: PackedYear[];
  /** By year: an index into the measure’s comparable series. */
  comparable_series: Record<number, number>;
  /** Null of a year that is no part of the outcome; mean 0 and sd 1 where it is in its own unit. */
  outcome: SchoolState[];
  /** As a covariate, where it is one. */
  past: SchoolState[] | null;
}

/** pool-POOL-PHASE.json: who may be compared with, and who joined. Schools without a row may always serve, or never. */
export interface PackedPool {
  id: string;
  isGovernance: boolean;
  listedAlone: boolean;
  /** Of rows, ascending. */
  rowSteps: number[];
  /** Null for always. */
  eligibleFrom: (number | null)[];
  /** Null for never, 0 for since nobody knows when. */
  treatedFrom: (number | null)[];
  /** By first treated year: of rows of those who joined what is compared with this donor pool. */
  treatedSteps: Record<number, number[]>;
}

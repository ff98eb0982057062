import type {AcademicYear} from "../vocabulary/academic-year.ts";
import type {OutcomeDomain} from "../vocabulary/outcome-domain.ts";
import type {Phase} from "../vocabulary/phase.ts";

/**
 * variances.json: a list of these, an outcome of a phase each. How schools in no trust or federation vary around what
 * their intake lets one expect, in `unit` and its square: what the design of a programme rests on.
 */
export interface VarianceRow {
  phase: Phase;
  measure: string;
  domain: OutcomeDomain;
  unit: string;
  /** The year whose unit it is, where the outcome is estimated by place among schools. */
  in: {year: AcademicYear; label: string} | null;
  /** What of the variance of a school’s values lasts over the longest lag known, and what does not. */
  between_variance: number;
  within_variance: number;
  /** By lag in years, from 0; null where too few pairs of years are known. */
  covariance: (number | null)[];
  pairs: number[];
  /** Share of the variance of changes, over so many years, that lies between local authorities; null where no changes are known. */
  authority_share: number | null;
  authority_lag: number | null;
  /** Spread of donors around the expected change of one year, e = 0 to 4, as the release’s regressions have it. */
  residual_sd_same_trend: number | null;
  residual_sd_same_past: number | null;
  /** Standard deviation between schools; and of pupils where it is sourced. */
  school_sd: number | null;
  pupil_sd: number | null;
  smallest_effect: number;
  /** Schools behind it, those of the newest year, and pupils of the middle school of the phase. */
  schools: number;
  comparators: number;
  pupils: number | null;
}

import type {AcademicYear} from "../../vocabulary/academic-year.ts";
import type {OutcomeDomain} from "../../vocabulary/outcome-domain.ts";
import type {Phase} from "../../vocabulary/phase.ts";
import type {Better} from "../../vocabulary/better.ts";
import type {Yearly} from "./yearly.ts";

/** One measure in one phase, on the scale on which its years can be compared. */
export interface Study {
  measure: string;
  phase: Phase;
  domain: OutcomeDomain;
  better: Better;
  /** In the unit of `outcome`, by school of the phase. */
  outcome: Yearly;
  /** Where some counts are hidden: the outcome with all of them as low, and as high, as they can be. */
  bounds: {low: Yearly; high: Yearly} | null;
  /** The outcome on its other scale; null where there is none. */
  other: {scale: "native" | "standardised"; outcome: Yearly; unit: number} | null;
  scale: "native" | "standardised";
  /** The comparable series that a native outcome is of; null on the standardised scale. */
  series_id: number | null;
  /** What one of the outcome’s unit is in the unit printed. */
  unit: number;
  printed: {
    unit: string;
    digits: number;
    in: {year: AcademicYear; label: string} | null;
    /** Standard deviations in the unit printed: between schools, and of pupils where it is sourced. */
    sd: number | null;
    pupil_sd: number | null;
    smallest_effect: {value: number; why: string};
  };
  /** Pupils by school and year. */
  rolls: Yearly;
  /** Whether a closing year is only partly collected. */
  partly_collected: boolean;
  /** Whether it is one of the plan’s headline outcomes, which are asked every robustness check. */
  isHeadline: boolean;
}

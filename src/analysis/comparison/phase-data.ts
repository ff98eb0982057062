import type {Phase} from "../../vocabulary/phase.ts";
import type {Yearly} from "./yearly.ts";

/** What is known of the state schools of a phase, which are named by their row. */
export interface PhaseData {
  phase: Phase;
  schools: number;
  /** Intake by year: free meals in percent, English as an additional language in percent, logarithm of the roll. */
  intake: Readonly<Record<"free_meals" | "eal" | "log_roll", Yearly>>;
  /** Earlier outcomes by year, by measure: attainment, absence, suspensions. */
  past: readonly {measure: string; by: Yearly}[];
  /** 1, 0 or NaN where unknown. */
  selective: Float64Array;
  sixth_form: Float64Array;
  /** A number for each region and local authority, −1 where unknown. */
  region: Int32Array;
  regions: readonly string[];
  authority: Int32Array;
  /** By year: 0 maintained, 1 academy alone, 2 in a trust; NaN where unknown. */
  governance: Yearly;
}

import type {Comparison} from "../comparison.ts";

/** A way to tell from a comparison what schools that joined did beside the others. */
export interface Estimator<Result> {
  id: string;
  label: string;
  /** The paper; null for plain description. */
  reference: string | null;
  /** Pure: the same comparison gives the same result. A figure that nothing is behind is null or absent, never 0. */
  estimate(comparison: Comparison): Result;
}

/** One expected number of a reference set next to ours. */
export interface ReferenceRow {
  set: string;
  estimator: string;
  /** Which number: options, term and figure. */
  what: string;
  expected: number | string;
  ours: number | string;
  /** |ours − expected| over the scale its tolerance is stated in; NaN where the answer is no number. */
  relative: number;
  tolerance: number;
  pass: boolean;
  /** Why ours differs, where it does and the reason was found. */
  why?: string;
}

/** The answers of one folder of reference data. */
export interface ReferenceSet {
  id: string;
  /** Whether we made it ourselves: then it lies in test/reference as well. */
  ours: boolean;
  /** Every expected number of the set in that folder, recomputed. Throws a UserError if a file is not there. */
  rows(folder: string): Promise<ReferenceRow[]>;
}

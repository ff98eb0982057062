/** Who may serve as a comparator, by school of the phase. */
export interface DonorPool {
  id: string;
  /** First academic year in which a school may serve: −Infinity for always, Infinity for never. */
  eligibleFrom: Float64Array;
  /** First academic year in which it no longer may: Infinity for never, −Infinity where it has been treated since nobody knows when. */
  treatedFrom: Float64Array;
  /** Whether the treatment is a form of governance; elsewhere governance at the base is a covariate. */
  isGovernance: boolean;
}

/**
 * Rows of the schools that may serve in the trial of a cohort: eligible by then, and not yet treated at `untreatedAt`
 * (the cohort or the year of the outcome, whichever is later).
 */
export function donorsAt({eligibleFrom, treatedFrom}: DonorPool, cohort: number, untreatedAt: number): Int32Array {
  const rows: number[] = [];
  for (let row = 0; row < treatedFrom.length; row++) {
    if (eligibleFrom[row] <= cohort && treatedFrom[row] > untreatedAt) rows.push(row);
  }
  return Int32Array.from(rows);
}

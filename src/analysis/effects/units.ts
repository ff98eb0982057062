import type {TrialExcess} from "../expected-change/trial-excess.ts";

/** A treated school in its trial. */
export interface Unit {
  trial: TrialExcess;
  /** Its place among the treated schools of the trial. */
  at: number;
  /** Its row in the phase. */
  row: number;
  partnership: string;
}

/** Treated schools with the trial of the year each joined in; schools whose cohort has no trial are left out. */
export function makeUnits(
  joined: readonly {row: number; cohort: number; partnership: string}[],
  trials: ReadonlyMap<number, TrialExcess>
): Unit[] {
  const places = new Map([...trials].map(([cohort, trial]) => [cohort, findPlaces(trial)]));
  return joined.flatMap(({row, cohort, partnership}) => {
    const at = places.get(cohort)?.get(row);
    return at === undefined ? [] : [{trial: trials.get(cohort)!, at, row, partnership}];
  });
}

function findPlaces({trial}: TrialExcess): Map<number, number> {
  const places = new Map<number, number>();
  for (let i = trial.donors; i < trial.rows.length; i++) places.set(trial.rows[i], i - trial.donors);
  return places;
}

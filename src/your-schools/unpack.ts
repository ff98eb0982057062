import type {DonorPool} from "../analysis/comparison/donor-pool.ts";
import type {PhaseData} from "../analysis/comparison/phase-data.ts";
import type {Study} from "../analysis/comparison/study.ts";
import type {Yearly} from "../analysis/comparison/yearly.ts";
import type {PackedBase, PackedMeasure, PackedPhase, PackedPool} from "./files.ts";
import {stand, unpackAscending, unpackSteps, unpackYears} from "./pack.ts";

/** A phase as the engine takes it. */
export interface OpenPhase {
  ids: readonly number[];
  makeRow: ReadonlyMap<number, number>;
  data: PhaseData;
  rolls: Yearly;
}

/** A phase with what its schools are compared by, and the files of the measures that “the same past” holds alike. */
export function openPhase(
  {phase, idSteps}: PackedPhase,
  packed: PackedBase,
  past: readonly PackedMeasure[]
): OpenPhase {
  const ids = unpackAscending(idSteps);
  const schools = ids.length;
  const rolls = unpackYears(unpackSteps(packed.rolls), schools);
  const flags = (values: readonly (number | null)[]) => Float64Array.from(values, (value) => value ?? NaN);
  return {
    ids,
    makeRow: new Map(ids.map((id, row) => [id, row])),
    rolls,
    data: {
      phase,
      schools,
      intake: {
        free_meals: unpackYears(packed.free_meals, schools),
        eal: unpackYears(packed.eal, schools),
        log_roll: {years: rolls.years, values: rolls.values.map((pupils) => Math.log(pupils))}
      },
      past: past.map((measure) => ({measure: measure.study.measure, by: readPast(measure, schools)})),
      selective: flags(packed.selective),
      sixth_form: flags(packed.sixth_form),
      region: Int32Array.from(packed.region),
      regions: packed.regions,
      authority: Int32Array.from(packed.authority),
      governance: unpackYears(packed.governance, schools)
    }
  };
}

function readPast({native, past, study}: PackedMeasure, schools: number): Yearly {
  if (!past) throw new Error(`${study.measure} is no covariate`);
  if (past.length === 0) return {years: [0], values: new Float64Array(schools).fill(NaN)};
  return stand(unpackYears(native, schools), past, [past[0].year, past.at(-1)!.year]);
}

/** An outcome among the schools of a phase. */
export function openStudy({study, native, outcome, years}: PackedMeasure, {ids, rolls}: OpenPhase): Study {
  return {
    ...study,
    outcome: stand(unpackYears(native, ids.length), outcome, years),
    bounds: null,
    other: null,
    rolls
  };
}

/** A donor pool among the schools of a phase, and by first treated year the rows of those who joined. */
export function openPool(
  {id, isGovernance, listedAlone, ...packed}: PackedPool,
  {ids}: Pick<OpenPhase, "ids">
): {pool: DonorPool; treated: Map<number, Int32Array>} {
  const eligibleFrom = new Float64Array(ids.length).fill(listedAlone ? Infinity : -Infinity);
  const treatedFrom = new Float64Array(ids.length).fill(Infinity);
  unpackAscending(packed.rowSteps).forEach((row, i) => {
    const [eligible, treated] = [packed.eligibleFrom[i]!, packed.treatedFrom[i]!];
    eligibleFrom[row] = eligible ?? -Infinity;
    treatedFrom[row] = treated === null ? Infinity : treated === 0 ? -Infinity : treated;
  });
  return {
    pool: {id, eligibleFrom, treatedFrom, isGovernance},
    treated: new Map(
      Object.entries(packed.treatedSteps).map(([cohort, own]) => [
        Number(cohort),
        Int32Array.from(unpackAscending(own))
      ])
    )
  };
}

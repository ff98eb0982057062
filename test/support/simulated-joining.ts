import {randomLcg, randomNormal, range} from "d3";
import type {MatchingVariable} from "../../src/analysis/candidates.ts";
import type {Joining, Yearly} from "../../src/analysis/joining.ts";

export interface SimulatedJoining {
  seed: number;
  joiners: number;
  /** Schools of one partnership. */
  each: number;
  untreated: number;
  effect: number;
  /** Added to joiners in the year before joining. */
  dip: number;
  /** How joiners are picked: by chance, or every second of those with the lowest lasting level, or with the lowest mean in the base window. */
  picked: "chance" | "level" | "window";
  cohorts: readonly number[];
}

const plain: SimulatedJoining = {
  seed: 0.5,
  joiners: 40,
  each: 2,
  untreated: 300,
  effect: 0,
  dip: 0,
  picked: "chance",
  cohorts: [2014, 2016]
};

const years = range(2006, 2023);

/** Schools with a lasting level (variance 1) and a year’s luck (variance ½), some of which join, and a made-up intake that follows the level. */
export function simulatedJoining(options: Partial<SimulatedJoining> = {}): {
  joining: Joining;
  outcome: Yearly;
  variables: MatchingVariable[];
} {
  const {seed, joiners, each, untreated, effect, dip, picked, cohorts} = {...plain, ...options};
  const normal = randomNormal.source(randomLcg(seed))();
  const count = joiners + untreated;
  const level = range(count).map(() => normal());
  const luck = range(count).map(() => years.map(() => Math.sqrt(0.5) * normal()));
  const cohortOf = (j: number) => cohorts[Math.floor(j / each) % cohorts.length]!;
  const windowMean = (row: number) => {
    const at = [-4, -3, -2].map((e) => luck[row]![2014 + e - years[0]!]!);
    return level[row]! + (at[0]! + at[1]! + at[2]!) / 3;
  };
  const by = {chance: (row: number) => row, level: (row: number) => level[row]!, window: windowMean}[picked];
  const pickedRows = range(count)
    .sort((a, b) => by(a) - by(b))
    .filter((_, place) => picked === "chance" || place % 2 === 0)
    .slice(0, joiners);
  const treatedFrom = new Float64Array(count).fill(Infinity);
  const all = pickedRows.map((row, j) => {
    const cohort = picked === "window" ? 2014 : cohortOf(j);
    treatedFrom[row] = cohort;
    return {row, cohort, partnership: `P${Math.floor(j / each)}`};
  });
  const values = new Float64Array(count * years.length);
  range(count).forEach((row) =>
    years.forEach((year, t) => {
      const e = year - treatedFrom[row]!;
      const added = (e >= 0 ? effect : 0) + (e === -1 ? dip : 0);
      values[row * years.length + t] = level[row]! + luck[row]![t]! + added + 0.1 * (year - 2010);
    })
  );
  const outcome = {years, values};
  const intake = {
    years,
    values: Float64Array.from(values, (_, i) => level[Math.floor(i / years.length)]! / 2 + normal())
  };
  return {
    joining: {
      schools: count,
      joiners: all,
      treatedFrom,
      origin: Int32Array.from(all, () => (picked === "window" ? 1 : 0)),
      told: {
        measure: "results",
        by: outcome,
        beside: [],
        joiners: picked === "window" ? range(count).map((row) => ({row, cohort: 2014, partnership: `R${row}`})) : [],
        above: 0
      }
    },
    outcome,
    variables: [
      {name: "results", label: "Results", isOutcome: true, by: outcome},
      {name: "intake", label: "Intake", isOutcome: false, by: intake}
    ]
  };
}

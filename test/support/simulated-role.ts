import {drawComparators} from "../../src/analysis/comparators.ts";
import type {RoleStudy} from "../../src/analysis/role-study.ts";
import type {Study} from "../../src/analysis/study.ts";
import {simulatedJoining, type SimulatedJoining} from "./simulated-joining.ts";

/** A role and a study of its simulated joining: ten authorities of three regions, fifty pupils a school, nobody left, no costs. */
export function simulatedRole(
  options: Partial<SimulatedJoining> = {},
  known: Partial<RoleStudy> = {}
): {role: RoleStudy; study: Study} {
  const {joining, outcome, variables} = simulatedJoining(options);
  const rows = Array.from({length: joining.schools}, (_, row) => row);
  const drawn = drawComparators(joining, variables);
  return {
    role: {
      kind: "made_up",
      role: "member",
      joining,
      drawn,
      balance: null,
      redrawn: {region: drawn.cohorts, yearBefore: drawn.cohorts},
      authority: Int32Array.from(rows, (row) => row % 10),
      region: Int32Array.from(rows, (row) => row % 3),
      leftFrom: new Float64Array(joining.schools).fill(Infinity),
      cost: new Float64Array(joining.schools).fill(NaN),
      unpublished: new Set(),
      overlapping: new Set(),
      parts: [],
      evidence: null,
      ...known
    },
    study: {
      measure: "results",
      phase: "primary",
      line: "attainment",
      better: "higher",
      outcome,
      bounds: null,
      other: null,
      scale: "native",
      unit: 1,
      told: {unit: "points", digits: 1, in: null, sd: 1, pupil_sd: null, worth: {value: 0.2, why: "it is made up"}},
      rolls: {years: outcome.years, values: outcome.values.map(() => 50)},
      partly_collected: false
    }
  };
}

import {design} from "../../design.ts";
import type {Subgroup} from "../../release/results.ts";
import type {PhaseData} from "../comparison/phase-data.ts";
import type {RoleJoined} from "../comparison/role-joined.ts";
import {hashSeed} from "../comparison/seed.ts";
import type {Study} from "../comparison/study.ts";
import type {Specification} from "./specification.ts";
import type {Unit} from "./units.ts";

/** TYPE.ROLE.PHASE.MEASURE, and .DIMENSION.VALUE for a subgroup. */
export const makeId = (
  {phase, measure}: Pick<Study, "phase" | "measure">,
  {partnership_type, role}: Pick<RoleJoined, "partnership_type" | "role">,
  by: Subgroup | null
): string => [partnership_type, role, phase, measure, ...(by ? [by.dimension, by.value] : [])].join(".");

/** The plan’s specification of an effect: of units of a role, all of them or a part. Its seed is of its name. */
export const specify = (
  {study, role, data}: {study: Study; role: RoleJoined; data: Pick<PhaseData, "schools">},
  units: readonly Unit[],
  by: Subgroup | null
): Specification => ({
  units,
  times: design.effect,
  schools: data.schools,
  clusters: role.clusters,
  unit: study.unit,
  seed: hashSeed(makeId(study, role, by), design.draws.seed)
});

import {design} from "../design.ts";
import type {EvidenceGrade} from "../partnership-kinds/kind.ts";
import type {Role} from "../release.ts";
import type {Balance} from "../results.ts";
import {balanceOfDrawn} from "./balance.ts";
import type {MatchingVariable} from "./candidates.ts";
import {drawAmong, drawComparators, readyToDraw, type Drawn} from "./comparators.ts";
import type {CohortSets} from "./matched-sets.ts";
import type {Part} from "./subgroups.ts";
import type {Joining} from "./joining.ts";

/** A kind of partnership and a role, among the schools of a phase. */
export interface RoleJoined {
  kind: string;
  role: Role;
  joining: Joining;
  /** By school: a number for its local authority, −1 where unknown. */
  authority: Int32Array;
  /** By school: a number for its region, −1 where unknown. */
  region: Int32Array;
  /** By school: the first academic year in which it no longer counts as a member of the partnership it joined; Infinity where it is not known to have left. */
  leftFrom: Float64Array;
  /** By school: what membership costs it a year, in pounds; NaN where unknown. */
  cost: Float64Array;
  /** Partnerships of which no published source says who was a member. */
  unpublished: ReadonlySet<string>;
  /** Rows of joiners that were also in another kind of partnership when they joined. */
  overlapping: ReadonlySet<number>;
  /** Parts of the joiners that have results of their own. */
  parts: readonly Part[];
  /** How well it is known who was a member. */
  evidence: EvidenceGrade | null;
}

/** The same with the comparators drawn for it once. */
export interface RoleStudy extends RoleJoined {
  drawn: Drawn;
  balance: Balance | null;
  /** Drawn in other ways: within regions, and alike in the year before joining as well. */
  redrawn: {region: CohortSets[]; yearBefore: CohortSets[]};
}

/** Draws comparators for those who joined, by what schools of the phase are matched on. */
export function drawFor(role: RoleJoined, variables: readonly MatchingVariable[]): RoleStudy {
  const {joining, region} = role;
  const ready = readyToDraw(joining, variables);
  const drawn = drawAmong(ready);
  const labels = new Map(variables.map(({name, label}) => [name, label]));
  return {
    ...role,
    drawn,
    balance: balanceOfDrawn(drawn, labels, joining.schools),
    redrawn: {
      region: drawAmong(ready, region).cohorts,
      yearBefore: drawComparators(joining, variables, [design.naive.before, design.naive.before]).cohorts
    }
  };
}

import type {EvidenceGrade} from "../../vocabulary/partnership-types/partnership-type.ts";
import type {Role} from "../../vocabulary/role.ts";
import type {Subgroup} from "../../release/results.ts";
import type {Clustering} from "../../library/inference/index.ts";

/** A school of the phase that joined, and the first academic year that counts as treated. */
export interface Joined {
  row: number;
  cohort: number;
  partnership: string;
}

/** Some of those who joined. */
export interface Part {
  by: Subgroup;
  /** Rows of the schools. */
  rows: ReadonlySet<number>;
}

/** Who joined a type of partnership in one role, among the schools of a phase. */
export interface RoleJoined {
  partnership_type: string;
  role: Role;
  /** On the type’s clock, each school once. */
  joined: readonly Joined[];
  /** On the body’s own clock, a school once a body. */
  ofBodies: readonly Joined[];
  /** A cluster for each school: the partnership it is ever in, else itself. */
  clusters: Clustering;
  /** By school: the first academic year in which it no longer counts as a member; Infinity where it is not known to have left. */
  leftFrom: Float64Array;
  /** By school: what membership costs it a year, in pounds; NaN where unknown. */
  cost: Float64Array;
  /** Partnerships of which no published source says who was a member. */
  unpublished: ReadonlySet<string>;
  /** Rows of schools that were also in another type of partnership when they joined. */
  overlapping: ReadonlySet<number>;
  parts: readonly Part[];
  /** How well it is known who was a member. */
  evidence: EvidenceGrade | null;
}

import type {PartnershipFile} from "../../src/release/partnership-files.ts";
import type {List} from "../../pipelines/validation/lists/outcomes-of-list.ts";

/**
 * A body on record as somebody would paste it: its schools with their roles and first treated years. A supporter’s
 * clock starts when the first school that it supports joins.
 */
export function asList({partnership_type, members}: PartnershipFile): List {
  const supported = members.flatMap(({role, cohort}) => (role === "supported" && cohort !== null ? [cohort] : []));
  const help = Math.min(...supported);
  return {
    partnership_type,
    schools: members.flatMap(({school_id, role, cohort}) =>
      role === null || cohort === null
        ? []
        : [{id: school_id, role, cohort: role === "supporter" && help < Infinity ? Math.max(cohort, help) : cohort}]
    )
  };
}

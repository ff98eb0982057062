import {partnershipTypes} from "./index.ts";

/**
 * The donor pool (table donor_pool) that schools in a role in a partnership type are compared with. Kinds of governance share one:
 * schools in none of them; their supporters are compared with converter academies in no body that helps another. A
 * single-academy trust joins no other school: its academies may serve for the others, and it has a donor pool of its own.
 * Throws for a partnership type that there is not.
 */
export function nameDonorPool(partnership_type: string, role: string): string {
  const known = partnershipTypes[partnership_type];
  if (!known) throw new Error(`no type of partnership is called ${partnership_type}`);
  const pool = known.governance && partnership_type !== "single_academy_trust" ? "governance" : partnership_type;
  return role === "supporter" ? `${pool}_supporter` : pool;
}

/** Whether only the schools listed in a donor pool may serve in it; in any other a school without a row always may. */
export const isOfListedAlone = (pool: string): boolean => pool === "governance_supporter";

/** Whether a donor pool is one of a kind of governance, whose treatment is a way of governing schools. */
export const isGovernance = (pool: string): boolean => {
  const partnership_type = pool.replace(/_supporter$/, "");
  return partnership_type === "governance" || partnershipTypes[partnership_type]?.governance === true;
};

import {partnershipKinds} from "./index.ts";

/**
 * The donor pool (table donor_pool) that schools in a role in a kind are compared with. Kinds of governance share one:
 * schools in none of them; their supporters are compared with converter academies in no body that helps another. A
 * single-academy trust joins no other school: its academies may serve for the others, and it has a pool of its own.
 * Throws for a kind that there is not.
 */
export function donorPoolOf(kind: string, role: string): string {
  const known = partnershipKinds[kind];
  if (!known) throw new Error(`no kind of partnership is called ${kind}`);
  const pool = known.governance && kind !== "single_academy_trust" ? "governance" : kind;
  return role === "supporter" ? `${pool}_supporter` : pool;
}

/** Whether only the schools listed in a pool may serve in it; in any other a school without a row always may. */
export const isOfListedAlone = (pool: string): boolean => pool === "governance_supporter";

/** Whether a pool is one of a kind of governance, whose treatment is a way of governing schools. */
export const isGovernance = (pool: string): boolean => {
  const kind = pool.replace(/_supporter$/, "");
  return kind === "governance" || partnershipKinds[kind]?.governance === true;
};

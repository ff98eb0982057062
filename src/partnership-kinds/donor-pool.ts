import type {Role} from "../release.ts";
import {partnershipKinds} from "./index.ts";

const governance = "governance";
const alone = "single_academy_trust";

/**
 * The donor pool that a role in a type of partnership is compared with (METHOD §5): for types of governance schools in
 * none of them, for their supporters converter academies in no body with a sponsor-led academy; elsewhere schools in no
 * body of the type, and for supporters schools that neither give nor get help in it. Throws where there is no such type.
 */
export function donorPoolOf(kind: string, role: Role): string {
  const type = partnershipKinds[kind];
  if (!type) throw new Error(`no type of partnership is called ${kind}`);
  const pool = type.governance ? governance : kind;
  return role === "supporter" && kind !== alone ? `${pool}_supporter` : pool;
}

/** Whether a donor pool is of a form of governance, which then is no covariate. */
export const isGovernance = (pool: string): boolean => pool.startsWith(governance) || pool === alone;

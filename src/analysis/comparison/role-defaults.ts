import {design} from "../../design.ts";
import type {PanelOptions} from "../../library/panel/index.ts";

export const roles = ["supported", "supporter", "member"] as const;
export type Role = (typeof roles)[number];

/**
 * What change is counted from and who is compared with unless a reader says
 * otherwise. Supported schools are often chosen after a bad year and supporters
 * after good ones, so a role’s base is the plan’s window, which leaves out the
 * year before joining; and comparators are those not yet chosen, since schools
 * that never are have had no bad year (`npm run bench -- coverage`). Without a
 * role both are the reference software’s.
 */
export const roleDefaults = (role: Role | null): Pick<PanelOptions, "base" | "comparators"> =>
  role ? {base: design.base, comparators: "not_yet_treated"} : {base: "varying", comparators: "never_treated"};

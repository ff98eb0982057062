import {design} from "../design.ts";
import type {Base} from "./panel-estimator.ts";

export type Role = "supported" | "supporter" | "member";

/**
 * What change is counted from unless a reader says otherwise. Supported schools
 * are often chosen after a bad year, so theirs is the plan’s base window, which
 * leaves out the year before joining; so is that of supporters, chosen after good ones, and of members.
 * Without a role it is that of the reference software: `varying`.
 */
export const defaultBase = (role: Role | null): Base => (role ? design.base : "varying");

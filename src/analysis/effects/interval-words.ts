import {design} from "../../design.ts";
import type {Method} from "./estimated.ts";

/** How intervals of a method were made, for the notes under a chart. */
export function intervalWords(method: Method, clusters: number): string {
  if (method === "analytic") {
    return `Intervals: cluster-robust by partnership, the regression’s own error included; Student’s t with ${clusters - 1} degrees of freedom. The interval printed is the union of those under both assumptions.`;
  }
  const {randomise_below, fewest_partnerships} = design.inference;
  if (method === "randomisation") {
    return `Intervals: by studentised randomisation among schools that had not joined (fewer than ${randomise_below.schools} schools or ${randomise_below.partnerships} partnerships). The interval printed is the union of those under both assumptions.`;
  }
  return `With fewer than ${fewest_partnerships} partnerships no interval is claimed; what placebo partnerships as large did by chance is shown instead.`;
}

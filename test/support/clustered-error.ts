import type {Effect, LongPanel} from "../../src/library/panel/long-panel.ts";

/** The standard error that influences by unit give, clustered. */
export function clusteredError({cluster, clusters}: LongPanel, {influence}: Pick<Effect, "influence">): number {
  const sums = new Array<number>(clusters).fill(0);
  influence!.forEach((psi, u) => (sums[cluster[u]] += psi));
  return Math.sqrt(sums.reduce((sum, psi) => sum + psi * psi, 0));
}

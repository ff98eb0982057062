/**
 * What the residuals of a cluster are multiplied by: mean 0, variance 1.
 *
 * @example
 * import {wildWeights} from "school-partnerships";
 *
 * console.log(Object.keys(wildWeights).join(", "));
 * // rademacher, webb, mammen
 */
export const wildWeights = {
  /** −1 and 1 (Davidson & Flachaire 2008). */
  rademacher: [-1, 1],
  /** ±√½, ±1, ±√1½: for few clusters, whose Rademacher draws repeat themselves (Webb 2023). */
  webb: [-Math.sqrt(1.5), -1, -Math.sqrt(0.5), Math.sqrt(0.5), 1, Math.sqrt(1.5)],
  /** The two points that keep the third moment (Mammen 1993), the first with chance (√5 + 1) ÷ 2√5. */
  mammen: [(1 - Math.sqrt(5)) / 2, (1 + Math.sqrt(5)) / 2]
} as const;

/** One of `wildWeights`. */
export type WildWeights = keyof typeof wildWeights;

const mammenFirst = (Math.sqrt(5) + 1) / (2 * Math.sqrt(5));

/** Fills the weights of a draw, one a cluster, from uniform numbers in (0, 1). */
export function drawWeights(into: Float64Array, weights: WildWeights, uniform: () => number): void {
  const points = wildWeights[weights];
  for (let g = 0; g < into.length; g++) {
    const u = uniform();
    into[g] = weights === "mammen" ? points[u < mammenFirst ? 0 : 1] : points[Math.floor(u * points.length)];
  }
}

/** Fills the weights of one of the 2^G draws of −1 and 1 there are, `draw` from 0; draw 0 is 1 throughout. */
export function enumerateWeights(into: Float64Array, draw: number): void {
  for (let g = 0; g < into.length; g++) into[g] = Math.floor(draw / 2 ** g) % 2 ? -1 : 1;
}

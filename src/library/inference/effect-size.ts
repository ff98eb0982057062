import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";

/** An effect in standard deviations, with its 95 % interval. */
export interface EffectSize {
  effect: number;
  se: number;
  low: number;
  high: number;
}

/** How many individuals each cluster of either side has. */
export interface ClusterSizes {
  treated: readonly number[];
  comparators: readonly number[];
}

/** Variances of the outcome within clusters and between them. */
export interface VarianceParts {
  within: number;
  between: number;
}

/**
 * A difference in means of a trial of whole clusters over the standard deviation within clusters,
 * with the variance of Hedges (2007, clusters of unequal sizes): the difference’s by its design,
 * N/(N_T N_C) (1 + (ñ − 1)ρ)/(1 − ρ), and d²/2(N − M).
 *
 * @example
 * import {effectOverWithin} from "school-partnerships";
 *
 * const sizes = {treated: [20, 30, 25], comparators: [25, 20, 30]};
 * const {effect, low, high} = effectOverWithin(2, {within: 90, between: 10}, sizes);
 * console.log(effect.toFixed(2), low.toFixed(2), high.toFixed(2));
 * // 0.21 -0.42 0.84
 */
export function effectOverWithin(difference: number, parts: VarianceParts, sizes: ClusterSizes): EffectSize {
  const {individuals, clusters, harmonic, evenSize} = summarise(sizes);
  const rho = intraclass(parts);
  const effect = difference / Math.sqrt(parts.within);
  const design = (harmonic * (1 + (evenSize - 1) * rho)) / (1 - rho);
  return withError(effect, Math.sqrt(design + effect ** 2 / (2 * (individuals - clusters))));
}

/**
 * The same over the total standard deviation (Hedges 2007): Hedges’ g on total variance, which
 * guidance for trials in education asks for. The bias of the total variance from few clusters is
 * taken out.
 *
 * @example
 * import {effectOverTotal} from "school-partnerships";
 *
 * const sizes = {treated: [20, 30, 25], comparators: [25, 20, 30]};
 * const {effect, low, high} = effectOverTotal(2, {within: 90, between: 10}, sizes);
 * console.log(effect.toFixed(2), low.toFixed(2), high.toFixed(2));
 * // 0.20 -0.40 0.79
 */
export function effectOverTotal(difference: number, parts: VarianceParts, sizes: ClusterSizes): EffectSize {
  const {individuals, harmonic, evenSize, upper, squares, product} = summarise(sizes);
  const rho = intraclass(parts);
  const degrees = individuals - 2;
  const excess =
    individuals -
    upper.reduce((sum, {size, clusters}) => sum + size * clusters, 0) +
    upper.reduce((sum, {size}) => sum + size, 0) -
    2;
  const effect = (difference / Math.sqrt(parts.within + parts.between)) * Math.sqrt(1 - (excess * rho) / degrees);
  const top = degrees * (1 - rho) ** 2 + squares * rho ** 2 + 2 * product * rho * (1 - rho);
  const bottom = 2 * degrees * (degrees - rho * (degrees - product));
  return withError(effect, Math.sqrt(harmonic * (1 + (evenSize - 1) * rho) + (effect ** 2 * top) / bottom));
}

/**
 * An effect whose standard error a model has estimated, over a standard deviation with so many
 * degrees of freedom: se²/s² and d²/2df by the delta method, for designs that no closed form
 * covers (clusters with both sides in them).
 *
 * @example
 * import {effectOverDeviation} from "school-partnerships";
 *
 * const {effect, se} = effectOverDeviation({estimate: 2, se: 0.5}, 16, 100);
 * console.log(effect.toFixed(2), se.toFixed(3));
 * // 0.50 0.130
 */
export function effectOverDeviation(
  {estimate, se}: {estimate: number; se: number},
  variance: number,
  degrees: number
): EffectSize {
  const effect = estimate / Math.sqrt(variance);
  return withError(effect, Math.sqrt(se ** 2 / variance + effect ** 2 / (2 * degrees)));
}

function withError(effect: number, se: number): EffectSize {
  const reach = normalQuantile(0.975, 0, 1) * se;
  return {effect, se, low: effect - reach, high: effect + reach};
}

const intraclass = ({within, between}: VarianceParts): number => between / (within + between);

/** The sums over clusters that the paper’s formulas are made of. */
function summarise({treated, comparators}: ClusterSizes) {
  const sides = [treated, comparators].map((sizes) => {
    if (sizes.length < 2) throw new Error("an effect size needs two clusters or more on either side");
    const power = (k: number) => sizes.reduce((sum, n) => sum + n ** k, 0);
    const [n, n2, n3] = [power(1), power(2), power(3)];
    return {
      n,
      n2,
      clusters: sizes.length,
      size: (n * n - n2) / (n * (sizes.length - 1)),
      squares: (n * n * n2 + n2 * n2 - 2 * n * n3) / (n * n)
    };
  });
  const [t, c] = [sides[0], sides[1]];
  const individuals = t.n + c.n;
  return {
    individuals,
    clusters: t.clusters + c.clusters,
    harmonic: individuals / (t.n * c.n),
    evenSize: (c.n * t.n2) / (t.n * individuals) + (t.n * c.n2) / (c.n * individuals),
    upper: [t, c],
    squares: t.squares + c.squares,
    product: t.size * (t.clusters - 1) + c.size * (c.clusters - 1)
  };
}

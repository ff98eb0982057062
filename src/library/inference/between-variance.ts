import {brentRoot} from "../statistics/brent-root.ts";

/** Effects of several units, each with its sampling variance, as parallel arrays. */
export interface StudyEffects {
  effect: Float64Array;
  variance: Float64Array;
}

/**
 * Estimators of the variance between units, by metafor’s names.
 *
 * @example
 * import {betweenMethods} from "school-partnerships";
 *
 * console.log(betweenMethods.join(", "));
 * // fe, dl, pm, reml, ml, he, sj
 */
export const betweenMethods = ["fe", "dl", "pm", "reml", "ml", "he", "sj"] as const;
/** One of `betweenMethods`. */
export type BetweenMethod = (typeof betweenMethods)[number];

/** How the ones that iterate end. */
export interface BetweenOptions {
  /** ml, reml: once a step moves τ² by no more. */
  step: number;
  /** pm: once τ² is bracketed as closely. */
  bracket: number;
}

/**
 * The metafor package’s: its answers come out to the last digit, though τ² itself may be off in
 * the fifth decimal.
 *
 * @example
 * import {betweenVariance, metaforPrecision} from "school-partnerships";
 *
 * const effects = {effect: Float64Array.of(1, 2, 4), variance: Float64Array.of(0.1, 0.2, 0.3)};
 * console.log(betweenVariance(effects, "reml", metaforPrecision).toFixed(4));
 * // 2.0926
 */
export const metaforPrecision: BetweenOptions = {step: 1e-5, bracket: Number.EPSILON ** 0.25};
/**
 * As close as numbers allow.
 *
 * @example
 * import {betweenVariance, exactPrecision} from "school-partnerships";
 *
 * const effects = {effect: Float64Array.of(1, 2, 4), variance: Float64Array.of(0.1, 0.2, 0.3)};
 * console.log(betweenVariance(effects, "reml", exactPrecision).toFixed(4));
 * // 2.0926
 */
export const exactPrecision: BetweenOptions = {step: 0, bracket: 0};

const mostSteps = 2000;
/** Whole steps that do not converge go to and fro about the answer: from here on, shorter ones. */
const measureLength = (step: number): number => (step < 100 ? 1 : step < 500 ? 0.5 : 0.1);

/**
 * τ², the variance of effects between units: 0 by assumption (fe); the moment estimators of
 * DerSimonian & Laird 1986 (dl), Paule & Mandel 1982 (pm) and Hedges & Olkin 1985 (he); Sidik &
 * Jonkman 2005 (sj, from the unweighted variance of effects); maximum likelihood, plain (ml) and
 * restricted (reml), by Fisher scoring from he (Viechtbauer 2005). All but sj may be 0; none is
 * negative.
 *
 * @example
 * import {betweenVariance, exactPrecision} from "school-partnerships";
 *
 * const effects = {effect: Float64Array.of(1, 2, 3), variance: Float64Array.of(0.1, 0.1, 0.1)};
 * console.log(betweenVariance(effects, "dl", exactPrecision).toFixed(2));
 * // 0.90
 */
export function betweenVariance(effects: StudyEffects, method: BetweenMethod, options: BetweenOptions): number {
  return estimators[method](effects, options);
}

const estimators: Record<BetweenMethod, (effects: StudyEffects, options: BetweenOptions) => number> = {
  fe: () => 0,
  dl: (effects) => {
    const {sum, sumOfSquares, q} = weighted(effects, 0);
    return Math.max((q - degrees(effects)) / (sum - sumOfSquares / sum), 0);
  },
  he: (effects) => Math.max(dispersion(effects) / degrees(effects) - mean(effects.variance), 0),
  sj: (effects) => {
    const start = dispersion(effects) / effects.effect.length;
    return (start * weighted(effects, start).q) / degrees(effects);
  },
  pm: (effects, {bracket}) => {
    const excess = (tau2: number) => weighted(effects, tau2).q - degrees(effects);
    return excess(0) <= 0 ? 0 : brentRoot(excess, [0, Math.max(100, dispersion(effects))], bracket);
  },
  ml: (effects, options) =>
    scored(effects, estimators.he(effects, options), options, ({sum, sumOfSquares, squaredScores}) => {
      return (squaredScores - sum) / sumOfSquares;
    }),
  reml: (effects, options) =>
    scored(effects, estimators.he(effects, options), options, ({sum, sumOfSquares, sumOfCubes, squaredScores}) => {
      const trace = sum - sumOfSquares / sum;
      const traceOfSquare = sumOfSquares - (2 * sumOfCubes) / sum + (sumOfSquares / sum) ** 2;
      return (squaredScores - trace) / traceOfSquare;
    })
};

/** Follows steps until they are small or, asked for none, until they no longer get smaller; never below 0. */
function scored(
  effects: StudyEffects,
  start: number,
  {step}: BetweenOptions,
  score: (sums: ReturnType<typeof weighted>) => number
): number {
  let tau2 = start;
  let last = Infinity;
  for (let i = 0; i < mostSteps; i++) {
    const next = Math.max(tau2 + measureLength(i) * score(weighted(effects, tau2)), 0);
    const moved = Math.abs(next - tau2);
    if (step === 0 && moved >= last && moved <= 1e-12 * next) return tau2;
    tau2 = next;
    if (moved <= step) return tau2;
    last = moved;
  }
  throw new Error(`τ² does not converge in ${mostSteps} steps`);
}

/** Sums of the weights w = 1/(v + τ²), the mean they give and how far effects are from it. */
export function weighted({effect, variance}: StudyEffects, tau2: number) {
  let sum = 0;
  let sumOfSquares = 0;
  let sumOfCubes = 0;
  let total = 0;
  for (let i = 0; i < effect.length; i++) {
    const w = 1 / (variance[i] + tau2);
    sum += w;
    sumOfSquares += w * w;
    sumOfCubes += w * w * w;
    total += w * effect[i];
  }
  const centre = total / sum;
  let q = 0;
  let squaredScores = 0;
  for (let i = 0; i < effect.length; i++) {
    const w = 1 / (variance[i] + tau2);
    const squared = (effect[i] - centre) ** 2;
    q += w * squared;
    squaredScores += w * w * squared;
  }
  return {sum, sumOfSquares, sumOfCubes, centre, q, squaredScores};
}

const degrees = ({effect}: StudyEffects): number => effect.length - 1;
const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function dispersion({effect}: StudyEffects): number {
  const centre = mean(effect);
  return effect.reduce((sum, value) => sum + (value - centre) ** 2, 0);
}

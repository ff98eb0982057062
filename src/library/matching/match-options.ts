import type {Link} from "./binary-regression.ts";
import type {Order} from "./nearest.ts";
import type {Covariate} from "./sample.ts";

/** Options of the methods of matching and weighting; each uses those that concern it. */
export interface MatchOptions {
  /** What nearness is measured in: the propensity, or the Mahalanobis distance on all covariates. */
  distance: "propensity" | "mahalanobis";
  link: Link;
  /** Nearest on these by Mahalanobis distance, the propensity keeping the caliper and the order. */
  mahalanobisOn: readonly Covariate[] | null;
  /** Only rows that agree in all of these may be matched. */
  exact: readonly Covariate[];
  /** In standard deviations of the propensity among all rows; null for none. */
  caliper: number | null;
  /** Null for the propensity from the largest, or the order of the rows where there is no propensity. */
  order: Order | null;
  ratio: number;
  replace: boolean;
  subclasses: number;
  /** Intervals a number is cut into; null for Sturges’s. */
  bins: number | null;
}

/**
 * The options that hold unless others are given: one nearest neighbour on a logit propensity, without replacement.
 *
 * @example
 * import {matchDefaults} from "school-partnerships";
 *
 * const {distance, link, ratio, replace} = matchDefaults;
 * console.log(distance, link, ratio, replace);
 * // propensity logit 1 false
 */
export const matchDefaults: MatchOptions = {
  distance: "propensity",
  link: "logit",
  mahalanobisOn: null,
  exact: [],
  caliper: null,
  order: null,
  ratio: 1,
  replace: false,
  subclasses: 6,
  bins: null
};

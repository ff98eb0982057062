import {deviation} from "d3";
import {UserError} from "../errors.ts";
import {fitBinaryRegression} from "./binary-regression.ts";
import {strataOfCodes} from "./coarsened-exact.ts";
import {mahalanobisCoordinates} from "./mahalanobis.ts";
import type {MatchOptions} from "./match-options.ts";
import {nearestNeighbours, type Pair} from "./nearest.ts";
import {weighPairs} from "./pair-weights.ts";
import {modelColumns, type Covariate, type Sample} from "./sample.ts";
import type {Matching} from "./strata-weights.ts";

export interface NearestMatching extends Matching {
  pairs: Pair[];
  propensity: Float64Array | null;
}

/**
 * Pairs each treated row with its nearest comparators by the options’ distance,
 * within calipers and exact strata, and weighs them.
 *
 * Throws a UserError at a caliper or an order that needs a propensity where there
 * is none, and if no pair is left.
 */
export function matchNearest({treated, covariates}: Sample, options: MatchOptions): NearestMatching {
  const isOnPropensity = options.distance === "propensity";
  const order = options.order ?? (isOnPropensity ? "largest" : "data");
  if (!isOnPropensity) refuseWithoutPropensity({...options, order});
  const propensity = isOnPropensity
    ? fitBinaryRegression(treated, modelColumns(covariates), {link: options.link}).fitted
    : null;
  const measured = options.mahalanobisOn ?? (isOnPropensity ? null : covariates);
  const coordinates = measured ? mahalanobisCoordinates(treated, modelColumns(measured)) : [propensity!];
  const pairs = nearestNeighbours(treated, coordinates, {
    order,
    score: propensity,
    caliper: options.caliper === null ? Infinity : options.caliper * deviation(propensity!)!,
    stratum: strataOfCodes(
      options.exact.map((covariate) => encodeLevels(covariate)).concat(new Int32Array(treated.length))
    ),
    ratio: options.ratio,
    replace: options.replace
  });
  if (!pairs.length) {
    throw new UserError("no treated unit has a comparator within the caliper and exact values", {
      fix: "widen --caliper, or match exactly on fewer columns"
    });
  }
  return {...weighPairs(treated, pairs), pairs, propensity};
}

/** By row: a code that is the same where the covariate is. */
export function encodeLevels(covariate: Covariate): Int32Array {
  if (!("values" in covariate)) return covariate.codes;
  const codes = new Map<number, number>();
  return Int32Array.from(covariate.values, (value) => {
    if (!codes.has(value)) codes.set(value, codes.size);
    return codes.get(value)!;
  });
}

function refuseWithoutPropensity({caliper, order}: Pick<MatchOptions, "caliper" | "order">): void {
  const fix = "use --distance propensity, with --mahalanobis-on for what nearness is to be measured on";
  if (caliper !== null) throw new UserError("a caliper is a width of the propensity, and there is none", {fix});
  if (order === "largest" || order === "smallest") {
    throw new UserError(`the order “${order}” is of the propensity, and there is none`, {fix});
  }
}

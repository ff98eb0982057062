import {UserError} from "../errors.ts";
import {fitBinaryRegression} from "./binary-regression.ts";
import {coarsen, strataOfCodes, sturges} from "./coarsened-exact.ts";
import {entropyBalance} from "./entropy-balancing.ts";
import {encodeLevels, matchNearest} from "./match-nearest.ts";
import type {MatchOptions} from "./match-options.ts";
import type {Pair} from "./nearest.ts";
import {inverseProbabilityWeights, overlapWeights} from "./propensity-weights.ts";
import {modelColumns, type Sample} from "./sample.ts";
import {weighByStrata, type Matching} from "./strata-weights.ts";
import {subclassify} from "./subclassify.ts";

/** A sample matched or weighted. */
export interface Matched extends Matching {
  /** Null where the method pairs nobody. */
  pairs: readonly Pair[] | null;
  /** By row: the chance of being treated; null where none was fitted. */
  propensity: Float64Array | null;
}

/** A way to match or weigh a sample. `apply` throws a UserError where the sample does not allow it. */
export interface MatchingMethod {
  id: string;
  label: string;
  reference: string;
  apply(sample: Sample, options: MatchOptions): Matched;
}

/**
 * Ways to find comparators like the treated. Weights of the treated are 1, except of `overlap`.
 *
 * @example
 * import {matchingMethods} from "school-partnerships";
 *
 * console.log(matchingMethods.map(({id}) => id).join(", "));
 * // nearest, subclass, cem, ebal, ipw, overlap
 */
export const matchingMethods: readonly MatchingMethod[] = [
  {
    id: "nearest",
    label: "nearest neighbours",
    reference: "Rubin (1973), Biometrics 29(1), doi:10.2307/2529684",
    apply: matchNearest
  },
  {
    id: "subclass",
    label: "subclasses of the propensity",
    reference: "Rosenbaum & Rubin (1984), JASA 79(387), doi:10.1080/01621459.1984.10478078",
    apply: (sample, options) => {
      const propensity = estimatePropensity(sample, options);
      const subclasses = subclassify(sample.treated, propensity, options);
      return {...weighByStrata(sample.treated, subclasses), pairs: null, propensity};
    }
  },
  {
    id: "cem",
    label: "coarsened exact matching",
    reference: "Iacus, King & Porro (2012), Political Analysis 20(1), doi:10.1093/pan/mpr013",
    apply: ({treated, covariates}, {bins, exact}) => {
      const coarse = coarsen(covariates, {bins: bins ?? sturges(treated.length)});
      const strata = strataOfCodes([coarse, ...exact.map(encodeLevels)]);
      return {...weighByStrata(treated, strata), pairs: null, propensity: null};
    }
  },
  {
    id: "ebal",
    label: "entropy balancing",
    reference: "Hainmueller (2012), Political Analysis 20(1), doi:10.1093/pan/mpr025",
    apply: ({treated, covariates}) => ({
      weights: entropyBalance(treated, modelColumns(covariates)),
      sets: null,
      pairs: null,
      propensity: null
    })
  },
  {
    id: "ipw",
    label: "inverse probability weights",
    reference: "Hirano, Imbens & Ridder (2003), Econometrica 71(4), doi:10.1111/1468-0262.00442",
    apply: (sample, options) => {
      const propensity = estimatePropensity(sample, options);
      return {weights: inverseProbabilityWeights(sample.treated, propensity), sets: null, pairs: null, propensity};
    }
  },
  {
    id: "overlap",
    label: "overlap weights",
    reference: "Li, Morgan & Zaslavsky (2018), JASA 113(521), doi:10.1080/01621459.2016.1260466",
    apply: (sample, options) => {
      const propensity = estimatePropensity(sample, options);
      return {weights: overlapWeights(sample.treated, propensity), sets: null, pairs: null, propensity};
    }
  }
];

/**
 * The method of an id, such as "nearest". Throws a UserError, with the ids there are, where there is none.
 *
 * @example
 * import {findMethod} from "school-partnerships";
 *
 * console.log(findMethod("ebal").label);
 * // entropy balancing
 */
export function findMethod(id: string): MatchingMethod {
  const method = matchingMethods.find((one) => one.id === id);
  if (method) return method;
  throw new UserError(`no method of matching is called “${id}”`, {
    fix: `choose one of ${matchingMethods.map((one) => one.id).join(", ")}`
  });
}

const estimatePropensity = ({treated, covariates}: Sample, {link}: MatchOptions): Float64Array =>
  fitBinaryRegression(treated, modelColumns(covariates), {link}).fitted;

import {UserError} from "../errors.ts";
import type {PanelEstimator, PanelOptions} from "./panel-estimator.ts";

/** What the options that name a choice may be. */
const choices = {
  comparators: ["never_treated", "not_yet_treated"],
  method: ["dr", "reg", "ipw"]
} as const satisfies {[K in keyof PanelOptions]?: readonly PanelOptions[K][]};

/**
 * The options as they are. Throws a UserError with what there is to choose where one is none of it, as a caller without
 * types may give: taken for another, it would answer another question.
 */
export function checkOptions(options: PanelOptions, {aggregates}: Pick<PanelEstimator, "aggregates">): PanelOptions {
  for (const [name, known] of Object.entries({aggregate: aggregates, ...choices})) {
    const given: unknown = options[name as keyof PanelOptions];
    if (!(known as readonly unknown[]).includes(given))
      throw new UserError(`${name}: “${String(given)}” is not known`, {fix: `choose one of ${known.join(", ")}`});
  }
  const {base, anticipation} = options;
  const isWindow = Array.isArray(base) && base.length === 2 && base.every(Number.isInteger) && base[0] <= base[1];
  if (!isWindow && base !== "universal" && base !== "varying")
    throw new UserError(`base: “${String(base)}” is not known`, {
      fix: "give universal, varying, or the first and the last event time of a window, such as [-4, -2]"
    });
  if (!Number.isInteger(anticipation) || anticipation < 0)
    throw new UserError(`anticipation: ${String(anticipation)} is no number of years`, {
      fix: "give 0, or in how many whole years before treatment it may act already"
    });
  return options;
}

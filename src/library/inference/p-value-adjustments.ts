import {benjaminiHochberg, benjaminiYekutieli} from "./benjamini-hochberg.ts";
import {bonferroni} from "./bonferroni.ts";
import {hochberg} from "./hochberg.ts";
import {holm} from "./holm.ts";

/**
 * Every adjustment that needs p-values alone.
 *
 * @example
 * import {pValueAdjustments} from "school-partnerships";
 *
 * console.log(Object.keys(pValueAdjustments).join(", "));
 * // bonferroni, holm, hochberg, bh, by
 */
export const pValueAdjustments = {
  bonferroni,
  holm,
  hochberg,
  bh: benjaminiHochberg,
  by: benjaminiYekutieli
} as const;

/** A way to adjust p-values for how many tests there are. */
export type PValueAdjustment = keyof typeof pValueAdjustments;

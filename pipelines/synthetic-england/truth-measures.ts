import {ks2Truths} from "./truth-ks2.ts";
import {ks4Truths} from "./truth-ks4.ts";
import {ks5Truths} from "./truth-ks5.ts";
import {organisationTruths} from "./truth-organisation.ts";
import {pupilTruths} from "./truth-pupils.ts";
import type {Truth} from "./truth.ts";

/** How each measure of src/vocabulary/measures.ts is computed from pupils, by measure id. To add measures of a dataset, add a line. */
export const truths: Record<string, Truth> = {
  ...ks4Truths,
  ...ks2Truths,
  ...ks5Truths,
  ...pupilTruths,
  ...organisationTruths
};

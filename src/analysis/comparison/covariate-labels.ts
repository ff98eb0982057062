import {measures} from "../../vocabulary/measures.ts";

/** What pages call covariates: those of intake, and earlier outcomes by their measure. */
export const covariateLabels: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(measures).map(([id, {label}]) => [id, label])),
  own: "The outcome itself",
  free_meals: "Pupils eligible for free meals (%)",
  eal: "Pupils whose first language is not English (%)",
  log_roll: "Pupils on roll (logarithm)",
  selective: "Selective",
  sixth_form: "Has a sixth form"
};

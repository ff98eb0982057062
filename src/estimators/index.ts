import {differenceInRates} from "./difference-in-rates.ts";

/** Every estimator there is. */
export const estimators = [differenceInRates] as const;

import {matchingMethods} from "../../src/library/matching/index.ts";
import {matchingOptions} from "./matching-options.ts";
import {runMatching} from "./matching-run.ts";
import type {Command} from "./command.ts";

/** Matches treated units with others and prints what each unit counts for. */
export const matchCommand: Command = {
  name: "match",
  about: "match treated units with others: prints id,weight",
  positionals: [{name: "FILE", about: "a CSV file, gzipped or not: a row a unit"}],
  options: {
    ...matchingOptions,
    method: {type: "string", value: "ID", about: `${matchingMethods.map(({id}) => id).join(", ")} (nearest)`},
    pairs: {type: "boolean", about: "print treated,control instead"}
  },
  notes: [
    "A weight of 0 is left out. Treated units weigh 1 (in overlap the chance of not being treated); comparators 1 on average, but in",
    "ipw and overlap what the propensity says.",
    "Nearest: greedy, in the order of the propensity from the largest. Among comparators that are equally near, the first met",
    "going outward in the order of the propensity (mahalanobis: of the last column) and then of the rows.",
    "Balance: differences over the standard deviation of the treated before matching; distance is the propensity.",
    "--outcome: the adjusted difference is that of a regression on the covariates; errors are clustered by matched set, else robust."
  ],
  run: (values, [file]) => runMatching(file, values, {command: "match", method: "nearest"})
};

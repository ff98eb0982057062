import {matchingMethods} from "../../src/library/matching/methods.ts";
import {matchingOptions} from "./matching-options.ts";
import {runMatching} from "./matching-run.ts";
import type {Command} from "./command.ts";

/** Weighs units so that others are like the treated, and prints the weights. */
export const weighCommand: Command = {
  name: "weigh",
  about: "weigh units so that others are like the treated: prints id,weight (options as of match)",
  positionals: [{name: "FILE", about: "a CSV file, gzipped or not: a row a unit"}],
  options: {
    ...matchingOptions,
    method: {type: "string", value: "ID", about: `${matchingMethods.map(({id}) => id).join(", ")} (ebal)`}
  },
  run: (values, [file]) => runMatching(file, values, {command: "weigh", method: "ebal"})
};

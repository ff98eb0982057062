import {design} from "../design.ts";
import type {Result} from "../results.ts";
import type {Method} from "./how-sure.ts";

/** How the intervals of a result were made, in a sentence or two for the notes under a chart. */
export function intervalWords(method: Method): Result["interval"] {
  const words = {
    student:
      "Intervals are Student’s t; schools of one partnership count as sharing their luck, and so does a school that is compared with several times.",
    randomisation: `There are fewer than ${design.randomise_below.schools} schools, or fewer than ${design.randomise_below.per_cohort} a year of joining: intervals come from ${design.draws.placebo} made-up partnerships of similar schools that had not joined.`,
    none: `With fewer than ${design.fewest_clusters} partnerships no interval is claimed.`
  };
  return {method, words: words[method]};
}

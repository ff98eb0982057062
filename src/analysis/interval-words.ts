import {design} from "../design.ts";
import type {PlaceboHill, Result} from "../results.ts";
import {count} from "../telling/format.ts";
import type {Method} from "./how-sure.ts";

/** How the intervals of a result were made, in a sentence or two for the notes under a chart; where there are none, what made-up partnerships did instead. */
export function intervalWords(method: Method, hill: PlaceboHill | null): Result["interval"] {
  const words = {
    student:
      "Intervals are Student’s t; schools of one partnership count as sharing their luck, and so does a school that is compared with several times.",
    randomisation: `There are fewer than ${design.randomise_below.schools} schools, or fewer than ${design.randomise_below.per_cohort} a year of joining: intervals come from ${design.draws.placebo} made-up partnerships of similar schools that had not joined.`,
    none: `With fewer than ${design.fewest_clusters} partnerships no interval is claimed.${hill ? ` ${hillWords(hill)}` : ""}`
  };
  return {method, words: words[method]};
}

const hillWords = ({draws, as_far}: PlaceboHill): string =>
  `Of ${count(draws)} made-up sets of partnerships, as many and of the same sizes, each of schools of one authority or else one region where there are enough that had not joined, ${count(as_far)} moved as far, in either direction, by chance alone.`;

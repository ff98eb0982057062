import type {design} from "../design.ts";
import {measures} from "../measures.ts";
import type {PlanNote} from "./note.ts";

type Design = typeof design;

const share = (x: number): string => `${Math.round(100 * x)}%`;
const event = (e: number): string => (e > 0 ? `+${e}` : e < 0 ? `\u2212${-e}` : "0");
const span = ([from, to]: readonly [number, number]): string => `${event(from)} to ${event(to)}`;
const called = (ids: readonly string[]): string =>
  ids.map((id) => Object.entries(measures).find(([name]) => name === id)?.[1].label ?? id).join("; ");

/** A title and a sentence for every choice; a choice added to the plan does not compile without its own. */
const told: {[Name in keyof Design]: [title: string, words: (value: Design[Name]) => string]} = {
  lineage: [
    "One school under several numbers",
    ({days, years}) =>
      `A number that opens within ${days} days of another’s closing goes on as the same school where the register links them. Where dates are not known, the link must lie within ${years} academic year of the change.`
  ],
  cohort: [
    "The first year that counts",
    (rule) =>
      `The first academic year with at least two full terms in the partnership before its results: ${rule}. A start in September counts from the results of the next summer.`
  ],
  headline: [
    "Which results make thirds",
    (of) =>
      `Earlier results: ${called([of.primary])} in primary schools, ${called([of.secondary])} in secondary schools. No role rests on results.`
  ],
  earlier: [
    "Thirds by earlier results",
    (years) => `The lowest, middle and highest third of the phase by the mean of years ${span(years)} from joining.`
  ],
  base: [
    "What change is counted from",
    (years) =>
      `The mean of years ${span(years)} from joining. The year just before is left out: schools are often chosen after a bad one.`
  ],
  before: ["The rate before", (years) => `Change a year over years ${span(years)}.`],
  after: ["The rate after", (years) => `Change a year over years ${span(years)}.`],
  naive: [
    "The naive figure",
    ({after, before}) => `The mean of years ${span(after)} less year ${event(before)}: shown because it misleads.`
  ],
  event_times: ["Years drawn", (years) => `Charts show years ${span(years)}.`],
  phases: [
    "Phases of a partnership",
    (phases) =>
      `Effects are also told by phase: ${phases
        .map(
          ({id, from, to}) =>
            `${id.replaceAll("_", " ")}, ${Number.isFinite(to) ? `years ${span([from, to])}` : `from year ${event(from)} on`}`
        )
        .join("; ")}.`
  ],
  strata: [
    "Similar schools, where changes are only described",
    (groups) => `Schools in the same one of ${groups} equal groups by earlier results.`
  ],
  bulk_load: [
    "Dates that a register filled in for many at once",
    ({links, later}) =>
      `A date on ${links} links or more of a kind is not believed where more than ${share(later)} of its schools had opened earlier.`
  ],
  bridged: [
    "Position among all schools",
    ({authorities, smallest_school: smallest}) =>
      `A year has positions if the files hold ${share(authorities)} of local authorities. The spread is taken over schools of ${smallest} pupils or more.`
  ],
  overlap: [
    "Schools in several partnerships",
    ({nested}) =>
      `Within a kind a school counts from its first partnership. Being in another kind excludes nobody; such schools are counted beside each result. A partnership with ${share(nested)} of its schools in another is nested in it.`
  ],
  effect: ["The overall figure", (years) => `The mean of years ${span(years)}.`],
  matching: [
    "Similar schools",
    ({neighbours, outcomes, intake, available, balance}) =>
      `The ${neighbours} nearest for each school; one school may serve several. Primary: ${called(outcomes.primary)}. Secondary: ${called(outcomes.secondary)}. Special: ${called(outcomes.special)}. Besides: ${called(intake)}; pupils on roll. A thing counts where ${share(available)} of a year’s joiners have it. Differences up to ${balance.good} standard deviations are good; above ${balance.limit} schools are not comparable.`
  ],
  randomise_below: [
    "When intervals come from made-up partnerships",
    ({schools, per_cohort}) => `Below ${schools} schools in all, or ${per_cohort} a joining year.`
  ],
  draws: [
    "Draws by chance",
    ({bootstrap, placebo, seed}) =>
      `${bootstrap} for bands, ${placebo} made-up partnerships. They begin at ${seed}, so that another run draws the same.`
  ],
  fewest_schools: ["The fewest schools of one partnership", (n) => `${n}. Below that its changes are only described.`],
  fewest_clusters: ["The fewest partnerships", (n) => `Below ${n} no interval is claimed.`],
  families: [
    "Outcomes tested at once",
    ({headline}) =>
      `Headline outcomes of primary schools: ${called(headline.primary)}. Of secondary schools: ${called(headline.secondary)}. Of special schools: ${called(headline.special)}. The others are tested together with those of their line of the framework.`
  ],
  confidence: ["Intervals", (level) => `${share(level)}.`]
};

/** Every choice of a plan in words, in the order of src/design.ts. */
export const planNotes = (plan: Design): PlanNote[] =>
  (Object.keys(told) as (keyof Design)[]).map((name) => toldChoice(plan, name));

function toldChoice<Name extends keyof Design>(plan: Design, name: Name): PlanNote {
  const [title, words] = told[name];
  return {name, title, words: words(plan[name])};
}

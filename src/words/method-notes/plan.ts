import type {design} from "../../design.ts";
import {measures} from "../../vocabulary/measures.ts";
import type {PlanRow} from "./method-row.ts";
import {academicYear, listed} from "../../vocabulary/format.ts";

type Design = typeof design;

const months = "January February March April May June July August September October November December".split(" ");

const share = (x: number): string => `${Math.round(100 * x)}%`;
const event = (e: number): string => (e > 0 ? `+${e}` : e < 0 ? `\u2212${-e}` : "0");
const span = ([from, to]: readonly [number, number]): string => `${event(from)} to ${event(to)}`;
const called = (ids: readonly string[]): string =>
  ids.map((id) => Object.entries(measures).find(([name]) => name === id)?.[1].label ?? id).join("; ");

const names: Readonly<Record<string, string>> = {
  free_meals: "free meals",
  log_roll: "pupils on roll (logarithm)",
  eal: "first language other than English",
  own: "the outcome itself",
  past: "attainment, absence and suspensions",
  selective: "selective",
  sixth_form: "has a sixth form",
  governance: "form of governance (types outside governance)",
  region: "region"
};
const covariate = (entry: string): string => {
  const plain = names[entry.replace("²", "")] ?? entry;
  return entry.endsWith("²") ? `${plain}, squared` : plain;
};
const ordered = (entries: readonly string[]): string => entries.map(covariate).join("; ");

/** A title and a sentence for every choice; a choice added to the plan does not compile without its own. */
const reported: {[Name in keyof Design]: [title: string, words: (value: Design[Name]) => string]} = {
  lineage: [
    "One school under several numbers",
    ({days, years}) =>
      `A number that opens within ${days} days of another’s closing goes on as the same school where the register links them. Where dates are not known, the link must lie within ${years} academic year of the change.`
  ],
  cohort: [
    "The first year that counts",
    ({month, day}) =>
      `The first academic year with at least two full terms in the partnership before its results. A start by ${day} ${months[month - 1]} counts from the results of that school year, a later one from those of the next.`
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
  event_times: ["Years drawn", (years) => `Charts show years ${span(years)}.`],
  periods: [
    "Periods since joining",
    (periods) =>
      `Effects are also given by period: ${periods
        .map(
          ({id, from, to}) =>
            `${id.replaceAll("_", " ")}, ${Number.isFinite(to) ? `years ${span([from, to])}` : `from year ${event(from)} on`}`
        )
        .join("; ")}.`
  ],
  bulk_load: [
    "Dates that a register filled in for many at once",
    ({links, later}) =>
      `A date on ${links} links or more of a type is not believed where more than ${share(later)} of its schools had opened earlier.`
  ],
  register_lag: [
    "How late the register may be",
    (days) => `An academy that joins within ${days} days of opening joined on the day it opened.`
  ],
  federation: [
    "One federation in two lists",
    ({shared_schools: shared}) => `Two lists are of one federation where they share ${shared} schools or more.`
  ],
  hidden_count: [
    "Counts that are hidden",
    (mean) => `A hidden count of one or two is taken for ${mean} where the totals of authorities do not state it.`
  ],
  standardised: [
    "Position among all schools",
    ({authorities, smallest_school: smallest}) =>
      `A year has positions if the files hold ${share(authorities)} of local authorities. The spread is taken over schools of ${smallest} pupils or more.`
  ],
  overlap: [
    "Schools in several partnerships",
    ({nested}) =>
      `Within a type a school counts from its first partnership. Being in another type excludes nobody; such schools are counted beside each result. A partnership with ${share(nested)} of its schools in another is nested in it.`
  ],
  effect: ["The overall figure", (years) => `The mean of years ${span(years)}, then the mean over schools.`],
  parts: [
    "Sizes and periods",
    ({sizes, periods}) =>
      `Partnerships part by size after ${listed(sizes.map(String))} schools. Joining years part after ${listed(periods.map((year) => academicYear(year)))}.`
  ],
  covariates: [
    "What is expected of a school",
    ({same_trend, same_past, floor, available, donors_per_coefficient: donors}) =>
      `Same trend, in the order in which they are kept: ${ordered(same_trend)}. Same past: ${ordered(same_past)}. Each is a mean over the base years. One counts where ${share(available)} of a year’s treated schools have it. With fewer than ${donors} schools a coefficient the last are left out. Without ${covariate(floor)} there is no estimate.`
  ],
  past: [
    "Earlier outcomes",
    ({primary, secondary, special}) =>
      `Under same past, besides the outcome itself. Primary: ${called(primary)}. Secondary: ${called(secondary)}. Special: ${called(special)}.`
  ],
  before_after: [
    "Before and after",
    ({after, before}) =>
      `The mean of years ${span(after)} less year ${event(before)}, taken apart into return, expected change and effect.`
  ],
  second_base: [
    "A base further back",
    ({window, schools}) => `The mean of years ${span(window)}, printed where ${schools} schools or more have it.`
  ],
  placebo_in_time: [
    "Joining pretended earlier",
    ({shift, effect}) => `By ${-shift} years, with everything measured at its own date; years ${span(effect)} count.`
  ],
  balanced: ["The balanced path", (years) => `Schools with every year from ${span(years)}.`],
  inference: [
    "Which interval",
    ({randomise_below: {schools, partnerships}, fewest_partnerships: fewest}) =>
      `Below ${schools} schools or ${partnerships} partnerships, by randomisation among schools that had not joined. Below ${fewest} partnerships no interval is claimed.`
  ],
  cross_checks: [
    "Other estimators",
    ({schools, donors, treated, matched, synthetic_donors: few}) =>
      `Asked of the measure of earlier results, from ${schools} schools on, with up to ${treated} of them and ${donors} donors drawn by chance, of which each is matched with ${matched}; below that, synthetic difference in differences with up to ${few} donors.`
  ],
  breakdown: [
    "Room for departures",
    ({grid, references}) =>
      `Departures of ${listed(grid.map(String))} times the largest step before joining are tried, counted from years ${listed(references.map(event))}.`
  ],
  across: ["How far partnerships differ", ({partnerships}) => `Worked out from ${partnerships} partnerships on.`],
  leave_one_out: ["One partnership left out", ({partnerships}) => `Tried from ${partnerships} partnerships on.`],
  tolerances: [
    "What counts as nothing in arithmetic",
    ({copy, unlike, constant, tie}) =>
      `A covariate of which less than ${copy} is left beside the others is a copy. A school further than ${unlike} from what a copy says has no donor like it. A spread below ${constant} of the mean is none. Draws nearer than ${tie} are ties.`
  ],
  draws: [
    "Draws by chance",
    ({band, placebo, family, seed, bins}) =>
      `${band} for bands, ${placebo} for placebo partnerships, ${family} for outcomes tested at once. They begin at ${seed}, so that another run draws the same. Distributions have up to ${bins} bars.`
  ],
  fewest_schools: ["The fewest schools of one partnership", (n) => `${n}. Below that its schools alone are shown.`],
  fewest_pupils: [
    "The fewest pupils of lists of one’s own",
    (n) => `${n}. Figures from lists that are not published rest on no fewer.`
  ],
  similar_schools: [
    "Similar schools that are named",
    ({neighbours}) =>
      `The ${neighbours} nearest on attainment, absence, free meals, first language and pupils on roll, at the base. No headline rests on them.`
  ],
  families: [
    "Outcomes tested at once",
    ({headline}) =>
      `Headline outcomes of primary schools: ${called(headline.primary)}. Of secondary schools: ${called(headline.secondary)}. Of special schools: ${called(headline.special)}. The others are tested together with those of their outcome domain.`
  ],
  moderators: [
    "Who gains: parts of those who joined that are compared",
    ({planned}) =>
      `Planned, for a reason given before anything was estimated: ${planned.map((id) => id.replaceAll("_", " ")).join(", ")}. All other parts are explored. Chances are adjusted for how many comparisons there are (Holm), those planned apart from those explored.`
  ],
  confidence: ["Intervals", (level) => `${share(level)}.`],
  margins: [
    "Smallest effects of interest",
    (by) => {
      const given = Object.entries(by).map(([id, value]) => `${called([id])}: ${value}`);
      return given.length
        ? `Those that measures state with their reasons, but for ${given.join("; ")}.`
        : "Those that measures state with their reasons.";
    }
  ],
  months_of_progress: [
    "Months of progress",
    ({least, most}) =>
      `From ${listed(least.map(String))} standard deviations of pupils on, one to ${least.length} months, by the toolkits of the Education Endowment Foundation; none beyond ${most}.`
  ],
  power: ["The smallest effect that would have been seen", (chance) => `Seen with a chance of ${share(chance)}.`],
  strength: [
    "Strength of evidence",
    ({
      start,
      schools,
      partnerships,
      cohorts,
      later_years: later,
      pre_trend: p,
      breakdown,
      compared,
      plausible,
      between_schools: between
    }) =>
      `Starts at ${start}. A step is lost below ${schools} schools or ${partnerships} partnerships; below ${cohorts} joining years or ${later} years since; where the joint test has p below ${p}; where departures of ${breakdown} times those before joining overturn it; where under ${share(compared)} are compared. Effects above ${plausible} standard deviations of pupils carry a note; where only schools’ spread is known, ${share(between)} of pupils’ variance is taken to lie between schools.`
  ]
};

/** Every choice of a plan in words, in the order of src/design.ts. */
export const makePlanRows = (plan: Design): PlanRow[] =>
  (Object.keys(reported) as (keyof Design)[]).map((name) => describeChoice(plan, name));

function describeChoice<Name extends keyof Design>(plan: Design, name: Name): PlanRow {
  const [title, words] = reported[name];
  return {name, title, words: words(plan[name])};
}

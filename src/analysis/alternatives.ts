import {UserError} from "../errors.ts";
import {design} from "../design.ts";
import {entropyBalance} from "../matching/entropy-balancing.ts";
import type {Alternative, Effect} from "../results.ts";
import {baseStudyOf, comparedWith, countedFrom, weightsWhere, within, type BaseStudy} from "./base-study.ts";
import {changeDefaults, type ChangeOptions} from "./changes.ts";
import {eventStudyOf} from "./event-study.ts";
import type {Yearly} from "./joining.ts";
import {comparedAsIn, withoutAny, withoutComparators, type CohortSets} from "./matched-sets.ts";
import type {RoleStudy} from "./role-study.ts";
import {rollWeights} from "./roll-weights.ts";
import {seedOf} from "./seed.ts";
import type {Study} from "./study.ts";

/** Another way of asking, before it is asked. */
interface Question extends Pick<Alternative, "group" | "label" | "misleading"> {
  options?: Partial<Omit<ChangeOptions, "baseOf">>;
  baseOf?: ChangeOptions["baseOf"];
  /** The same joiners beside others of the pool. */
  beside?: (sets: CohortSets) => CohortSets;
  /** Sets drawn anew. */
  redrawn?: readonly CohortSets[];
  /** Instead of the study’s outcome, with what one of its unit is in the unit told. */
  outcome?: {outcome: Yearly; unit: number} | null;
  byPupils?: boolean;
  /** Only joiners for which it holds. */
  keep?: (row: number) => boolean;
}

/** The same question asked in other ways, the headline among them; one that could not be asked says why. */
export function alternativesOf(study: Study, role: RoleStudy, base: BaseStudy, headline: Effect): Alternative[] {
  const own: Alternative = {group: "base", label: windowLabel, headline: true, misleading: null, ...headline};
  const same = within(base, design.effect);
  return [own, ...questionsOf(study, role).map((question) => ask(study, role, same, question))];
}

/** Right if schools were picked after bad luck in the base window, too low for schools picked because they are lastingly low. */
export const asIfChance = "Adjusted as if chance had picked the schools";

const windowLabel = `Counted from the mean of years ${design.base[0]} to ${design.base[1]}`.replaceAll("-", "−");

function questionsOf({bounds, other, unit}: Study, role: RoleStudy): Question[] {
  const [from, to] = design.base;
  const recovers = "Schools often join after an odd year: going back to normal then passes for an effect.";
  const counted = (label: string, baseOf: ChangeOptions["baseOf"], misleading: string | null = null): Question => ({
    group: "base",
    label,
    misleading,
    baseOf
  });
  const plain = {misleading: null};
  return [
    counted("Counted from the year before joining", () => [-1, -1], recovers),
    counted("Counted from two years before joining", () => [-2, -2]),
    counted("Counted from all years before but the last", () => [-30, -2]),
    counted("Counted from as long before as after", (e) => (e >= 0 ? [-2 - e, -2 - e] : [from, to])),
    {
      ...plain,
      group: "comparators",
      label: "All schools that had not joined, adjusted",
      beside: wholePool
    },
    {...plain, group: "comparators", label: "Similar schools, not adjusted", options: {adjusts: false}},
    {...plain, group: "comparators", label: asIfChance, options: {regards: "pool"}},
    {
      ...plain,
      group: "comparators",
      label: "Weighted to the same means (entropy balancing)",
      beside: balanced
    },
    {
      ...plain,
      group: "comparators",
      label: "Similar schools of the same region",
      beside: (of) => comparedAsIn(of, role.redrawn.region)
    },
    {
      ...plain,
      group: "comparators",
      label: "Similar schools of other authorities",
      beside: (of) => withoutComparators(of, (a, b) => role.authority[a] !== role.authority[b])
    },
    {
      ...plain,
      group: "comparators",
      label: "Similar schools that never joined",
      beside: (of) => withoutComparators(of, (_, b) => role.joining.treatedFrom[b] === Infinity)
    },
    {
      group: "comparators",
      label: "Similar in the year before joining as well",
      misleading: "Matching on one year’s luck over-corrects.",
      redrawn: role.redrawn.yearBefore
    },
    {...plain, group: "cohort", label: "Joined a year earlier than counted", options: {shift: -1}},
    {...plain, group: "cohort", label: "Joined a year later than counted", options: {shift: 1}},
    {...plain, group: "weights", label: "Each school by its pupils", byPupils: true},
    {
      ...plain,
      group: "scale",
      label: other?.scale === "native" ? "In the unit of the years most alike" : "By place among all schools",
      outcome: other
    },
    ...(bounds
      ? [
          {
            ...plain,
            group: "bounds" as const,
            label: "Hidden counts as low as they can be",
            outcome: {outcome: bounds.low, unit}
          },
          {
            ...plain,
            group: "bounds" as const,
            label: "Hidden counts as high as they can be",
            outcome: {outcome: bounds.high, unit}
          }
        ]
      : []),
    {
      ...plain,
      group: "sample",
      label: "Schools in no other kind of partnership on joining",
      keep: (row) => !role.overlapping.has(row)
    }
  ];
}

function ask(study: Study, role: RoleStudy, same: BaseStudy, question: Question): Alternative {
  const {group, label, misleading, outcome, byPupils, keep = () => true} = question;
  const said = {group, label, headline: false, misleading};
  const none = (absent: string): Alternative => ({...said, value: NaN, low: null, high: null, absent});
  if (outcome === null) return none("There is no other scale for these years.");
  const base = asked(study, role, same, question);
  if (base.cohorts.every(({sets}) => !sets.of.length))
    return none("No school that joined has comparators of this sort.");
  const alike = weightsWhere(base.differences, keep);
  const weights = byPupils ? rollWeights(base.differences, study.rolls) : alike;
  if (!weights) return none("Numbers of pupils are unknown.");
  const seed = seedOf([role.kind, role.role, study.phase, study.measure, label].join("."), design.draws.seed);
  const found = eventStudyOf(base.cohorts, base.differences, {
    ...base,
    weights,
    unit: outcome?.unit ?? study.unit,
    draws: design.draws.alternative,
    seed
  });
  if (!found.overall) return none("No school that joined has results both before and since, asked in this way.");
  return {...said, ...found.overall.effect};
}

/** What a question is answered from: as much of the headline’s as it shares. */
function asked(
  study: Study,
  role: RoleStudy,
  same: BaseStudy,
  {options, baseOf, beside, redrawn, outcome}: Question
): BaseStudy {
  const eventTimes = design.effect;
  if (beside) {
    return comparedWith(
      same,
      same.cohorts.map(({sets}) => beside(sets))
    );
  }
  if (baseOf) return countedFrom(same, study.outcome, {baseOf, eventTimes});
  if (!options && !redrawn && !outcome) return same;
  const {measure} = study;
  return baseStudyOf(
    redrawn ?? role.drawn.cohorts,
    {measure, outcome: outcome?.outcome ?? study.outcome},
    role.joining,
    {...changeDefaults, eventTimes, ...options}
  );
}

/** Every joiner is compared with the whole pool. */
const wholePool = (sets: CohortSets): CohortSets => ({
  ...sets,
  from: null,
  of: Int32Array.from(sets.pool.keys()),
  weights: new Float64Array(sets.pool.length).fill(1 / sets.pool.length)
});

/** The pool weighted to the joiners’ means; nobody where no weights can do that. */
function balanced(sets: CohortSets): CohortSets {
  const treated = new Uint8Array(sets.joiners.length + sets.pool.length).fill(1, 0, sets.joiners.length);
  try {
    const weights = entropyBalance(treated, sets.covariates).subarray(sets.joiners.length);
    return {...wholePool(sets), weights: weights.map((weight) => weight / sets.pool.length)};
  } catch (error) {
    if (error instanceof UserError) return withoutAny(sets);
    throw error;
  }
}

/** The figure adjusted as if chance had picked the schools, with the interval of the headline; null where either is not to be had. */
export function luckIn(
  ways: readonly Alternative[],
  {low, high}: Effect
): {value: number; low: number; high: number} | null {
  const found = ways.find(({label}) => label === asIfChance);
  if (!found || Number.isNaN(found.value) || low === null || high === null) return null;
  return {value: found.value, low, high};
}

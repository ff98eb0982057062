import {randomLcg} from "d3";
import {design} from "../../src/design.ts";
import {UserError} from "../../src/library/errors.ts";
import {measureDip, panelEstimators, usesOutcomeRegression, warnOfDip} from "../../src/library/estimators/index.ts";
import {
  clusteredError,
  type EffectRow,
  effectRows,
  fewestTreated,
  preTrendMessage,
  randomisationTest,
  sizeMessage,
  treatedClusterInterval,
  type TreatedClusterInterval
} from "../../src/library/inference/index.ts";
import {
  type Aggregate,
  aggregates,
  type Base,
  type LongPanel,
  type PanelEstimator,
  type PanelOptions,
  studiedPanel
} from "../../src/library/panel/index.ts";
import {methods} from "../../src/library/index.ts";
import {roleDefaults, roles} from "../../src/analysis/comparison/role-defaults.ts";
import {chooseOne, readPanelRows, panelOptions, wholeNumber} from "../tables/panel-table.ts";
import {warnOfIdle} from "../tables/option-values.ts";
import {chooseFormat, printTable, type PrintedRow} from "../tables/print-table.ts";
import type {Command} from "./command.ts";
import {beyondRounding, withoutLevel} from "./beyond-rounding.ts";
import {
  countTreatedClusters,
  describeThin,
  describeUnmeasured,
  isAgainstOne,
  withoutInterval
} from "./unclaimed-errors.ts";

/** More draws say no more, and are not held in memory. */
const MOST_DRAWS = 1_000_000;

type Values = Parameters<Command["run"]>[0];

/** By option of the command line: what an estimator that takes it says of itself. */
const readOption = {
  control: "comparators",
  base: "base",
  role: "base",
  method: "method",
  anticipation: "anticipation",
  covariates: "covariates",
  weights: "weights"
} as const;

/** Estimates the effects of treatment from any panel in a CSV file. */
export const estimateCommand: Command = {
  name: "estimate",
  about: "effects of treatment from any panel in a CSV file, by event time, cohort or year",
  positionals: [{name: "PANEL", about: "a CSV file, gzipped or not: a row a unit and period"}],
  options: {
    ...panelOptions,
    estimator: {type: "string", value: "ID", about: panelEstimators.map(({id}) => id).join(", ")},
    control: {type: "string", value: "GROUP", about: "compare with nevertreated or notyettreated (nevertreated)"},
    method: {type: "string", value: "dr|reg|ipw", about: "doubly robust, outcome regression or weighting (dr)"},
    base: {
      type: "string",
      value: "BASE",
      about: "count from universal, varying, or a window such as --base=-4:-2 (varying)"
    },
    squares: {type: "boolean", about: "add squares of the covariates (reg from a base window)"},
    "lagged-outcome": {type: "boolean", about: "add the outcome’s own base mean (reg from a base window)"},
    after: {
      type: "string",
      value: "FROM:TO",
      about: "event times of the overall effect (reg from a base window; 0 on)"
    },
    role: {type: "string", value: "ROLE", about: `${roles.join(", ")}: base -4:-2, compared with notyettreated`},
    anticipation: {type: "string", value: "N", about: "years before treatment in which it may already act (0)"},
    aggregate: {type: "string", value: "BY", about: `${aggregates.join(", ")} (the estimator’s first)`},
    bootstrap: {type: "string", value: "N", about: "draws of the multiplier bootstrap, for simultaneous bands"},
    randomise: {type: "string", value: "N", about: "allocations of randomisation inference, for the overall effect"},
    seed: {type: "string", value: "S", about: "another number draws other numbers (1)"},
    format: {type: "string", value: "FORMAT", about: "table, csv or json (table)"}
  },
  notes: [
    ...listOptions(),
    "Cohort 0, empty, or after the last year is never treated; units treated in the first year are left out with a message.",
    "An unbalanced panel is compared as repeated cross-sections; --balance keeps full units only; a base window follows units.",
    "Where years are missing the base is the last year present before treatment (less anticipation); event time is calendar.",
    "overall of dynamic averages event times from 0 on; phases are early 0–1, development 2–3, longer_term from 4.",
    "low and high hold each effect (Student’s t, as many degrees of freedom as its clusters allow), band_low and band_high",
    "all terms at once (at least --bootstrap 999). schools and comparators are the distinct units behind a row.",
    "With --method reg and a base window every effect is a mean of excesses over what a regression of the change on base",
    "means of the covariates expects, fitted among all units not treated by then; group: each unit’s mean over --after, then",
    "the mean over units. With fewer than three units a coefficient, covariates are left out: squares before plain ones, the",
    "last named first. There se is se_plain × √(G ÷ (G − 1)), G the clusters of the treated, and t has G − 1 degrees.",
    "Rows are printed on standard output, what was left out and what to distrust on standard error."
  ],
  run: async (values, [file]) => {
    const format = chooseFormat(values["format"]);
    const estimator = chooseEstimator(values["estimator"]);
    refuseUnused(estimator, values);
    const options = readOptions(estimator, values);
    refusePoolOptions(estimator, options, values);
    if (values["weights"] === undefined) warnOfIdle(values, ["weights-by"], "without --weights");
    if (options.aggregate === "att_gt")
      warnOfIdle(
        values,
        ["bootstrap", "after"],
        "with --aggregate att_gt, which has neither bands nor an overall effect"
      );
    const seed = wholeNumber(values["seed"], "seed", 0) ?? 1;
    const draws = wholeNumber(values["bootstrap"], "bootstrap", 1, MOST_DRAWS);
    const allocations = wholeNumber(values["randomise"], "randomise", 1, MOST_DRAWS);
    const {
      panel: read,
      messages,
      neverTreatedLost
    } = await readPanelRows(file, values, {
      anticipation: options.anticipation,
      mayLackCovariates: isPool(estimator, options)
    });
    for (const message of messages) console.error(message);
    if (neverTreatedLost !== null && estimator.takes.includes("comparators") && options.comparators === "never_treated")
      throw noNeverTreated(neverTreatedLost, values);
    const panel = withoutLevel(read);
    const result = beyondRounding(estimator.estimate(panel, options), panel);
    const studied = studiedPanel(panel);
    const preTreatmentDip = measureDip(studied, {base: design.base, comparators: "not_yet_treated"});
    const isAlone = isAgainstOne(panel, options);
    const alone = [...result.effects, ...(result.cells ?? [])].some(isAlone);
    for (const message of [
      ...result.messages,
      alone
        ? "no standard errors are claimed where one unit or cluster alone is compared with: what happened to it cannot be distinguished from the effect; see --randomise"
        : countTreatedClusters(studied) < fewestTreated
          ? null
          : preTrendMessage(panel, result, options),
      estimator.id === "efficient" ? describeThin(panel) : null,
      sizeMessage(studied),
      preTreatmentDip && warnOfDip(preTreatmentDip),
      allocations ? randomised(panel, {estimator, options, draws: allocations, seed}) : null
    ]) {
      if (message) console.error(message);
    }
    if (!result.effects.length && !result.cells?.length) throw nothingEstimated(options);
    if (options.aggregate === "att_gt") console.log(printTable(cellRows(panel, result, isAlone), format));
    else {
      const effects = effectRows(panel, result, draws ? {draws, seed} : null);
      const unmeasured = describeUnmeasured(effects);
      if (unmeasured) console.error(unmeasured);
      const rows = effects.map((row) => (isAlone(row) || row.se === 0 ? withoutInterval(row) : row));
      console.log(
        printTable(
          rows.map((row) => printedRow(options.aggregate, row)),
          format
        )
      );
    }
  }
};

/** A line an estimator: what it is, and the options that it takes; from their registry. */
function listOptions(): string[] {
  const flags = Object.entries(readOption).filter(([flag]) => flag !== "role");
  const estimators = methods.filter(({registry}) => registry === "panelEstimators");
  return estimators.map(({id, label, options}) => {
    const own = flags.filter(([, what]) => options.includes(what)).map(([flag]) => `--${flag}`);
    return `${id}: ${label}${own.length ? `; takes ${own.join(" ")}` : ""}`;
  });
}

/** The units of a panel are schools where this command prints them. */
const printedRow = (aggregate: Aggregate, row: EffectRow): PrintedRow => ({
  aggregate,
  ...Object.fromEntries(Object.entries(row).map(([column, value]) => [column === "units" ? "schools" : column, value]))
});

function cellRows(
  {cluster, clusters}: LongPanel,
  {cells = []}: ReturnType<PanelEstimator["estimate"]>,
  isAlone: (cell: {comparators: number}) => boolean
): PrintedRow[] {
  return cells.map((cell) => {
    const {cohort, time, estimate, influence, units: schools, comparators, clusters: treated} = cell;
    const errors =
      treated === undefined
        ? {se: influence && clusteredError(influence, {of: cluster, count: clusters})}
        : computeErrors(treatedClusterInterval({estimate, influence}, treated, {cluster, clusters}));
    return {
      cohort,
      time,
      estimate,
      ...(isAlone(cell) || errors.se === 0
        ? Object.fromEntries(Object.keys(errors).map((name) => [name, null]))
        : errors),
      schools,
      comparators,
      ...(treated === undefined ? {} : {clusters: treated})
    };
  });
}

const computeErrors = ({se, se_plain}: TreatedClusterInterval) => ({se, se_plain});

function randomised(
  panel: LongPanel,
  {estimator, options, draws, seed}: {estimator: PanelEstimator; options: PanelOptions; draws: number; seed: number}
): string {
  const overall = (of: LongPanel) => {
    const [first] = estimator.estimate(of, {...options, aggregate: estimator.aggregates[0]}).effects;
    return first ? first.estimate : NaN;
  };
  const {p, drawn} = randomisationTest(panel, overall, {draws, source: randomLcg(seed)});
  const answered = drawn.filter((value) => !Number.isNaN(value)).length;
  return `randomisation: p = ${p.toPrecision(3)} for the overall effect, from ${answered} random allocations of the cohorts`;
}

function chooseEstimator(given: string | boolean | undefined): PanelEstimator {
  const id = chooseOne(
    given,
    "estimator",
    panelEstimators.map((estimator) => estimator.id)
  );
  return panelEstimators.find((estimator) => estimator.id === id) ?? panelEstimators[0];
}

const isPool = ({id}: PanelEstimator, options: PanelOptions): boolean =>
  id === "callaway_santanna" && usesOutcomeRegression(options);

const poolOptions = ["squares", "lagged-outcome", "only", "after"] as const;

function refusePoolOptions(estimator: PanelEstimator, options: PanelOptions, values: Values): void {
  if (isPool(estimator, options)) return;
  const given =
    options.aggregate === "group" ? "aggregate group" : poolOptions.find((name) => values[name] !== undefined);
  if (given === undefined) return;
  throw new UserError(`--${given} is not known but with outcome regression from a base window`, {
    fix: "give --estimator callaway_santanna --method reg --base=-4:-2 as well, or leave it out"
  });
}

const nothingEstimated = ({after}: PanelOptions): UserError =>
  after
    ? new UserError(`no effect of event times ${after.join(" to ")} can be estimated`, {
        fix: "give event times to --after at which treated units have outcomes, 0 being the first treated period"
      })
    : new UserError(
        "no effect from treatment on can be estimated: no treated unit has outcomes to compare before and after",
        {fix: "give rows of treated units, followed by one id, before treatment and after it"}
      );

function noNeverTreated(lost: string, values: Values): UserError {
  const by = values["balance"] === true ? "--balance leaves out" : "left out are";
  return new UserError(`no unit never treated is left to compare with: ${by} ${lost}`, {
    fix: "leave out --balance or the column they lack, fill it in, or compare with units not yet treated (--control notyettreated)"
  });
}

function refuseUnused({id, takes}: PanelEstimator, values: Values): void {
  for (const [option, what] of Object.entries(readOption)) {
    if (values[option] === undefined || takes.includes(what)) continue;
    throw new UserError(`${id} takes no --${option}`, {fix: "leave it out, or choose another --estimator"});
  }
}

function readOptions(estimator: PanelEstimator, values: Values): PanelOptions {
  const aggregate = chooseOne(values["aggregate"], "aggregate", estimator.aggregates) ?? estimator.aggregates[0];
  const defaults = roleDefaults(chooseOne(values["role"], "role", roles) ?? null);
  const control = chooseOne(values["control"], "control", ["nevertreated", "notyettreated"] as const);
  const comparators = control && (control === "notyettreated" ? "not_yet_treated" : "never_treated");
  return {
    aggregate,
    comparators: comparators ?? defaults.comparators,
    base: values["base"] === undefined ? defaults.base : readBase(String(values["base"])),
    method: chooseOne(values["method"], "method", ["dr", "reg", "ipw"] as const) ?? "dr",
    anticipation: wholeNumber(values["anticipation"], "anticipation", 0) ?? 0,
    windows: design.periods,
    squares: values["squares"] === true,
    laggedOutcome: values["lagged-outcome"] === true,
    after: values["after"] === undefined ? undefined : readAfter(String(values["after"]))
  };
}

function readAfter(given: string): [from: number, to: number] {
  const [, from, to] = /^(\d+):(\d+)$/.exec(given) ?? [];
  if (from !== undefined && to !== undefined && Number(from) <= Number(to)) return [Number(from), Number(to)];
  throw new UserError(`--after ${given} is not known`, {fix: "give the first and last event time: --after 0:4"});
}

function readBase(given: string): Base {
  if (given === "universal" || given === "varying") return given;
  const [, from, to] = /^(-\d+):(-\d+)$/.exec(given) ?? [];
  if (from !== undefined && to !== undefined && Number(from) <= Number(to)) return [Number(from), Number(to)];
  throw new UserError(`--base ${given} is not known`, {
    fix: "give universal, varying, or the first and last event time of a window before treatment: --base=-4:-2"
  });
}

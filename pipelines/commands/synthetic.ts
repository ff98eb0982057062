import {UserError} from "../../src/library/errors.ts";
import {type BlockEstimate, blockEstimators, chooseSolver, solvers} from "../../src/library/estimators/index.ts";
import {bootstrapEffects, computeSpread, jackknifeError, placeboEffects} from "../../src/library/inference/index.ts";
import type {BlockPanel, SyntheticEffect} from "../../src/library/panel/index.ts";
import {mersenneTwister} from "../../src/library/statistics/index.ts";
import {takeBlock} from "../tables/block-table.ts";
import {columnNamed, positiveNumber} from "./matching-options.ts";
import {chooseOne, wholeNumber} from "../tables/panel-table.ts";
import {chooseFormat, printTable, type PrintedRow} from "../tables/print-table.ts";
import {readTable} from "../read/table.ts";
import type {Command} from "./command.ts";

type Values = Parameters<Command["run"]>[0];

const errors = ["placebo", "bootstrap", "jackknife", "none"] as const;
const parts = ["unit-weights", "time-weights", "path"] as const;

/** Estimates the effect on one unit, or a few treated at once, by weighing the others. */
export const syntheticCommand: Command = {
  name: "synthetic",
  about: "the effect on one unit, or a few treated at once, beside a weighted mean of the others",
  positionals: [{name: "PANEL", about: "a CSV file, gzipped or not: a row a unit and period, without gaps"}],
  options: {
    id: {type: "string", value: "COLUMN", about: "the unit"},
    time: {type: "string", value: "COLUMN", about: "the period, any number"},
    treated: {type: "string", value: "COLUMN", about: "1 in the periods in which the unit is treated, else 0"},
    outcome: {type: "string", value: "COLUMN", about: "the outcome"},
    method: {type: "string", value: "ID", about: blockEstimators.map(({id}) => id).join(", ")},
    solver: {type: "string", value: "NAME", about: `how weights are solved for: ${solvers.join(" or ")}`},
    lambda: {type: "string", value: "X", about: "ridge penalty of augmented (chosen by leaving periods out)"},
    se: {type: "string", value: "NAME", about: `standard error by ${errors.join(", ")} (placebo)`},
    replications: {
      type: "string",
      value: "N",
      about: "how many (200; for one treated unit and up to 200 comparators each of these once)"
    },
    seed: {type: "string", value: "S", about: "another number draws other replications (1)"},
    "unit-weights": {type: "boolean", about: "print unit,weight instead"},
    "time-weights": {type: "boolean", about: "print time,weight instead"},
    path: {type: "boolean", about: "print time,effect instead, periods before treatment included"},
    format: {type: "string", value: "FORMAT", about: "table, csv or json (table)"}
  },
  notes: [
    "synthetic_did takes Frank–Wolfe steps that stop early, as its authors’ software does; --solver exact goes to the end.",
    "synthetic_control is exact where there are at least as many periods before as comparators, and such steps elsewhere.",
    "placebo pretends that comparators were treated, bootstrap draws units anew, jackknife leaves each out with weights kept;",
    "the last two need two treated units. Replications keep the penalties of the whole panel."
  ],
  run: async (values, [file]) => {
    if (!file)
      throw new UserError("which panel?", {
        fix: "npm run pav -- synthetic PANEL.csv --id … --time … --treated … --outcome …"
      });
    const format = chooseFormat(values["format"]);
    const method =
      chooseOne(
        values["method"],
        "method",
        blockEstimators.map(({id}) => id)
      ) ?? blockEstimators[0].id;
    refuseUnused(method, values);
    const se = computeSe(values);
    const columns = ["id", "time", "treated", "outcome"].map((name) => columnNamed(values, name));
    const [id, time, treated, outcome] = columns as [string, string, string, string];
    const panel = takeBlock(await readTable(file, {only: columns}), {id, time, treated, outcome});
    const estimator = blockEstimators.find((e) => e.id === method)!;
    const solver = chooseOne(values["solver"], "solver", solvers) ?? null;
    const lambda = positiveNumber(values["lambda"], "lambda") ?? null;
    const estimate = estimator.estimate(panel, {solver, lambda});
    const part = parts.find((name) => values[name]);
    if (part) console.log(printTable(collectRows(part, panel, estimate.effect), format));
    else {
      const error = describeError(se, panel, estimate);
      console.log(printTable([{method, estimate: estimate.effect.estimate, se: error}], format));
    }
    for (const message of listMessages(method, panel, estimate, {solver, lambda})) console.error(message);
  }
};

interface Se {
  by: (typeof errors)[number];
  isChosen: boolean;
  replications: number | null;
  uniform: () => number;
}

function computeSe(values: Values): Se {
  const chosen = chooseOne(values["se"], "se", errors);
  const replications = wholeNumber(values["replications"], "replications", 2) ?? null;
  if (replications !== null && (chosen === "jackknife" || chosen === "none")) {
    throw new UserError(`--se ${chosen} draws no replications`, {fix: "leave --replications out"});
  }
  const uniform = mersenneTwister(wholeNumber(values["seed"], "seed", 0) ?? 1);
  return {by: chosen ?? "placebo", isChosen: chosen !== undefined, replications, uniform};
}

function describeError(
  {by, isChosen, replications, uniform}: Se,
  panel: BlockPanel,
  estimate: BlockEstimate
): number | null {
  const {effect, again} = estimate;
  if (by === "none") return null;
  if (by === "jackknife") return jackknifeError(panel, effect);
  if (by === "bootstrap") {
    return computeSpread(bootstrapEffects(panel, effect, again, {replications: replications ?? 200, uniform}));
  }
  const treated = panel.units.length - panel.comparators;
  if (!isChosen && panel.comparators <= treated) {
    console.error(
      `no standard error: placebos need more comparators (${panel.comparators}) than treated units (${treated})`
    );
    return null;
  }
  return computeSpread(placeboEffects(panel, effect, again, {replications, uniform}));
}

function collectRows(
  part: (typeof parts)[number],
  {units, periods}: BlockPanel,
  effect: SyntheticEffect
): PrintedRow[] {
  if (part === "unit-weights") return Array.from(effect.unitWeights, (weight, i) => ({unit: units[i], weight}));
  if (part === "path") return Array.from(effect.path, (value, t) => ({time: periods[t], effect: value}));
  if (effect.timeWeights) return Array.from(effect.timeWeights, (weight, t) => ({time: periods[t], weight}));
  throw new UserError("this method puts no weights on periods", {fix: "use --method synthetic_did or did"});
}

function* listMessages(
  method: string,
  panel: BlockPanel,
  {effect}: BlockEstimate,
  {solver, lambda}: {solver: (typeof solvers)[number] | null; lambda: number | null}
): Generator<string> {
  const treated = panel.units.length - panel.comparators;
  yield `${treated} treated, ${panel.comparators} comparators, ${panel.before} periods before ${panel.periods[panel.before]} and ${panel.periods.length - panel.before} from it on`;
  if (method === "augmented" && "lambda" in effect) {
    yield `lambda ${String(effect.lambda)}${lambda === null ? ", chosen by leaving out each period before" : ""}`;
  }
  if (method === "synthetic_control" && solver === null && chooseSolver(panel) === "frank_wolfe") {
    const exact = blockEstimators.find(({id}) => id === method)!.estimate(panel, {solver: "exact", lambda: null});
    yield `more comparators than periods before: Frank–Wolfe steps stop early; --solver exact gives ${exact.effect.estimate.toPrecision(6)}`;
  }
}

function refuseUnused(method: string, values: Values): void {
  if (values["lambda"] !== undefined && method !== "augmented") {
    throw new UserError(`--lambda is of augmented, and --method is ${method}`, {fix: "leave --lambda out"});
  }
  if (values["solver"] !== undefined && (method === "augmented" || method === "did")) {
    throw new UserError(`--method ${method} takes no --solver`, {fix: "leave --solver out"});
  }
}

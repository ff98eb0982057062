import {
  breakdownMagnitude,
  breakdownSmoothness,
  conventionalInterval,
  type EventStudy,
  honestDidDefaults,
  relativeMagnitudesInterval,
  type RelativeMagnitudesOptions,
  smoothnessInterval,
  targetError,
  targetEstimate
} from "../../src/library/inference/index.ts";
import {readEventStudy} from "../tables/event-study.ts";
import {boundedNumber, listOption, numberOption, requiredOption, warnOfIdle} from "../tables/option-values.ts";
import {chooseOne} from "../tables/panel-table.ts";
import {chooseFormat, printTable} from "../tables/print-table.ts";
import type {PrintedRow} from "../tables/print-table.ts";
import type {Command} from "./command.ts";

const kinds = ["relative_magnitude", "smoothness"] as const;
type Kind = (typeof kinds)[number];

const earlier = "--pre N, how many coefficients are earlier than the reference";

/** Robust intervals of an event study’s effect under violations of parallel trends. */
export const sensitivityCommand: Command = {
  name: "sensitivity",
  about: "robust intervals where trends were not parallel, from an event study (HonestDiD)",
  options: {
    beta: {
      type: "string",
      value: "FILE",
      about: "coefficients: a CSV with a column betahat or beta, reference left out"
    },
    sigma: {type: "string", value: "FILE", about: "their covariance: a line a row, no header"},
    pre: {type: "string", value: "N", about: "how many coefficients are earlier than the reference"},
    post: {type: "string", value: "WHICH", about: "the effect: 1 for the first later one, 2 …, or mean (1)"},
    kind: {type: "string", value: "KIND", about: `${kinds.join(" or ")} (relative_magnitude)`},
    m: {type: "string", value: "M,M", about: "how much violation: times the largest earlier step, or change of slope"},
    level: {type: "string", value: "L", about: "coverage (0.95)"},
    grid: {type: "string", value: "N", about: "values tried, relative_magnitude (1000)"},
    reach: {type: "string", value: "R", about: "standard errors either side of 0 that they cover (20)"},
    breakdown: {type: "boolean", about: "instead: the largest m at which zero is left out"},
    format: {type: "string", value: "FORMAT", about: "table, csv or json (table)"}
  },
  notes: [
    "relative_magnitude: no later step of the trend is more than m times the largest earlier one; the hybrid conditional",
    "test (C-LF), its interval from the least to the greatest value of the grid that is not rejected. Where the edge of the",
    "grid is not, the interval goes on: -Infinity or Infinity is printed, and --reach looks further.",
    "smoothness: the slope of the trend changes by no more than m a period; the shortest interval of fixed length (FLCI).",
    "beta is read as k,time,betahat or e,beta, earlier coefficients first. Both follow Rambachan & Roth (2023).",
    "Use one reference period; periods one apart. The interval under parallel trends is printed on standard error."
  ],
  run: async (values) => {
    const format = chooseFormat(values["format"]);
    const kind = chooseOne(values["kind"], "kind", kinds) ?? "relative_magnitude";
    if (kind === "smoothness") warnOfIdle(values, ["grid", "reach"], "with --kind smoothness, which tries no values");
    if (values["breakdown"]) warnOfIdle(values, ["m"], "with --breakdown, which looks for it");
    const study = await readEventStudy({
      beta: requiredOption(values, "beta", "--beta FILE, a table of coefficients"),
      sigma: requiredOption(values, "sigma", "--sigma FILE, their covariance"),
      pre: boundedNumber(requiredOption(values, "pre", earlier), "pre", {least: 1, most: Infinity}),
      post: String(values["post"] ?? "1")
    });
    const alpha = 1 - numberOption(values, "level", {least: 0.5, most: 0.999, otherwise: 0.95});
    const options = {
      ...honestDidDefaults,
      alpha,
      points: Math.round(numberOption(values, "grid", {least: 3, most: 1e6, otherwise: honestDidDefaults.points})),
      reach: numberOption(values, "reach", {least: 1, most: 1e6, otherwise: honestDidDefaults.reach})
    };
    const original = conventionalInterval(study, alpha);
    console.error(
      `trusting parallel trends: ${targetEstimate(study).toPrecision(6)} (${original.low.toPrecision(6)} to ${original.high.toPrecision(6)})`
    );
    const rows = values["breakdown"]
      ? breakdownRows(kind, study, options)
      : intervalRows(kind, study, {...options, m: sizes(values)});
    console.log(printTable(rows, format));
  }
};

function sizes(values: Record<string, string | boolean | undefined>): number[] {
  requiredOption(values, "m", "--m 0.5,1,1.5,2 for relative_magnitude; in units of the outcome for smoothness");
  return listOption(values, "m").map((text) => boundedNumber(text, "m", {least: 0, most: 1_000_000}));
}

function breakdownRows(kind: Kind, study: EventStudy, options: RelativeMagnitudesOptions): PrintedRow[] {
  const breakdown =
    kind === "smoothness" ? breakdownSmoothness(study, options.alpha) : breakdownMagnitude(study, options);
  return [{kind, breakdown}];
}

function intervalRows(
  kind: Kind,
  study: EventStudy,
  {m: all, ...options}: RelativeMagnitudesOptions & {m: readonly number[]}
): PrintedRow[] {
  return all.map((m) => {
    if (kind === "smoothness") {
      const {low, high} = smoothnessInterval(study, m, options.alpha);
      return {kind, m, low, high};
    }
    const {low, high, open} = relativeMagnitudesInterval(study, m, options);
    if (open) console.error(`m = ${m}: the interval goes on beyond the grid; try --reach ${2 * options.reach}`);
    const step = (2 * options.reach * targetError(study)) / (options.points - 1);
    if (high - low < FEWEST_STEPS * step)
      console.error(
        `m = ${m}: the ends are to the nearest ${step.toPrecision(2)}, of an interval ${(high - low).toPrecision(2)} wide; give a finer --grid`
      );
    if (Number.isNaN(low))
      console.error(`m = ${m}: every value of the grid is rejected; try a finer --grid or a larger --reach`);
    return {kind, m, low: bound(low), high: bound(high)};
  });
}

/** An interval of fewer steps of the grid is known to a twentieth of its width at best. */
const FEWEST_STEPS = 20;

/** An end of an interval; in words where there is none, as a number that other software reads. */
const bound = (end: number): number | string => (Math.abs(end) === Infinity ? String(end) : end);

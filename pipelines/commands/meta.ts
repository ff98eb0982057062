import {
  betweenMethods,
  exactPrecision,
  metaAnalysis,
  type MetaAnalysis,
  metaforPrecision,
  probabilityAbove,
  shrink,
  type StudyEffects
} from "../../src/library/inference/index.ts";
import {PublishedFileError} from "../../src/library/errors.ts";
import {describeFar} from "../tables/far-from-others.ts";
import {namedFile, numberOption, requiredOption, warnOfIdle} from "../tables/option-values.ts";
import {chooseOne} from "../tables/panel-table.ts";
import {chooseFormat, printTable} from "../tables/print-table.ts";
import type {PrintedRow} from "../tables/print-table.ts";
import {presentNumbers, readTable, texts} from "../read/table.ts";
import type {Table} from "../read/table.ts";
import type {Command} from "./command.ts";

/** The mean of many effects, how far they differ, and each shrunk towards the mean. */
export const metaCommand: Command = {
  name: "meta",
  about: "the mean of many partnerships’ effects, how much they differ, and each shrunk towards it",
  positionals: [{name: "FILE", about: "a CSV file: a row a partnership, with its effect and standard error"}],
  options: {
    effect: {type: "string", value: "COLUMN", about: "the effect"},
    se: {type: "string", value: "COLUMN", about: "its standard error"},
    id: {type: "string", value: "COLUMN", about: "what the partnership is called (its number in the file)"},
    method: {type: "string", value: "METHOD", about: `variance between them: ${betweenMethods.join(", ")} (reml)`},
    "hartung-knapp": {type: "boolean", about: "standard error and t intervals after Hartung and Knapp"},
    predict: {
      type: "boolean",
      about: "fill predict_low and predict_high: where another partnership’s effect would lie"
    },
    shrink: {type: "boolean", about: "instead a row a partnership: its effect shrunk towards the mean"},
    above: {type: "string", value: "X", about: "with --shrink: the probabilities that the effect is above X"},
    exact: {type: "boolean", about: "τ² as close as numbers allow, not to the 1e-5 at which metafor stops"},
    level: {type: "string", value: "L", about: "coverage (0.95)"},
    format: {type: "string", value: "FORMAT", about: "table, csv or json (table)"}
  },
  notes: [
    "q and its p test that all effects are the same; i2 (percent) and tau2 say how much they differ. fe assumes they do not.",
    "Shrunken effects take τ² as known. p_above is theirs, p_above_alone that of the partnership’s own figure (flat prior)."
  ],
  run: async (values, files) => {
    if (values["shrink"]) warnOfIdle(values, ["predict"], "with --shrink");
    else warnOfIdle(values, ["above"], "without --shrink");
    const file = namedFile(files, "npm run pav -- meta FILE --effect COLUMN --se COLUMN");
    const format = chooseFormat(values["format"]);
    const table = await readTable(file);
    const effects = readEffects(table, {
      effect: requiredOption(values, "effect", "--effect COLUMN"),
      se: requiredOption(values, "se", "--se COLUMN")
    });
    const method = chooseOne(values["method"], "method", betweenMethods) ?? "reml";
    const alpha = 1 - numberOption(values, "level", {least: 0.5, most: 0.9999, otherwise: 0.95});
    const analysis = metaAnalysis(effects, {
      method,
      hartungKnapp: values["hartung-knapp"] === true,
      alpha,
      precision: values["exact"] ? exactPrecision : metaforPrecision
    });
    const plain = metaAnalysis(effects, {method, hartungKnapp: false, alpha, precision: exactPrecision});
    if (values["hartung-knapp"] && analysis.se < plain.se) {
      console.error(
        `the standard error after Hartung and Knapp is ${analysis.se.toPrecision(3)}, less than the ${plain.se.toPrecision(3)} without: the effects are by chance nearer to each other than their own errors let expect; report the wider interval`
      );
    }
    for (const message of describeFar(
      table,
      ["effect", "se"].map((name) => String(values[name]))
    ))
      console.error(message);
    const ids =
      typeof values["id"] === "string" ? texts(table, values["id"]) : Array.from(table.row, (_, i) => String(i + 1));
    const above =
      values["above"] === undefined
        ? null
        : numberOption(values, "above", {least: -Infinity, most: Infinity, otherwise: NaN});
    const rows = values["shrink"]
      ? shrunkenRows(effects, analysis, {ids, alpha, above})
      : [meanRow(method, analysis, values["predict"] === true)];
    console.log(printTable(rows, format));
  }
};

/** Standard errors from 0 beyond which the tail of a test is no number. */
const FARTHEST = 1e5;

function readEffects(table: Table, columns: {effect: string; se: string}): StudyEffects {
  const se = presentNumbers(table, columns.se);
  const wrong = se.findIndex((value) => !(value > 0));
  if (wrong >= 0) {
    throw new PublishedFileError(`a standard error of ${se[wrong]}`, {
      file: table.file,
      row: table.row[wrong],
      column: columns.se,
      fix: "standard errors are above 0; leave out partnerships without one"
    });
  }
  if (table.rows < 2) {
    throw new PublishedFileError("one effect alone has no mean to go with", {
      file: table.file,
      fix: "give two partnerships or more"
    });
  }
  const effect = presentNumbers(table, columns.effect);
  const least = se.reduce((a, b) => Math.min(a, b));
  const far = effect.findIndex((value) => Math.abs(value) > FARTHEST * least);
  if (far >= 0) {
    throw new PublishedFileError(
      `an effect of ${effect[far]}, where a standard error is ${least}: no test can compare such figures`,
      {
        file: table.file,
        row: table.row[far],
        column: columns.effect,
        fix: "look both up: one of them may be in another unit, or a code for none"
      }
    );
  }
  return {effect, variance: se.map((value) => value * value)};
}

function meanRow(method: string, analysis: MetaAnalysis, predict: boolean): PrintedRow {
  const {estimate, se, low, high, tau2, i2, q, p, predict_low, predict_high} = analysis;
  return {
    method,
    estimate,
    se,
    low,
    high,
    tau2,
    i2,
    q,
    p,
    predict_low: predict ? predict_low : null,
    predict_high: predict ? predict_high : null
  };
}

function shrunkenRows(
  effects: StudyEffects,
  analysis: MetaAnalysis,
  {ids, alpha, above}: {ids: readonly string[]; alpha: number; above: number | null}
): PrintedRow[] {
  return shrink(effects, analysis, alpha).map((shrunken, i) => {
    const alone = {estimate: effects.effect[i], se: Math.sqrt(effects.variance[i])};
    return {
      id: ids[i],
      effect: alone.estimate,
      effect_se: alone.se,
      estimate: shrunken.estimate,
      se: shrunken.se,
      low: shrunken.low,
      high: shrunken.high,
      own: shrunken.own,
      ...(above === null
        ? {}
        : {p_above: probabilityAbove(shrunken, above), p_above_alone: probabilityAbove(alone, above)})
    };
  });
}

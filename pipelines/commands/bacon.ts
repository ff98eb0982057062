import {sum} from "d3";
import {UserError} from "../../src/library/errors.ts";
import {goodmanBacon} from "../../src/library/estimators/index.ts";
import {readPanelRows} from "../tables/panel-table.ts";
import {chooseFormat, printTable} from "../tables/print-table.ts";
import type {Command} from "./command.ts";

/** Takes a two-way fixed-effects estimate apart and prints a row a comparison. */
export const baconCommand: Command = {
  name: "bacon",
  about: "take a two-way fixed-effects estimate apart into its two-by-two comparisons",
  positionals: [{name: "PANEL", about: "a CSV file, gzipped or not, a row a unit and year"}],
  options: {
    id: {type: "string", value: "COLUMN", about: "the unit"},
    time: {type: "string", value: "COLUMN", about: "the year"},
    cohort: {type: "string", value: "COLUMN", about: "the first treated year; 0 or nothing is never"},
    outcome: {type: "string", value: "COLUMN", about: "what is compared"},
    balance: {type: "boolean", about: "leave out units that lack a year"},
    format: {type: "string", value: "FORMAT", about: "table, csv or json (table)"}
  },
  notes: ["Σ weight × estimate is what estimate --estimator twfe says of the same panel (Goodman-Bacon 2021)."],
  run: async (values, [file]) => {
    if (!file)
      throw new UserError("which panel?", {fix: "npm run pav -- bacon PANEL --id … --time … --cohort … --outcome …"});
    const format = chooseFormat(values["format"]);
    const {panel, messages} = await readPanelRows(file, values, {anticipation: 0});
    const parts = goodmanBacon(panel);
    if (!parts.length) {
      throw new UserError("every unit is treated from the same period on, so that there is nothing to compare", {
        fix: "add units that are treated later, or never"
      });
    }
    const nameGroup = (g: number) => (g === Infinity ? "never" : String(g));
    console.log(
      printTable(
        parts.map(({treated, untreated, kind, estimate, weight}) => ({
          treated: nameGroup(treated),
          untreated: nameGroup(untreated),
          kind,
          estimate,
          weight
        })),
        format
      )
    );
    const forbidden = sum(parts, ({kind, weight}) => (kind === "later_v_earlier" ? weight : 0));
    const whole = sum(parts, ({estimate, weight}) => estimate * weight);
    messages.push(
      `${whole.toPrecision(6)} together; ${(100 * forbidden).toFixed(1)} % of the weight is on comparisons with units already treated`
    );
    for (const message of messages) console.error(message);
  }
};

import {PublishedFileError, UserError} from "../../src/library/errors.ts";
import {
  detectableByClusters,
  detectableByIndividuals,
  type DetectableEffect,
  detectableInPanel,
  placeboChanges,
  type PowerOptions,
  simulateInPanel,
  type TimeWindow
} from "../../src/library/inference/index.ts";
import {describeFar} from "../tables/far-from-others.ts";
import {numberOption, refuseOneForTwo, requiredOption, warnOfIdle} from "../tables/option-values.ts";
import {chooseOne, wholeNumber} from "../tables/panel-table.ts";
import {chooseFormat, printTable} from "../tables/print-table.ts";
import type {PrintedRow} from "../tables/print-table.ts";
import {numbers, presentNumbers, presentTexts, readTable} from "../read/table.ts";
import type {Table} from "../read/table.ts";
import type {Command} from "./command.ts";

type Values = Parameters<Command["run"]>[0];

const designs = ["individuals", "clusters"] as const;
const count = {least: 1, most: 1e9};
const share = {least: 0, most: 1};
const interior = {least: 1e-6, most: 1 - 1e-6};

/** The smallest effect that a design could see. */
export const mdesCommand: Command = {
  name: "mdes",
  about: "the smallest effect that a design could see, by formula, or from a panel’s own variation",
  positionals: [{name: "PANEL", about: "a CSV file, a row a school and year; none for the formulas"}],
  options: {
    design: {type: "string", value: "DESIGN", about: "without a panel: individuals or clusters (clusters)"},
    clusters: {type: "string", value: "J", about: "clusters (schools, partnerships)"},
    units: {type: "string", value: "N", about: "units a cluster; of individuals, all of them"},
    icc: {
      type: "string",
      value: "RHO",
      about: "share of the variance between clusters, or within partnerships of a panel (0)"
    },
    treated: {type: "string", value: "P", about: "share treated (0.5)"},
    "explained-within": {
      type: "string",
      value: "R2",
      about: "share of variance within clusters that covariates explain (0)"
    },
    "explained-between": {type: "string", value: "R2", about: "the same between clusters (0)"},
    covariates: {
      type: "string",
      value: "G",
      about: "covariates that cost degrees of freedom: of clusters (1), of individuals (0)"
    },
    id: {type: "string", value: "COLUMN", about: "panel: the school"},
    time: {type: "string", value: "COLUMN", about: "panel: the year"},
    outcome: {type: "string", value: "COLUMN", about: "panel: the outcome"},
    cohort: {type: "string", value: "COLUMN", about: "panel: the first treated year, to leave out those that have one"},
    schools: {type: "string", value: "N", about: "panel: schools that would join"},
    partnerships: {type: "string", value: "K", about: "panel: in how many partnerships (one each)"},
    comparators: {type: "string", value: "M", about: "panel: schools to compare with (all others)"},
    base: {type: "string", value: "A:B", about: "panel: years before whose mean counts, --base=-4:-2 (-4:-2)"},
    after: {type: "string", value: "A:B", about: "panel: years after, 0 being the first (0:2)"},
    draws: {type: "string", value: "N", about: "panel: placebo comparisons drawn (1000)"},
    seed: {type: "string", value: "S", about: "panel: another number draws others (1)"},
    power: {type: "string", value: "P", about: "chance of seeing it (0.8)"},
    alpha: {type: "string", value: "A", about: "two-sided level (0.05)"},
    format: {type: "string", value: "FORMAT", about: "table, csv or json (table)"}
  },
  notes: [
    "By formula effects are in standard deviations of the outcome (Dong & Maynard 2013); low and high are the interval around an",
    "estimate of just that size. From a panel they are in its unit: the formula with the variance of untreated schools’ changes,",
    "and a simulation that draws placebo partnerships from them; power is how often the simulated effect is significant."
  ],
  run: async (values, [file]) => {
    const format = chooseFormat(values["format"]);
    const design = chooseOne(values["design"], "design", designs) ?? "clusters";
    refuseUnheard(values, file ? "panel" : design);
    const options = {
      power: numberOption(values, "power", {...interior, otherwise: 0.8}),
      alpha: numberOption(values, "alpha", {...interior, otherwise: 0.05})
    };
    const {power, alpha} = options;
    if (power <= alpha) {
      throw new UserError(
        `--power ${power} is no more than --alpha ${alpha}, the chance of seeing an effect where there is none`,
        {
          fix: "give a power such as 0.8"
        }
      );
    }
    const rows = file ? await panelRows(file, values, options) : [byFormula(design, values, options)];
    if (rows.some(({effect}) => effect === 0)) {
      throw new UserError("nothing is left to vary, so that any effect would be seen", {
        fix: file ? "name an outcome that differs between schools’ changes" : "explain less than all of the variance"
      });
    }
    console.log(printTable(rows, format));
  }
};

/** What each design listens to besides power, alpha and format. */
const heard = {
  individuals: ["design", "units", "treated", "explained-within", "covariates"],
  clusters: ["design", "clusters", "units", "icc", "treated", "explained-within", "explained-between", "covariates"],
  panel: [
    "id",
    "time",
    "outcome",
    "cohort",
    "schools",
    "partnerships",
    "icc",
    "comparators",
    "base",
    "after",
    "draws",
    "seed"
  ]
};

/** What goes unheard would be thought to be in the figure. */
function refuseUnheard(values: Values, design: keyof typeof heard): void {
  const all = new Set(Object.values(heard).flat());
  const other = Object.keys(values).find((name) => all.has(name) && !heard[design].includes(name));
  if (other === undefined) return;
  throw new UserError(
    `--${other} means nothing ${design === "panel" ? "where a panel is named" : `to a design of ${design}`}`,
    {
      fix: `leave it out; heard are ${heard[design].map((name) => `--${name}`).join(", ")}`
    }
  );
}

function byFormula(design: (typeof designs)[number], values: Values, options: PowerOptions): PrintedRow {
  const needed = (option: string) => {
    requiredOption(values, option, `--${option} N, or name a panel`);
    return numberOption(values, option, {...count, otherwise: NaN});
  };
  const treated = numberOption(values, "treated", {...interior, otherwise: 0.5});
  const explained = (option: string) => numberOption(values, option, {...share, otherwise: 0});
  const covariates = (otherwise: number) => numberOption(values, "covariates", {least: 0, most: 1e6, otherwise});
  const units = needed("units");
  if (design === "individuals") {
    refuseFew("units", units - covariates(0) - 2);
    const individual = {units, treated, explained: explained("explained-within"), covariates: covariates(0)};
    return line(design, detectableByIndividuals(individual, options));
  }
  needed("clusters");
  const clusters = wholeNumber(values["clusters"], "clusters", 1, count.most)!;
  refuseFew("clusters", clusters - covariates(1) - 2);
  return line(
    design,
    detectableByClusters(
      {
        clusters,
        units,
        treated,
        intraclass: explained("icc"),
        explainedWithin: explained("explained-within"),
        explainedBetween: explained("explained-between"),
        clusterCovariates: covariates(1)
      },
      options
    )
  );
}

function refuseFew(option: string, degrees: number): void {
  if (degrees >= 1) return;
  throw new UserError(`--${option} leaves ${degrees} degrees of freedom`, {
    fix: `give at least ${1 - degrees} more, or fewer --covariates`
  });
}

const line = (design: string, {effect, se, low, high, degrees}: DetectableEffect): PrintedRow => ({
  design,
  effect,
  se,
  low,
  high,
  degrees
});

async function panelRows(file: string, values: Values, options: PowerOptions): Promise<PrintedRow[]> {
  const requireName = (option: string) => requiredOption(values, option, `--${option} COLUMN of ${file}`);
  const names = {id: requireName("id"), time: requireName("time"), outcome: requireName("outcome")};
  const cohort = typeof values["cohort"] === "string" ? values["cohort"] : null;
  refuseOneForTwo({...names, ...(cohort === null ? {} : {cohort})});
  const table = await readTable(file);
  const series = untreatedSeries(table, names, cohort);
  for (const message of describeFar(table, [names.outcome])) console.error(message);
  requiredOption(values, "schools", "--schools N, those that would join");
  const schools = wholeNumber(values["schools"], "schools", 1, count.most)!;
  const design = {
    ...options,
    units: schools,
    clusters: wholeNumber(values["partnerships"], "partnerships", 1, schools) ?? schools,
    comparators: wholeNumber(values["comparators"], "comparators", 2) ?? Infinity,
    intraclass: numberOption(values, "icc", {...share, otherwise: 0})
  };
  if (design.clusters === schools) warnOfIdle(values, ["icc"], "where each school is a partnership of its own");
  const windows = {base: readWindow(values, "base", [-4, -2]), after: readWindow(values, "after", [0, 2])};
  if (windows.base[1] >= windows.after[0] && windows.after[1] >= windows.base[0]) {
    throw new UserError(
      `--base ${windows.base.join(":")} and --after ${windows.after.join(":")} overlap: a year would be compared with itself`,
      {
        fix: "let the years after begin when those before are over: --base=-4:-2 --after 0:2"
      }
    );
  }
  const changes = placeboChanges(series.values(), windows);
  const formula = detectableInPanel(changes, design);
  const simulated = simulateInPanel(changes, design, {
    draws: wholeNumber(values["draws"], "draws", 100, 1e6) ?? 1000,
    seed: wholeNumber(values["seed"], "seed", 0, 2 ** 31) ?? 1
  });
  return [
    {method: "formula", effect: formula.effect, se: formula.se, degrees: formula.degrees, power: options.power},
    {method: "simulation", effect: simulated.effect, se: simulated.se, degrees: formula.degrees, power: simulated.power}
  ];
}

/** Of each school that was never treated its outcome by year; rows without an outcome are left out. A school is treated whichever of its rows says so. */
function untreatedSeries(
  table: Table,
  names: {id: string; time: string; outcome: string},
  cohort: string | null
): Map<string, Map<number, number>> {
  const [time, outcome] = [presentNumbers(table, names.time), numbers(table, names.outcome)];
  const joined = cohort === null ? null : numbers(table, cohort);
  const last = time.reduce((latest, year) => Math.max(latest, year), -Infinity);
  const series = new Map<string, Map<number, number>>();
  const ids = presentTexts(table, names.id);
  const treated = new Set(ids.filter((_, i) => joined && joined[i] > 0 && joined[i] <= last));
  ids.forEach((id, i) => {
    if (Number.isNaN(outcome[i]) || treated.has(id)) return;
    if (!Number.isFinite(outcome[i])) {
      throw new PublishedFileError("an infinite outcome", {
        file: table.file,
        row: table.row[i],
        column: names.outcome,
        fix: "leave the cell empty"
      });
    }
    if (!series.has(id)) series.set(id, new Map());
    const values = series.get(id)!;
    if (values.has(time[i])) {
      throw new PublishedFileError(`a second row of ${id} in ${time[i]}`, {
        file: table.file,
        row: table.row[i],
        column: names.time,
        fix: "leave one row a school and year"
      });
    }
    values.set(time[i], outcome[i]);
  });
  if (series.size) return series;
  throw new UserError(`${table.file}: no school that was never treated`, {
    fix: "name another --cohort, or leave it out"
  });
}

function readWindow(values: Values, option: string, otherwise: TimeWindow): TimeWindow {
  const given = values[option];
  if (given === undefined) return otherwise;
  const parts = /^(-?\d+):(-?\d+)$/.exec(String(given));
  const [from, to] = [Number(parts?.[1]), Number(parts?.[2])];
  if (parts && from <= to) return [from, to];
  throw new UserError(`--${option} ${String(given)} is no span of years`, {
    fix: `write it as --${option}=${otherwise.join(":")}`
  });
}

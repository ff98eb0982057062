import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {aggregateCells, cohortWeights} from "../../../src/library/estimators/callaway-santanna/aggregate.ts";
import {cohortYearEffects} from "../../../src/library/estimators/callaway-santanna/cohort-year-effects.ts";
import {arrangeGrid} from "../../../src/library/estimators/callaway-santanna/panel-grid.ts";
import type {LongPanel} from "../../../src/library/panel/long-panel.ts";
import {readPanel} from "../../../src/library/panel/read-panel.ts";
import {clusteredError} from "../../../src/library/inference/cluster-influence.ts";
import {numbers, parseTable, readTable, texts, type Table} from "../../read/table.ts";
import {didOptions, figureRows, type Figure} from "./callaway-santanna.ts";
import type {ReferenceSet} from "./row.ts";

const covariates = ["perc_female", "perc_white", "perc_hispanic", "unemp_rate"];

/** Medicaid expansion and county mortality: two by two, two by many and staggered, weighted by population. */
export const jelMedicaid: ReferenceSet = {
  id: "jel_medicaid",
  ours: false,
  rows: async (folder) => {
    const counties = await readTable(join(folder, "jel_gxt_panel.csv.gz"));
    const expected = join(folder, "expected_jel.csv");
    // The file names its covariates with a comma and no quotes.
    const table = parseTable(
      (await readFile(expected, "utf8")).replaceAll("poverty,income", "poverty or income"),
      expected
    );
    const [att, se] = ["att", "se"].map((column) => numbers(table, column));
    const runs = new Map<string, ReadonlyMap<string, Figure>>();
    return texts(table, "e").flatMap((term, i) => {
      const cell = (column: string) => texts(table, column)[i];
      const setting = {
        design: cell("design"),
        isAdjusted: cell("cov") !== "none",
        control: cell("control"),
        method: cell("method"),
        isWeighted: cell("weights") !== "none"
      };
      const key = Object.values(setting).join(" ");
      const found = runs.get(key) ?? listFigures(counties, setting);
      runs.set(key, found);
      const estimator = `did ${setting.method}`;
      const what = `${setting.design} cov ${cell("cov")} weights ${cell("weights")} ${setting.control} ${term}`;
      return figureRows(
        {set: "jel_medicaid", estimator, what},
        {estimate: att[i], se: se[i]},
        found.get(term === "overall_0_5" ? "overall" : term)
      );
    });
  }
};

interface Setting {
  design: string;
  isAdjusted: boolean;
  control: string;
  method: string;
  isWeighted: boolean;
}

function listFigures(counties: Table, setting: Setting): ReadonlyMap<string, Figure> {
  const panel = panelFor(counties, setting);
  const options = didOptions(setting.method, setting.control, "universal", 0);
  const {cells} = cohortYearEffects(arrangeGrid(panel), options);
  return new Map(
    aggregateCells(cells, panel, cohortWeights(panel), {aggregate: "dynamic"}).map(({term, estimate, influence}) => {
      const error = influence ? clusteredError(influence, {of: panel.cluster, count: panel.clusters}) : 0;
      return [String(term), {estimate, se: error > 0 ? error : NaN}];
    })
  );
}

/** Adopters after 2019 count as never; the two-by-… designs keep those of 2014 and the never treated. */
function panelFor(counties: Table, {design, isAdjusted, isWeighted}: Setting): LongPanel {
  const year = numbers(counties, "year");
  const adopted = numbers(counties, "treat_year").map((g) => (g > 2019 ? 0 : g));
  const kept = [...year.keys()].filter(
    (i) =>
      (design === "GxT" || adopted[i] === 0 || adopted[i] === 2014) &&
      (design !== "2x2_2013_2014" || year[i] === 2013 || year[i] === 2014)
  );
  const pick = (values: Float64Array) => Float64Array.from(kept, (i) => values[i]);
  return readPanel({
    id: kept.map((i) => texts(counties, "county_code")[i]),
    time: pick(year),
    cohort: pick(adopted),
    outcome: pick(numbers(counties, "crude_rate_20_64")),
    covariates: isAdjusted ? covariates.map((name) => ({name, values: pick(numbers(counties, name))})) : [],
    ...(isWeighted ? {weights: pick(numbers(counties, "set_wt"))} : {})
  }).panel;
}

import {join} from "node:path";
import {imputation} from "../../../src/library/estimators/imputation.ts";
import {numbers, readTable, texts} from "../../read/table.ts";
import {errorRow, estimateRow} from "./compare.ts";
import {manyEstimators, makePanels, computeStandardError, whyNot} from "./many-estimators.ts";
import {readPanelRows} from "./panel-file.ts";
import type {ReferenceRow, ReferenceSet} from "./row.ts";

const names = {id: "unit", time: "year", cohort: "g", outcome: "dep_var"};

const singular =
  "with a lead for every year before treatment the reference’s regression is singular, which it did not notice (its standard " +
  "errors are 25782): only differences between leads are identified, and ours, counted from −1, agree with them to 2e-4 of a standard error";

/** The panels of didimputation and did2s that go by the name of df_het. */
export const didimputation: ReferenceSet = {
  id: "didimputation",
  ours: false,
  rows: async (folder) => [...(await readmeRows(folder)), ...(await everyRows(folder))]
};

async function readmeRows(folder: string): Promise<ReferenceRow[]> {
  const panel = await readPanelRows(join(folder, "df_het_didimputation.csv.gz"), names);
  const options = {anticipation: 0, variance: "conservative", isLead: (event: number) => event >= -5} as const;
  const effects = [
    ...imputation(panel, {...options, aggregate: "simple"}).effects.map((effect) => ({...effect, term: "treat"})),
    ...imputation(panel, {...options, aggregate: "dynamic"}).effects
  ];
  const expected = await readTable(join(folder, "expected_didimputation_README.csv"));
  const estimates = numbers(expected, "estimate");
  const errors = numbers(expected, "std.error");
  return texts(expected, "term").flatMap((term, i) => {
    const effect = effects.find((e) => String(e.term) === term);
    const nameFigure = (figure: string) => ({
      set: "didimputation",
      estimator: "didimputation README",
      what: `${term} ${figure}`
    });
    return [
      estimateRow(
        nameFigure("estimate"),
        estimates[i],
        effect?.estimate ?? NaN,
        errors[i],
        whyNot("didimputation", term, "estimate")
      ),
      errorRow(nameFigure("se"), errors[i], effect ? computeStandardError(panel, effect) : NaN)
    ];
  });
}

/** did and staggered by unit, the others by state. */
async function panelsByCluster(folder: string) {
  const file = join(folder, "df_het.csv.gz");
  const byState = await readPanelRows(file, {...names, cluster: "state"});
  const byUnit = await readPanelRows(file, names);
  return {...makePanels(byState), did: byUnit, staggered: byUnit};
}

async function everyRows(folder: string): Promise<ReferenceRow[]> {
  return manyEstimators({
    set: "didimputation",
    prefix: "df_het ",
    expected: join(folder, "expected_df_het.csv"),
    panels: await panelsByCluster(folder),
    why: (estimator, term, figure) =>
      estimator === "didimputation_event" && Number(term) < 0 ? singular : whyNot(estimator, term, figure)
  });
}

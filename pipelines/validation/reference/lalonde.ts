import {join} from "node:path";
import {fitBinaryRegression} from "../../../src/library/matching/binary-regression.ts";
import {measureBalance} from "../../../src/library/matching/balance.ts";
import {effectiveSampleSize} from "../../../src/library/matching/effective-sample-size.ts";
import {matchDefaults, type MatchOptions} from "../../../src/library/matching/match-options.ts";
import {matchingMethods, type Matched} from "../../../src/library/matching/methods.ts";
import {indicatorColumns, modelColumns, type Sample} from "../../../src/library/matching/sample.ts";
import type {Matching} from "../../../src/library/matching/strata-weights.ts";
import {weightedDifference} from "../../../src/library/matching/weighted-difference.ts";
import {readCovariate, readSample} from "../../tables/sample-table.ts";
import {numbers, presentNumbers, readTable, texts, type Table} from "../../read/table.ts";
import {errorRow, estimateRow, row} from "./compare.ts";
import type {ReferenceRow, ReferenceSet} from "./row.ts";

const covariates = ["age", "educ", "race", "married", "nodegree", "re74", "re75"];
const weightTolerance = 1e-4;

/** Of each specification the method, the options, and the file of its pairs if there is one. */
type Specification = [method: string, options: (table: Table) => Partial<MatchOptions>, pairs?: string];

const specifications: Record<string, Specification> = {
  nn_ps_logit: ["nearest", () => ({}), "expected_nn_ps_logit_pairs.csv"],
  nn_ps_caliper02: ["nearest", () => ({caliper: 0.2})],
  nn_ps_replace: ["nearest", () => ({replace: true}), "expected_nn_ps_replace_pairs.csv"],
  nn_ps_2to1: ["nearest", () => ({ratio: 2})],
  nn_mahal: ["nearest", () => ({distance: "mahalanobis"})],
  nn_ps_exact_race: ["nearest", (table) => ({exact: [readCovariate(table, "race")]})],
  nn_ps_mahvars: [
    "nearest",
    (table) => ({
      mahalanobisOn: ["age", "educ", "re74", "re75"].map((name) => readCovariate(table, name)),
      caliper: 0.25
    })
  ],
  subclass6: ["subclass", () => ({subclasses: 6})],
  cem_auto: ["cem", () => ({})],
  nn_probit: ["nearest", () => ({link: "probit"})],
  nn_ps_closest: ["nearest", () => ({order: "closest"}), "expected_nn_ps_closest_pairs.csv"],
  ebal_ATT: ["ebal", () => ({})],
  ipw_ATT: ["ipw", () => ({})],
  overlap_ATO: ["overlap", () => ({})],
  ebal_pkg_Hainmueller: ["ebal", () => ({})]
};

/** LaLonde’s data as MatchIt, WeightIt and ebal match and weigh them. */
export const lalonde: ReferenceSet = {
  id: "lalonde",
  ours: false,
  rows: async (folder) => {
    const table = await readTable(join(folder, "lalonde.csv"));
    const sample = readSample(table, {id: "unit", treated: "treat", covariates});
    const matched = new Map(
      Object.entries(specifications).map(([id, [method, options]]) => [
        id,
        matchingMethods.find((m) => m.id === method)!.apply(sample, {...matchDefaults, ...options(table)})
      ])
    );
    const at = (file: string) => readTable(join(folder, file));
    return [
      ...modelRows(sample, await at("expected_ps_logit_coef.csv")),
      ...weightRows(sample, matched, await at("expected_weights.csv")),
      ...(await pairRows(sample, matched, at)),
      ...(await attRows(sample, matched, presentNumbers(table, "re78"), at)),
      ...balanceRows(sample, matched, await at("expected_balance_smd.csv"))
    ];
  }
};

const nameFigure = (estimator: string, what: string) => ({set: "lalonde", estimator, what});

function modelRows({treated, covariates}: Sample, expected: Table): ReferenceRow[] {
  const {terms} = fitBinaryRegression(treated, modelColumns(covariates), {link: "logit"});
  const estimates = numbers(expected, "est");
  const errors = numbers(expected, "se");
  return texts(expected, "term").flatMap((term, i) => {
    const ours = terms.find(({name}) => name === term)!;
    return [
      estimateRow(nameFigure("propensity", `${term} estimate`), estimates[i], ours.coefficient, errors[i]),
      errorRow(nameFigure("propensity", `${term} se`), errors[i], ours.se)
    ];
  });
}

const earlyStop = "the reference’s optimiser stops before the means are equal; ours at 1e-12 of a standard deviation";

function weightRows({ids, treated}: Sample, matched: ReadonlyMap<string, Matched>, expected: Table): ReferenceRow[] {
  const index = new Map(ids.map((id, i) => [id, i]));
  const order = texts(expected, "unit").map((unit) => index.get(unit)!);
  const propensity = matched.get("ipw_ATT")!.propensity!;
  const ofPropensity = [...numbers(expected, "ps_logit")].map((value, i) =>
    row(nameFigure("propensity", `${ids[order[i]]} fitted`), value, propensity[order[i]], value, 1e-8)
  );
  const ofWeights = [...matched].flatMap(([id, one]) => {
    const {weights} = scaledLike(id, treated, one);
    const within = id.startsWith("ebal") ? weightTolerance : 1e-8;
    return [...numbers(expected, id)].map((value, i) =>
      row(nameFigure(id, `${ids[order[i]]} weight`), value, weights[order[i]], Math.max(value, 1), within, earlyStop)
    );
  });
  return [...ofPropensity, ...ofWeights];
}

async function pairRows(
  {ids}: Sample,
  matched: ReadonlyMap<string, Matched>,
  at: (file: string) => Promise<Table>
): Promise<ReferenceRow[]> {
  const rows: ReferenceRow[] = [];
  for (const [id, [, , file]] of Object.entries(specifications)) {
    if (!file) continue;
    const expected = await at(file);
    const partner = new Map(matched.get(id)!.pairs!.map((pair) => [ids[pair.treated], ids[pair.comparator]]));
    texts(expected, "treated").forEach((unit, i) => {
      const theirs = texts(expected, "control")[i];
      const ours = partner.get(unit) ?? "";
      const pass = ours === theirs;
      rows.push({
        ...nameFigure(id, `${unit} pair`),
        expected: theirs,
        ours,
        relative: pass ? 0 : NaN,
        tolerance: 0,
        pass
      });
    });
  }
  return rows;
}

const tied =
  "comparators that are alike in all the columns measured are equally near, and which of them is paired with whom moves the sandwich but neither weights nor estimate; the reference does not say whom it paired";

async function attRows(
  {treated, covariates, ids}: Sample,
  matched: ReadonlyMap<string, Matched>,
  outcome: Float64Array,
  at: (file: string) => Promise<Table>
): Promise<ReferenceRow[]> {
  const expected = await at("expected_att.csv");
  const weightTable = await at("expected_weights.csv");
  const place = new Map(texts(weightTable, "unit").map((unit, i) => [unit, i]));
  const columns = modelColumns(covariates);
  return texts(expected, "spec").flatMap((id, i) => {
    const cell = (column: string) => numbers(expected, column)[i];
    const {weights, sets} = scaledLike(id, treated, matched.get(id)!);
    const positive = (side: number) => weights.filter((weight, row) => treated[row] === side && weight > 0);
    const plain = weightedDifference(treated, {weights, sets}, outcome);
    const adjusted = weightedDifference(treated, {weights, sets}, outcome, columns);
    const theirs = numbers(weightTable, id);
    const fromTheirs = (x: typeof columns) =>
      weightedDifference(
        treated,
        {weights: Float64Array.from(ids, (unit) => theirs[place.get(unit)!]), sets},
        outcome,
        x
      );
    const why = (figure: "estimate" | "se", x: typeof columns) =>
      id.startsWith("ebal") ? offEqualMeans(fromTheirs(x)[figure]) : figure === "se" ? tied : undefined;
    return [
      row(nameFigure(id, "n_treated"), cell("n_treated"), positive(1).length, 1, 0),
      row(nameFigure(id, "n_control"), cell("n_control"), positive(0).length, 1, 0),
      errorRow(nameFigure(id, "ess_control"), cell("ess_control"), effectiveSampleSize(positive(0))),
      estimateRow(
        nameFigure(id, "att_unadj"),
        cell("att_unadj"),
        plain.estimate,
        cell("se_unadj"),
        why("estimate", [])
      ),
      errorRow(nameFigure(id, "se_unadj"), cell("se_unadj"), plain.se, why("se", [])),
      estimateRow(
        nameFigure(id, "att_adj"),
        cell("att_adj"),
        adjusted.estimate,
        cell("se_adj"),
        why("estimate", columns)
      ),
      errorRow(nameFigure(id, "se_adj"), cell("se_adj"), adjusted.se, why("se", columns))
    ];
  });
}

const offEqualMeans = (fromTheirWeights: number): string =>
  `the reference’s optimiser stops before the means are equal, ours at 1e-12 of a standard deviation; its own weights give ${fromTheirWeights.toPrecision(12)} here`;

/** The ebal package lets comparators add up to the treated, not to their own number. */
function scaledLike(id: string, treated: Uint8Array, {weights, sets}: Matched): Matching {
  if (id !== "ebal_pkg_Hainmueller") return {weights, sets};
  const count = treated.reduce((sum, value) => sum + value, 0);
  return {weights: weights.map((w, row) => (treated[row] ? w : (w * count) / (treated.length - count))), sets};
}

function balanceRows({treated, covariates}: Sample, matched: ReadonlyMap<string, Matched>, expected: Table) {
  const smds = numbers(expected, "smd");
  const propensity = matched.get("ipw_ATT")!.propensity!;
  return texts(expected, "spec").map((id, i): ReferenceRow => {
    const name = texts(expected, "var")[i];
    const {weights, propensity: own} = matched.get(id === "unmatched" ? "nn_ps_logit" : id)!;
    const columns = [{name: "distance", values: own ?? propensity}, ...indicatorColumns(covariates)];
    const column = columns.find((c) => c.name === name)!;
    const [balance] = measureBalance(treated, weights, [column]);
    const ours = id === "unmatched" ? balance.smd_before : balance.smd_after;
    return row(nameFigure(id, `${name} smd`), smds[i], ours, Math.max(Math.abs(smds[i]), 1), 1e-8);
  });
}

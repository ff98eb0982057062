import {greatest} from "d3";
import {UserError} from "../../src/library/errors.ts";
import {
  type Balance,
  effectiveSampleSize,
  indicatorColumns,
  type Matched,
  measureBalance,
  modelColumns,
  type Sample,
  weightedDifference
} from "../../src/library/matching/index.ts";
import type {Command} from "./command.ts";
import {columnNamed, splitList, readMatchOptions, chooseMethod} from "./matching-options.ts";
import {describeFar} from "../tables/far-from-others.ts";
import {refuseOneForTwo} from "../tables/option-values.ts";
import {chooseFormat, printTable, type PrintedRow} from "../tables/print-table.ts";
import {readSample} from "../tables/sample-table.ts";
import {presentNumbers, readTable, type Table} from "../read/table.ts";

type Values = Parameters<Command["run"]>[0];

/** Matches or weighs the units of a file and prints what was asked for: weights, pairs, balance or the difference in an outcome. */
export async function runMatching(
  file: string | undefined,
  values: Values,
  {command, method: otherwise}: {command: string; method: string}
): Promise<void> {
  if (!file) {
    throw new UserError("which file?", {fix: `npm run pav -- ${command} FILE --id … --treated … --covariates a,b,c`});
  }
  const format = chooseFormat(values["format"]);
  const method = chooseMethod(values["method"], otherwise);
  const covariates = splitList(columnNamed(values, "covariates"));
  const [id, treated] = [columnNamed(values, "id"), columnNamed(values, "treated")];
  const outcome = typeof values["outcome"] === "string" ? values["outcome"] : null;
  refuseOneForTwo({id, treated, covariates, ...(outcome === null ? {} : {outcome})});
  const table = await readTable(file);
  const sample = readSample(table, {id, treated, covariates});
  const matched = method.apply(sample, readMatchOptions(method.id, values, table));
  const balance = measureBalance(sample.treated, matched.weights, pickColumns(sample, matched));
  console.log(printTable(collectRows(values, table, {sample, matched, balance, method: method.id}), format));
  const counted = [
    ...sample.covariates.filter((one) => "values" in one).map(({name}) => name),
    ...(outcome === null ? [] : [outcome])
  ];
  for (const message of describeFar(table, counted)) console.error(message);
  for (const message of listMessages(method.label, sample, matched, balance)) console.error(message);
}

const pickColumns = ({covariates}: Sample, {propensity}: Matched) => [
  ...(propensity ? [{name: "distance", values: propensity}] : []),
  ...indicatorColumns(covariates)
];

function collectRows(
  values: Values,
  table: Table,
  {sample, matched, balance, method}: {sample: Sample; matched: Matched; balance: Balance[]; method: string}
): PrintedRow[] {
  const {ids, treated, covariates} = sample;
  const wanted = ["pairs", "balance", "outcome"].filter((name) => values[name] !== undefined);
  if (wanted.length > 1) {
    throw new UserError(`--${wanted.join(" and --")} print different tables`, {fix: "ask for one of them at a time"});
  }
  if (values["balance"]) return balance.map((row) => ({...row}));
  if (values["pairs"]) {
    if (matched.pairs) return matched.pairs.map((p) => ({treated: ids[p.treated], control: ids[p.comparator]}));
    throw new UserError(`--method ${method} pairs nobody`, {fix: "use --method nearest, or leave --pairs out"});
  }
  if (typeof values["outcome"] === "string") {
    const outcome = presentNumbers(table, values["outcome"]);
    const counts = {
      treated: treated.filter((side, row) => side === 1 && matched.weights[row] > 0).length,
      comparators: treated.filter((side, row) => side === 0 && matched.weights[row] > 0).length
    };
    return [
      {difference: "plain", ...weightedDifference(treated, matched, outcome), ...counts},
      {difference: "adjusted", ...weightedDifference(treated, matched, outcome, modelColumns(covariates)), ...counts}
    ];
  }
  return ids.map((id, row) => ({id, weight: matched.weights[row]}));
}

/** Standardised differences above these are to be adjusted for, and not comparable at all. */
const small = 0.05;
const large = 0.25;

function* listMessages(label: string, sample: Sample, {weights}: Matched, balance: Balance[]): Generator<string> {
  const reportSide = (side: 0 | 1, name: string) => {
    const all = sample.treated.filter((value) => value === side).length;
    const kept = weights.filter((weight, row) => sample.treated[row] === side && weight > 0);
    const size = effectiveSampleSize(kept);
    const effective = Math.abs(size - kept.length) > 0.05 ? `, as good as ${size.toFixed(1)} of equal weight` : "";
    return `${kept.length} of ${all} ${name}${effective}`;
  };
  yield `${label}: ${reportSide(1, "treated units")}; ${reportSide(0, "comparators")}`;
  const size = ({smd_after}: Balance) => Math.abs(smd_after);
  const known = balance.filter((row) => Number.isFinite(size(row)));
  const unknown = balance.filter((row) => !known.includes(row)).map(({covariate}) => covariate);
  if (unknown.length)
    yield `balance: no figure for ${unknown.join(", ")}: no two treated units differ, so that there is no standard deviation to measure by`;
  const worst = greatest(known, size);
  if (!worst) return;
  const verdict = size(worst) <= small ? "good" : size(worst) <= large ? "adjust for it" : "not comparable";
  const count = known.filter((row) => size(row) > large).length;
  yield `balance: ${worst.covariate} differs most, by ${worst.smd_after.toFixed(2)} standard deviations of the treated (${verdict})${count > 1 ? `; ${count} differ by more than ${large}` : ""}`;
}

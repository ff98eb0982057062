import {join} from "node:path";
import {mean, range} from "d3";
import {predictorSyntheticControl} from "../../../src/library/estimators/predictor-synthetic-control.ts";
import {numbers, readTable, texts, type Table} from "../../read/table.ts";
import {row} from "./compare.ts";
import type {ReferenceSet} from "./row.ts";

const nameFigure = (what: string) => ({set: "scm_basque", estimator: "synthetic_control_predictors", what});
const treated = "Basque Country (Pais Vasco)";

/** Weights by optimisation are compared to 0.01 (EXPECTED.md). */
const weightTolerance = 0.01;

/** What a weight off by 1e-3, to which the reference rounds, moves a gap by, in thousands of 1986 dollars. */
const gapTolerance = 1e-3;

/** The Basque Country, on the thirteen predictors of Abadie & Gardeazabal (2003), by the software Synth. */
export const scmBasque: ReferenceSet = {
  id: "scm_basque",
  ours: false,
  rows: async (folder) => {
    const table = await readTable(join(folder, "basque.csv"));
    const expected = await readTable(join(folder, "expected_weights.csv"));
    const gaps = await readTable(join(folder, "expected_gap.csv"));
    const comparators = texts(expected, "unit.names");
    const computeMean = computeMeans(table);
    const units = [...comparators, treated];
    const {unitWeights, loss} = predictorSyntheticControl({
      predictors: listPredictors(computeMean, units),
      outcomes: units.map((unit) => Float64Array.from(range(1960, 1970), (year) => computeMean(unit, "gdpcap", [year])))
    });
    const weights = numbers(expected, "w.weights");
    const published = numbers(gaps, "gap");
    return [
      ...comparators.map((unit, i) =>
        row(nameFigure(`${unit} weight`), weights[i], unitWeights[i], 1, weightTolerance)
      ),
      ...[...numbers(gaps, "year")].map((year, i) => {
        const synthetic = comparators.reduce(
          (sum, unit, j) => sum + unitWeights[j] * computeMean(unit, "gdpcap", [year]),
          0
        );
        return row(
          nameFigure(`${year} gap`),
          published[i],
          computeMean(treated, "gdpcap", [year]) - synthetic,
          1,
          gapTolerance
        );
      }),
      row(nameFigure("loss"), 0.008864606, loss, 0.008864606, 1e-4)
    ];
  }
};

type MeanOf = (unit: string, column: string, years: readonly number[]) => number;

function computeMeans(table: Table): MeanOf {
  const names = texts(table, "regionname");
  const years = numbers(table, "year");
  const at = new Map(names.map((name, i) => [`${name} ${years[i]}`, i]));
  return (unit, column, wanted) => {
    const values = numbers(table, column);
    return mean(wanted, (year) => values[at.get(`${unit} ${year}`)!])!;
  };
}

/** Schooling in per cent of those with any level recorded, higher levels together; the rest as they are. */
function listPredictors(computeMean: MeanOf, units: readonly string[]) {
  const sixties = range(1964, 1970);
  const levels = (unit: string) => {
    const [illiterate, primary, middle, high, higher] = ["illit", "prim", "med", "high", "post.high"].map((level) =>
      computeMean(unit, `school.${level}`, sixties)
    ) as [number, number, number, number, number];
    const groups = [illiterate, primary, middle, high + higher];
    const total = groups.reduce((sum, value) => sum + value, 0);
    return groups.map((value) => (100 * value) / total);
  };
  const schooling = units.map(levels);
  const sectors = ["agriculture", "energy", "industry", "construction", "services.venta", "services.nonventa"];
  const others: [string, readonly number[]][] = [
    ["invest", sixties],
    ["gdpcap", range(1960, 1970)],
    ...sectors.map((sector): [string, readonly number[]] => [`sec.${sector}`, range(1961, 1970, 2)]),
    ["popdens", [1969]]
  ];
  return [
    ...["illiterate", "primary", "middle", "high"].map((name, level) => ({
      name,
      values: Float64Array.from(schooling, (groups) => groups[level])
    })),
    ...others.map(([name, years]) => ({
      name,
      values: Float64Array.from(units, (unit) => computeMean(unit, name, years))
    }))
  ];
}

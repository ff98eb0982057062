import {randomLcg, randomNormal, range} from "d3";
import {buildComparison, type ComparisonInput} from "../../src/comparison.ts";
import {differenceInRates} from "../../src/estimators/difference-in-rates.ts";

/** Seconds to compare 5,000 joiners over eleven cohorts with 12,000 other primary schools: the largest comparison England allows. */
export function timeComparison(): number {
  const input = panelOfEngland();
  const start = performance.now();
  differenceInRates.estimate(buildComparison(input));
  return (performance.now() - start) / 1000;
}

function panelOfEngland(): ComparisonInput {
  const source = randomLcg(1);
  const draw = randomNormal.source(source)(0, 1);
  const years = range(2007, 2018);
  const schools = range(17_000);
  const joiners = schools
    .slice(0, 5_000)
    .map((row) => ({row, cohort: 2007 + Math.floor(source() * 11), partnership: String(row % 1_000)}));
  const treatedFrom = new Float64Array(schools.length).fill(Infinity);
  for (const {row, cohort} of joiners) treatedFrom[row] = cohort;
  const values = Float64Array.from({length: schools.length * years.length}, () => (source() < 0.1 ? NaN : draw()));
  return {panel: {years, schools, values}, joiners, treatedFrom};
}

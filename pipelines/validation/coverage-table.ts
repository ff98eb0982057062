import {printTable, type PrintedRow} from "../tables/print-table.ts";
import {measureCoverage, simulated} from "./coverage.ts";

const tenth = (value: number): number => Number(value.toFixed(1));
const thousandth = (value: number): number => Number(value.toFixed(3));

/** Coverage and false positives of the intervals that `estimate` prints, over so many panels a design. */
export function coverageTable(panels: number): string {
  const rows = simulated.map((one): PrintedRow => {
    const {bias, sd, mean_se, coverage_pct, claims_pct, ...rest} = measureCoverage(one, panels);
    return {
      ...rest,
      bias: thousandth(bias),
      sd: thousandth(sd),
      mean_se: thousandth(mean_se),
      coverage_pct: tenth(coverage_pct),
      claims_pct: tenth(claims_pct)
    };
  });
  return printTable(rows, "table");
}

/** Something known of every unit before the treated were treated: a number, or one of some categories. */
export type Covariate =
  | {name: string; values: Float64Array}
  | {
      name: string;
      /** In alphabetical order. */ levels: readonly string[];
      /** By row: index of its level. */ codes: Int32Array;
    };

/** Units to match or weigh, a row each, none of whose covariates is missing. */
export interface Sample {
  ids: readonly string[];
  /** By row: 1 if treated, 0 if it may be compared with. */
  treated: Uint8Array;
  covariates: readonly Covariate[];
}

/** A column of numbers by row. */
export interface Column {
  name: string;
  values: Float64Array;
}

/**
 * A column for each number, and one of 0 and 1 for each category, named after covariate and category.
 *
 * @example
 * import {indicatorColumns} from "school-partnerships";
 *
 * const columns = indicatorColumns([{name: "region", levels: ["north", "south"], codes: Int32Array.of(0, 1, 1)}]);
 * for (const {name, values} of columns) console.log(name, [...values].join());
 * // regionnorth 1,0,0
 * // regionsouth 0,1,1
 */
export function indicatorColumns(covariates: readonly Covariate[]): Column[] {
  return covariates.flatMap((covariate) => ("values" in covariate ? [covariate] : indicators(covariate, 0)));
}

/**
 * The same without the first category of each, which an intercept and the others say already.
 *
 * @example
 * import {modelColumns} from "school-partnerships";
 *
 * const columns = modelColumns([{name: "region", levels: ["north", "south"], codes: Int32Array.of(0, 1, 1)}]);
 * for (const {name, values} of columns) console.log(name, [...values].join());
 * // regionsouth 0,1,1
 */
export function modelColumns(covariates: readonly Covariate[]): Column[] {
  return covariates.flatMap((covariate) => ("values" in covariate ? [covariate] : indicators(covariate, 1)));
}

/** The rows with that value of `treated`, in order. */
export function rowsWhere(treated: Uint8Array, value: 0 | 1): Int32Array {
  const rows: number[] = [];
  for (let row = 0; row < treated.length; row++) if (treated[row] === value) rows.push(row);
  return Int32Array.from(rows);
}

const indicators = (
  {name, levels, codes}: {name: string; levels: readonly string[]; codes: Int32Array},
  from: number
): Column[] =>
  levels.slice(from).map((level, i) => ({
    name: name + level,
    values: Float64Array.from(codes, (code) => (code === i + from ? 1 : 0))
  }));

/** A covariate by row: first the donors, then the treated. */
export interface Covariate {
  name: string;
  values: Float64Array;
}

/** Regressors of a donor pool and of the treated units compared with it. */
export interface DonorDesign {
  /** The intercept first. */
  names: readonly string[];
  /** By regressor, among the donors: its mean and its standard deviation; 0 and 1 for the intercept. */
  centre: Float64Array;
  scale: Float64Array;
  rows: number;
  /** So many rows come first that are of the donor pool. */
  donors: number;
  /** Rows × regressors, row by row: (value − centre) ÷ scale. */
  values: Float64Array;
}

/** Below this share of its size a covariate’s spread is rounding. */
const constant = 1e-12;

/**
 * The design of an intercept and covariates, each from its mean among the donors in units of its spread there: no
 * fitted value changes, and no digit is lost to a covariate far from zero.
 */
export function designDonors(
  covariates: readonly Covariate[],
  {rows, donors}: Pick<DonorDesign, "rows" | "donors">
): DonorDesign {
  const width = covariates.length + 1;
  const centre = new Float64Array(width);
  const scale = new Float64Array(width).fill(1);
  const values = new Float64Array(rows * width);
  for (let i = 0; i < rows; i++) values[i * width] = 1;
  covariates.forEach(({values: own}, c) => {
    const {mean, deviation, varies} = measureSpread(own, donors);
    centre[c + 1] = mean;
    scale[c + 1] = deviation;
    // Of a constant nothing is left among the donors, not even rounding: it is a copy of the intercept.
    for (let i = 0; i < rows; i++) values[i * width + c + 1] = varies || i >= donors ? (own[i] - mean) / deviation : 0;
  });
  return {names: ["intercept", ...covariates.map(({name}) => name)], centre, scale, rows, donors, values};
}

function measureSpread(values: Float64Array, donors: number): {mean: number; deviation: number; varies: boolean} {
  let sum = 0;
  let size = 0;
  for (let i = 0; i < donors; i++) {
    sum += values[i];
    size += Math.abs(values[i]);
  }
  const mean = donors ? sum / donors : 0;
  let squares = 0;
  for (let i = 0; i < donors; i++) squares += (values[i] - mean) ** 2;
  const deviation = Math.sqrt(squares / Math.max(donors, 1));
  const varies = deviation > (constant * size) / Math.max(donors, 1);
  return {mean, deviation: varies ? deviation : 1, varies};
}

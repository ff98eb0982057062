/** A number fitted to weighted observations, and what each of them had to do with it. */
export interface Fit {
  value: number;
  /** First and last column of the observations that it rests on. */
  from: number;
  to: number;
  /** Units × columns of the fit, column-major: the derivative of value by the weight of the observation; 0 where none. */
  scores: Float64Array;
  /** 1 for each unit with a part in it. */
  contributes: Uint8Array;
}

import type {EventStudy} from "./event-study.ts";

/**
 * The ways in which one earlier step can be the largest: restrictions Aδ ≤ 0, one array of A an
 * inequality, over the coefficients’ periods.
 */
export type Restriction = readonly Float64Array[];

/**
 * Δ^RM(m), that no step of the trend after the reference is more than m times the largest step
 * before it, as the union over which earlier step is largest and its sign: Rambachan & Roth
 * (2023). A piece holds the steps after the reference to m times the one taken for the largest;
 * with one later period, also the other earlier steps to that one, which can say something about a
 * set only where nothing else is unknown.
 */
export function relativeMagnitudes({beta, pre, target}: EventStudy, m: number): Restriction[] {
  const periods = beta.length;
  const step = (at: number) => stepInto(at, pre, periods);
  const all = Array.from({length: periods}, (_, at) => step(at));
  const earlier = all.slice(0, pre);
  const later = all.slice(pre);
  return earlier.flatMap((largest) =>
    [1, -1].map((sign) => {
      const controlled = [
        ...(target.length > 1 ? [] : earlier.map((d) => ({d, times: sign}))),
        ...later.map((d) => ({d, times: sign * m}))
      ];
      return [1, -1]
        .flatMap((way) => controlled.map(({d, times}) => d.map((value, i) => way * value - times * largest[i])))
        .filter((row) => row.some((value) => value !== 0));
    })
  );
}

/**
 * The change of the trend in one step, the reference being 0: step `at` is the one after (before
 * the reference) or into its period.
 */
function stepInto(at: number, pre: number, periods: number): Float64Array {
  const step = new Float64Array(periods);
  if (at < pre) {
    step[at] = -1;
    if (at + 1 < pre) step[at + 1] = 1;
  } else {
    step[at] = 1;
    if (at > pre) step[at - 1] = -1;
  }
  return step;
}

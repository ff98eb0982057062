import {group} from "d3";
import {solve} from "../../library/statistics/index.ts";
import {kernels, takeRoom, together} from "../kernels/memory.ts";
import type {DesignMatrix} from "../expected-change/design-matrix.ts";
import type {PoolRegression} from "../expected-change/pool-regression.ts";

/** What the donors of a regression move a mean of excesses by. */
export interface DonorShare {
  regression: PoolRegression;
  /** By place in the trial: the row of the phase. */
  rows: Int32Array;
  /** By regressor: sum over treated schools of what each counts times its covariates. */
  covariates: Float64Array;
  /** By row of the phase; what donors add goes into it. */
  influence: Float64Array;
}

/**
 * Takes from each influence, at every donor, its residual times its leverage on the treated schools’ covariates
 * (Sant’Anna & Zhao 2020, §3.1). Regressions of one matrix, such as those of all event times, read it together.
 */
export function addDonors(shares: readonly DonorShare[]): void {
  const room = takeRoom();
  const influences = new Map<Float64Array, number>();
  for (const {influence} of shares) {
    if (!influences.has(influence)) influences.set(influence, room.put(influence));
  }
  // Nobody reads what goes in here.
  const unread = room.reserve(Math.max(0, ...[...influences.keys()].map(({length}) => length)));
  const mark = room.end();
  for (const [matrix, own] of group(shares, ({regression}) => regression.matrix)) {
    room.release(mark);
    const packed = packDonors(matrix, own[0].rows);
    const {donors} = matrix;
    const regressors = room.put(packed.varying);
    const classes = room.put(matrix.classes);
    const rows = room.put(packed.rows);
    const inner = room.end();
    for (let i = 0; i < own.length; i += together) {
      room.release(inner);
      const some = own.slice(i, i + together);
      const {constants, weights} = makeLeverage(packed, some);
      const residuals = room.reserve(together * donors);
      const all = room.read(residuals, together * donors);
      some.forEach(({regression}, j) => all.set(regression.excess.subarray(0, donors), j * donors));
      all.fill(0, some.length * donors);
      const into = some.map(({influence}) => influences.get(influence)!);
      // Where there are fewer shares than are worked on together, what goes in there is nothing.
      const rest = into.every((at) => at === into[0]) ? into[0] : unread;
      const [a, b = rest, c = rest, d = rest] = into;
      kernels.addLeverages(
        donors,
        packed.columns.length,
        regressors,
        classes,
        rows,
        room.put(constants),
        room.put(weights),
        residuals,
        a,
        b,
        c,
        d
      );
    }
  }
  for (const [influence, at] of influences) influence.set(room.read(at, influence.length));
}

/** What leverages are made of: at each donor a constant of its class, and its other regressors by weights; `together` of each, 0 where there are fewer shares. */
interface Leverage {
  constants: Float64Array;
  weights: Float64Array;
}

function makeLeverage({matrix, fixed, columns}: PackedDonors, shares: readonly DonorShare[]): Leverage {
  const width = matrix.names.length;
  const counts = fixed.length / width;
  const weights = new Float64Array(columns.length * together);
  const constants = new Float64Array(counts * together);
  shares.forEach(({regression: {factor}, covariates}, j) => {
    const solved = solve(factor, covariates.subarray(0, factor.size));
    for (let c = 0; c < columns.length; c++) weights[c * together + j] = solved[columns[c]] ?? 0;
    for (let of = 0; of < counts; of++) {
      for (let c = 0; c < solved.length; c++) constants[of * together + j] += solved[c] * fixed[of * width + c];
    }
  });
  return {constants, weights};
}

/** The donors of a matrix by what they share: most regressors are indicators, alike for whole classes of donors. */
interface PackedDonors {
  matrix: DesignMatrix;
  /** By donor: the row of the phase. */
  rows: Int32Array;
  /** Classes × regressors: the values of those that are fixed; 0 for the others. */
  fixed: Float64Array;
  /** The other regressors, and donors × their values. */
  columns: readonly number[];
  varying: Float64Array;
}

const packed = new WeakMap<DesignMatrix, PackedDonors>();

function packDonors(matrix: DesignMatrix, rowOf: Int32Array): PackedDonors {
  const known = packed.get(matrix);
  if (known) return known;
  const {values, donors, names, classes, fixed: isFixed} = matrix;
  const width = names.length;
  const columns = names.flatMap((_, c) => (isFixed[c] ? [] : [c]));
  const varying = new Float64Array(donors * columns.length);
  const fixed: number[] = [];
  for (let k = 0, at = 0; k < donors; k++) {
    if (classes[k] * width === fixed.length) isFixed.forEach((is, c) => fixed.push(is ? values[k * width + c] : 0));
    for (let c = 0; c < columns.length; c++, at++) varying[at] = values[k * width + columns[c]];
  }
  const rows = matrix.places.slice(0, donors).map((place) => rowOf[place]);
  const made = {matrix, rows, fixed: Float64Array.from(fixed), columns, varying};
  packed.set(matrix, made);
  return made;
}

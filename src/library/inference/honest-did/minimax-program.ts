/** The answer of a minimax programme. */
export interface MinimaxSolution {
  value: number;
  /** By column, at least 0. */
  multipliers: Float64Array;
  /** Whether a multiplier of the basis is 0, so that other bases give the same answer. */
  degenerate: boolean;
}

/** A linear programme to be solved for many objectives. */
export interface MinimaxProgram {
  /** The largest γ′objective. */
  solve(objective: Float64Array): MinimaxSolution;
  /** By column: what each would add to `objective` per unit, at the basis last solved for. */
  reducedCosts(objective: Float64Array): Float64Array;
}

const zero = 1e-10;
/** Steps that change nothing before the rule that cannot cycle takes over. */
const patience = 20;
/** Pivots after which a programme is taken never to end. */
const most = 100_000;
/** Pivots before the tableau is made afresh from its basis. */
const stale = 60;

/**
 * max γ′z over γ ≥ 0, Σγ = 1, X′γ = 0, for objectives z that come one after the other: the dual of
 * min η subject to z − Xδ ≤ η, the test statistic of Andrews, Roth & Pakes (2023) in moments of
 * unit variance. The simplex method on a dense tableau; each objective starts from the last one’s
 * basis, which stays feasible. Bland’s rule breaks ties that would cycle.
 *
 * `nuisance` is X by row: one array of `moments` numbers a nuisance parameter, linearly
 * independent. Throws where no γ is feasible, for then no value of the parameters can be refused.
 */
export function minimaxProgram(nuisance: readonly Float64Array[], moments: number): MinimaxProgram {
  const height = nuisance.length + 1;
  const width = moments + 1;
  const equalities = [new Float64Array(moments).fill(1), ...nuisance.map(unitLargest)];
  const tableau = new Float64Array(height * width);
  const basis = new Int32Array(height).fill(-1);
  const costs = new Float64Array(moments);
  let pivots = 0;
  load();
  findFeasible();

  return {solve, reducedCosts};

  function load(): void {
    for (let i = 0; i < height; i++) {
      tableau.set(equalities[i], i * width);
      tableau[i * width + moments] = i === 0 ? 1 : 0;
    }
  }

  function pivot(row: number, column: number): void {
    const start = row * width;
    const by = 1 / tableau[start + column];
    for (let j = 0; j < width; j++) tableau[start + j] *= by;
    tableau[start + column] = 1;
    for (let i = 0; i < height; i++) {
      const factor = tableau[i * width + column];
      if (i === row || factor === 0) continue;
      for (let j = 0; j < width; j++) tableau[i * width + j] -= factor * tableau[start + j];
      tableau[i * width + column] = 0;
    }
    basis[row] = column;
    pivots++;
  }

  /** Makes the tableau again from the basis: rounding does not pile up. */
  function refresh(): void {
    const columns = [...basis].sort((a, b) => a - b);
    load();
    const left = new Set(Array.from({length: height}, (_, i) => i));
    for (const column of columns) {
      let best = -1;
      for (const i of left) {
        if (best < 0 || Math.abs(tableau[i * width + column]) > Math.abs(tableau[best * width + column])) best = i;
      }
      pivot(best, column);
      left.delete(best);
    }
    pivots = 0;
  }

  /** Rows of X hold at 0, so any pivot in them is feasible; the first row’s 1 is then brought in by Bland’s rule. */
  function findFeasible(): void {
    for (let i = 1; i < height; i++) pivot(i, findLargest(i));
    while (basis[0] === -1) {
      let entering = -1;
      for (let j = 0; j < moments && entering < 0; j++) if (tableau[j] > zero) entering = j;
      if (entering < 0) throw new Error("the moments do not bound the statistic: no multipliers are feasible");
      pivot(leavingRow(entering), entering);
    }
    refresh();
  }

  function findLargest(i: number): number {
    let best = 0;
    for (let j = 1; j < moments; j++) {
      if (Math.abs(tableau[i * width + j]) > Math.abs(tableau[i * width + best])) best = j;
    }
    if (Math.abs(tableau[i * width + best]) < zero) throw new Error("nuisance parameters are linearly dependent");
    return best;
  }

  /** The row that reaches 0 first, of equals the one whose variable comes first. */
  function leavingRow(entering: number): number {
    let row = -1;
    let least = Infinity;
    for (let i = 0; i < height; i++) {
      const slope = tableau[i * width + entering];
      if (slope <= zero) continue;
      const ratio = Math.max(tableau[i * width + moments], 0) / slope;
      if (ratio < least - zero || (ratio < least + zero && basis[i] < basis[row])) {
        least = Math.min(ratio, least);
        row = i;
      }
    }
    if (row < 0) throw new Error("an unbounded simplex cannot be");
    return row;
  }

  function reducedCosts(objective: Float64Array): Float64Array {
    costs.set(objective);
    for (let i = 0; i < height; i++) {
      const value = objective[basis[i]];
      if (value === 0) continue;
      const start = i * width;
      for (let j = 0; j < moments; j++) costs[j] -= value * tableau[start + j];
    }
    for (let i = 0; i < height; i++) costs[basis[i]] = 0;
    return costs;
  }

  function solve(objective: Float64Array): MinimaxSolution {
    let still = 0;
    const size = objective.reduce((most, value) => Math.max(most, Math.abs(value)), 1);
    for (let steps = 0; ; steps++) {
      if (steps > most) throw new Error("the programme does not end: its objective is not finite");
      if (pivots > stale) refresh();
      const entering = enteringColumn(reducedCosts(objective), {first: still > patience, least: zero * size});
      if (entering < 0) return solution(objective);
      const row = leavingRow(entering);
      still = tableau[row * width + moments] <= zero ? still + 1 : 0;
      pivot(row, entering);
    }
  }

  /** A reduced cost counts beyond the rounding of an objective of its size. */
  function enteringColumn(reduced: Float64Array, {first, least}: {first: boolean; least: number}): number {
    let best = -1;
    for (let j = 0; j < moments; j++) {
      if (reduced[j] <= least) continue;
      if (first) return j;
      if (best < 0 || reduced[j] > reduced[best]) best = j;
    }
    return best;
  }

  function solution(objective: Float64Array): MinimaxSolution {
    const multipliers = new Float64Array(moments);
    let value = 0;
    let degenerate = false;
    for (let i = 0; i < height; i++) {
      const multiplier = Math.max(tableau[i * width + moments], 0);
      multipliers[basis[i]] = multiplier;
      value += multiplier * objective[basis[i]];
      if (multiplier <= 1e-9) degenerate = true;
    }
    return {value, multipliers, degenerate};
  }
}

function unitLargest(row: Float64Array): Float64Array {
  const largest = row.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return row.map((value) => value / (largest || 1));
}

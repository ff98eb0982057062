import {randomLcg, range, shuffler} from "d3";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {nearestNeighbours, type NearestOptions, type Pair} from "../../../src/library/matching/nearest.ts";

const plain: NearestOptions = {
  order: "data",
  score: null,
  caliper: Infinity,
  stratum: new Int32Array(0),
  ratio: 1,
  replace: false
};

/** Greedy matching as it is reported: every row in turn looks at every comparator that is left. */
function slowNeighbours(treated: Uint8Array, coordinates: readonly Float64Array[], options: NearestOptions): Pair[] {
  const {order, score, caliper, stratum, ratio, replace} = options;
  const rows = range(treated.length).filter((row) => treated[row]);
  const left = new Set(range(treated.length).filter((row) => !treated[row]));
  const had = new Map(rows.map((row) => [row, new Set<number>()]));
  const distance = (a: number, b: number) => Math.hypot(...coordinates.map((values) => values[a] - values[b]));
  const nearest = (row: number) =>
    [...left]
      .filter((other) => stratum[other] === stratum[row] && !had.get(row)!.has(other))
      .filter((other) => !score || Math.abs(score[other] - score[row]) <= caliper)
      .sort((a, b) => distance(row, a) - distance(row, b))[0];
  const pairs: Pair[] = [];
  for (let round = 0; round < ratio; round++) {
    const waiting = order === "largest" ? rows.toSorted((a, b) => score![b] - score![a]) : [...rows];
    while (waiting.length) {
      if (order === "closest") {
        const gap = (row: number) => (nearest(row) === undefined ? Infinity : distance(row, nearest(row)));
        waiting.sort((a, b) => gap(a) - gap(b));
      }
      const row = waiting.shift()!;
      const found = nearest(row);
      if (found === undefined) continue;
      pairs.push({treated: row, comparator: found});
      had.get(row)!.add(found);
      if (!replace) left.delete(found);
    }
  }
  return pairs;
}

const reported = (pairs: readonly Pair[]) => pairs.map((p) => `${p.treated}–${p.comparator}`).sort();

function madeRows(seed: number, rows: number, columns: number) {
  const uniform = randomLcg(seed);
  return {
    treated: Uint8Array.from({length: rows}, () => (uniform() < 0.35 ? 1 : 0)),
    coordinates: Array.from({length: columns}, () => Float64Array.from({length: rows}, uniform)),
    stratum: Int32Array.from({length: rows}, () => Math.floor(2 * uniform()))
  };
}

describe("nearestNeighbours(treated, coordinates, options)", () => {
  it("finds what looking at everyone finds, whatever the options", () =>
    fc.assert(
      fc.property(
        fc.record({
          seed: fc.double({min: 0, max: 1, noNaN: true}),
          columns: fc.integer({min: 1, max: 3}),
          order: fc.constantFrom("data", "largest", "closest"),
          caliper: fc.constantFrom(0.05, 0.3, Infinity),
          ratio: fc.integer({min: 1, max: 3}),
          replace: fc.boolean()
        }),
        ({seed, columns, order, caliper, ratio, replace}) => {
          const {treated, coordinates, stratum} = madeRows(seed, 40, columns);
          const options = {order, score: coordinates[0], caliper, stratum, ratio, replace} as const;
          expect(reported(nearestNeighbours(treated, coordinates, options))).toEqual(
            reported(slowNeighbours(treated, coordinates, options))
          );
        }
      ),
      {numRuns: 60}
    ));

  it("pairs the same units in whatever order the rows come, where no distances are equal", () => {
    const {treated, coordinates, stratum} = madeRows(0.7, 60, 2);
    const options: NearestOptions = {...plain, order: "largest", score: coordinates[0], stratum};
    const order = shuffler(randomLcg(0.2))(range(60));
    const moved = <T extends Float64Array | Int32Array | Uint8Array>(values: T) =>
      values.map((_, i) => values[order[i]]) as T;
    const again = nearestNeighbours(moved(treated), coordinates.map(moved), {
      ...options,
      score: moved(coordinates[0]),
      stratum: moved(stratum)
    });
    const back = again.map((p) => ({treated: order[p.treated], comparator: order[p.comparator]}));
    expect(reported(back)).toEqual(reported(nearestNeighbours(treated, coordinates, options)));
  });

  it("of equally near comparators takes the first met going outward in the order of coordinate and row", () => {
    // Row 1 stands at 5 between rows 0 (5), 2 (5), 3 (4) and 4 (6): 0 and 2 are at distance 0, row 0 just below it in order.
    const treated = Uint8Array.of(0, 1, 0, 0, 0);
    const at = Float64Array.of(5, 5, 5, 4, 6);
    const options = {...plain, stratum: new Int32Array(5), ratio: 4};
    const chosen = range(1, 5).map((ratio) => nearestNeighbours(treated, [at], {...options, ratio}).at(-1)!.comparator);
    expect(chosen).toEqual([0, 2, 3, 4]);
  });

  it("lets each choose once before any chooses again", () => {
    // Rows 0 and 1 are treated, at 0 and 1; comparators at 0.4, 0.5, 9 and 10.
    const treated = Uint8Array.of(1, 1, 0, 0, 0, 0);
    const at = Float64Array.of(0, 1, 0.4, 0.5, 9, 10);
    const pairs = nearestNeighbours(treated, [at], {...plain, stratum: new Int32Array(6), ratio: 2});
    expect(reported(pairs)).toEqual(["0–2", "0–4", "1–3", "1–5"]);
  });

  it("leaves out who finds nobody within the caliper or the stratum", () => {
    const treated = Uint8Array.of(1, 1, 0, 0);
    const at = Float64Array.of(0, 5, 0.1, 4);
    const stratum = Int32Array.of(0, 1, 0, 0);
    expect(reported(nearestNeighbours(treated, [at], {...plain, stratum, score: at, caliper: 1}))).toEqual(["0–2"]);
  });
});

it("ends when nobody is left to choose, whatever the ratio", () => {
  const treated = Uint8Array.from([1, 0, 0]);
  const given = {...plain, stratum: new Int32Array(3), ratio: 1e15};
  for (const order of ["data", "closest"] as const)
    expect(nearestNeighbours(treated, [Float64Array.from([0, 1, 2])], {...given, order})).toHaveLength(2);
});

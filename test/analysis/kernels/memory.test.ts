import {readFile} from "node:fs/promises";
import {range} from "d3";
import {expect, test} from "vitest";
import {kernels, takeRoom} from "../../../src/analysis/kernels/memory.ts";
import {mersenneTwister} from "../../../src/library/statistics/index.ts";
import {COMPILED, compileKernels} from "../../../pipelines/kernels/compile.ts";

const draw = mersenneTwister(11);
const drawn = (count: number, missing = 0): Float64Array =>
  Float64Array.from({length: count}, () => (draw() < missing ? NaN : draw() - 0.5));

test("what is kept compiled is what the source says", async () => {
  expect(await readFile(COMPILED, "utf8")).toBe(await compileKernels());
}, 60_000);

test("room is taken up in order, given back, and grows", () => {
  const room = takeRoom();
  const first = room.put(Float64Array.of(1, 2, 3));
  const mark = room.end();
  const second = room.put(Int32Array.of(7));
  expect(second % 16).toBe(0);
  room.release(mark);
  expect(room.zeros(2)).toBe(second);
  room.zeros(1_000_000);
  expect([...room.read(first, 3)]).toEqual([1, 2, 3]);
});

/** The lower triangle, row by row. */
const lower = (products: Float64Array, width: number): number[] =>
  range(width).flatMap((i) => range(i + 1).map((j) => products[i * width + j]));

test.each([1, 2, 3, 8, 17])(
  "products, sums and what is left are those of plain loops, to the bit: %i regressors",
  (width) => {
    for (const rows of [5, 8, 23]) {
      const values = drawn(rows * width);
      const change = drawn(rows, 0.3);
      const products = new Float64Array(width * width);
      const known = new Float64Array(width * width);
      const right = new Float64Array(width);
      for (let k = 0; k < rows; k++) {
        for (let i = 0; i < width; i++) {
          const own = values[k * width + i];
          for (let j = 0; j <= i; j++) products[i * width + j] += own * values[k * width + j];
          if (Number.isNaN(change[k])) continue;
          for (let j = 0; j <= i; j++) known[i * width + j] += own * values[k * width + j];
          right[i] += own * change[k];
        }
      }
      const room = takeRoom();
      const at = room.put(values);
      const made = room.zeros(width * width);
      kernels.addProducts(rows, width, at, made);
      expect(lower(room.read(made, width * width), width)).toEqual(lower(products, width));
      const [own, sums] = [room.zeros(width * width), room.zeros(width)];
      kernels.addKnown(rows, width, width, at, room.put(change), true, own, sums);
      expect(lower(room.read(own, width * width), width)).toEqual(lower(known, width));
      expect([...room.read(sums, width)]).toEqual([...right]);
      kernels.addKnown(rows, width, width, at, room.put(change), false, made, room.zeros(width));
      lower(room.read(made, width * width), width).forEach((value, i) =>
        expect(value).toBeCloseTo(lower(known, width)[i], 12)
      );
    }
  }
);

test("of four changes at once is left what no regressor makes of them, a missing one missing", () => {
  const [rows, donors, width] = [9, 6, 5];
  const values = drawn(rows * width);
  const coefficients = drawn(4 * width);
  const changes = drawn(4 * rows, 0.2);
  const left = changes.map((change, at) => {
    let sum = 0;
    const [j, k] = [Math.floor(at / rows), at % rows];
    for (let c = 0; c < width; c++) sum += values[k * width + c] * coefficients[4 * c + j];
    return change - sum;
  });
  const room = takeRoom();
  const [at, fours, own, squares] = [room.put(values), room.put(coefficients), room.put(changes), room.zeros(4)];
  kernels.subtractFitted(rows, donors, width, at, fours, own, squares);
  expect([...room.read(own, 4 * rows)]).toEqual([...left]);
  const sums = range(4).map((j) =>
    left
      .subarray(j * rows, j * rows + donors)
      .reduce((sum, value) => (Number.isNaN(value) ? sum : sum + value * value), 0)
  );
  expect([...room.read(squares, 4)]).toEqual(sums);
});

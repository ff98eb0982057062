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

/** Bytes of so many numbers. */
const wide = (numbers: number): number => numbers * Float64Array.BYTES_PER_ELEMENT;

test.each([1, 2, 7])(
  "leverages are those of a plain loop, to the bit, of four influences or of one: %i regressors",
  (width) => {
    for (const donors of [1, 6, 7]) {
      const regressors = drawn(donors * width);
      const classes = Uint16Array.from(range(donors), (k) => k % 2);
      const rows = Int32Array.from(range(donors), (k) => donors - 1 - k);
      const [constants, weights] = [drawn(8), drawn(4 * width)];
      const residuals = drawn(4 * donors, 0.2);
      const before = drawn(4 * donors);
      for (const isOne of [false, true]) {
        const expected = before.slice();
        for (let k = 0; k < donors; k++) {
          for (let j = 0; j < 4; j++) {
            let leverage = constants[4 * classes[k] + j];
            for (let c = 0; c < width; c++) leverage += weights[4 * c + j] * regressors[k * width + c];
            const residual = residuals[j * donors + k];
            expected[(isOne ? 0 : j * donors) + rows[k]] -= Number.isNaN(residual) ? 0 : leverage * residual;
          }
        }
        const room = takeRoom();
        const given = [regressors, classes, rows, constants, weights, residuals].map((values) => room.put(values));
        const influences = room.put(before);
        const [a, b, c, d] = range(4).map((j) => influences + (isOne ? 0 : wide(j * donors)));
        const [x, of, row, constant, weight, residual] = given;
        kernels.addLeverages(donors, width, x, of, row, constant, weight, residual, a, b, c, d);
        expect([...room.read(influences, 4 * donors)]).toEqual([...expected]);
      }
    }
  }
);

test.each([1, 2, 5])(
  "rows are written, summed and standardised as by plain loops, to the bit: %i columns",
  (columns) => {
    const [schools, width] = [8, columns + 1];
    const given = range(columns).map(() => drawn(schools, 0.2));
    const room = takeRoom();
    const lacks = room.zeros(1);
    const [first, second = first + wide(schools)] = given.map((values) => room.put(values));
    given.forEach((_, c) => kernels.markMissing(schools, first + c * (second - first), lacks));
    const places = room.put(new Int32Array(schools + 1));
    const count = kernels.listUnmarked(schools, lacks, places);
    const whole = range(schools).filter((i) => given.every((values) => !Number.isNaN(values[i])));
    expect([...room.copy(Int32Array, places, count)]).toEqual(whole);
    const rows = room.reserve(count * width);
    kernels.writeRows(count, columns, second - first, places, first, rows);
    const written = whole.flatMap((i) => [1, ...given.map((values) => values[i])]);
    expect([...room.read(rows, count * width)]).toEqual(written);
    const [sums, centres, squares] = [room.zeros(width), room.put(drawn(width)), room.zeros(width)];
    kernels.addRows(count, width, rows, sums);
    kernels.addSquares(count, width, rows, centres, squares);
    const centre = [...room.read(centres, width)];
    const over = (term: (value: number, c: number) => number): number[] =>
      range(width).map((c) => range(count).reduce((sum, k) => sum + term(written[k * width + c], c), 0));
    expect([...room.read(sums, width)]).toEqual(over((value) => value));
    expect([...room.read(squares, width)]).toEqual(over((value, c) => (value - centre[c]) * (value - centre[c])));
    kernels.standardise(count, width, rows, centres, squares);
    const scale = [...room.read(squares, width)];
    const standardised = written.map((value, at) => (value - centre[at % width]) / scale[at % width]);
    expect([...room.read(rows, count * width)]).toEqual(standardised);
  }
);

test("classes are split by columns of two values, and numbered as they are met", () => {
  const room = takeRoom();
  const places = room.put(Int32Array.of(0, 1, 2, 4));
  const classes = room.put(new Uint16Array(4));
  const [one, three] = [room.put(Float64Array.of(5, 6, 5, 7, 6)), room.put(Float64Array.of(1, 2, 3, 1, 1))];
  const other = room.put(Float64Array.of(0, 0, 1, 0, 1));
  expect([one, three, other].map((column) => kernels.hasTwoValues(4, column, places))).toEqual([1, 0, 1]);
  const numbers = (count: number) => room.put(new Int32Array(2 * count).fill(-1));
  const first = kernels.splitClasses(4, one, places, classes, numbers(1));
  expect([first, ...room.copy(Uint16Array, classes, 4)]).toEqual([2, 0, 1, 0, 1]);
  const second = kernels.splitClasses(4, other, places, classes, numbers(first));
  expect([second, ...room.copy(Uint16Array, classes, 4)]).toEqual([4, 0, 1, 2, 3]);
});

import {range} from "d3";
import {expect, test} from "vitest";
import {uniformNumbers} from "../../../src/analysis/effects/drawn-once.ts";
import {donorDrawsWithin} from "../../../src/analysis/effects/placebo-draws.ts";
import type {Unit} from "../../../src/analysis/effects/units.ts";
import {placeboMeans} from "../../../src/analysis/evidence/placebo-distribution.ts";

/** Four treated schools and eight donors in each of some authorities; a donor’s excess is the number of its authority. */
function madeTrial(authorities: number) {
  const donors = 8 * authorities;
  const rows = Int32Array.from(range(donors + 4));
  const excess = Float64Array.from(rows, (row) => (row < donors ? Math.floor(row / 8) : 0));
  const regression = {matrix: {places: rows, donors}, excess};
  const trial = {
    from: 0,
    change: [excess],
    trial: {rows},
    excess: {same_trend: [excess], same_past: [excess]},
    regressions: {same_trend: [regression], same_past: [regression]}
  };
  const units = range(4).map((i) => ({trial, at: donors + i, row: donors + i, partnership: "p"}) as unknown as Unit);
  const authority = Int32Array.from(rows, (row) => (row < donors ? Math.floor(row / 8) : authorities));
  return {units, authority};
}

const terms = {set: "same_trend", times: [0, 0]} as const;

test("all placebo schools of a draw lie in one authority, and draws reach all of them", () => {
  const {units, authority} = madeTrial(6);
  const {takes, draw} = donorDrawsWithin(units, {...terms, authority})!;
  const numbers = uniformNumbers(3, 200 * takes);
  const drawn = range(200).map((i) => [...new Set(draw(numbers, i * takes))]);
  expect(drawn.every((areas) => areas.length === 1)).toBe(true);
  expect(new Set(drawn.flat()).size).toBe(6);
});

test("a partnership of one area has the wider distribution that areas make; one of several does not", () => {
  const {units, authority} = madeTrial(6);
  const spread = (draws: Float64Array) => Math.max(...draws) - Math.min(...draws);
  const apart = authority.slice();
  apart[units[0].row] = 0;
  const ofOneArea = placeboMeans(units, {...terms, seed: 1, authority})!;
  const ofSeveral = placeboMeans(units, {...terms, seed: 1, authority: apart})!;
  expect([...ofOneArea].every(Number.isInteger)).toBe(true);
  expect([...ofSeveral].every(Number.isInteger)).toBe(false);
  expect(spread(ofOneArea)).toBe(5);
});

test("with too few authorities that have donors enough, draws are of all donors", () => {
  const {units, authority} = madeTrial(4);
  expect(donorDrawsWithin(units, {...terms, authority})).toBeNull();
  expect([...placeboMeans(units, {...terms, seed: 1, authority})!].every(Number.isInteger)).toBe(false);
});

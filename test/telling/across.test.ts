import {describe, expect, it} from "vitest";
import {acrossOf} from "../../src/telling/across.ts";

const partnerships = [
  {schools: 3, estimate: 4, se: 1},
  {schools: 20, estimate: 1, se: 0.5},
  {schools: 8, estimate: -2, se: 0.8},
  {schools: 5, estimate: 2, se: 1.2}
];

describe("acrossOf(partnerships)", () => {
  it("is of the partnerships by size, never by effect", () => {
    expect(acrossOf(partnerships)!.units.map(({schools}) => schools)).toEqual([20, 8, 5, 3]);
  });

  it("draws every effect towards the mean", () => {
    const {mean, units} = acrossOf(partnerships)!;
    expect(units.every((u) => Math.abs(u.shrunken - mean.value) < Math.abs(u.raw - mean.value))).toBe(true);
  });

  it("predicts more widely than it knows the mean", () => {
    const {mean, predict_low, predict_high} = acrossOf(partnerships)!;
    expect(predict_low < mean.low! && predict_high > mean.high!).toBe(true);
  });

  it("is the same in another unit: a thousandth of every figure", () => {
    const scaled = partnerships.map((p) => ({...p, estimate: p.estimate / 1000, se: p.se / 1000}));
    expect(acrossOf(scaled)!.tau * 1000).toBeCloseTo(acrossOf(partnerships)!.tau, 6);
  });

  it("leaves out those without a standard error", () => {
    expect(acrossOf([...partnerships, {schools: 2, estimate: 9, se: NaN}])!.partnerships).toBe(4);
  });

  it("is null below three", () => {
    expect(acrossOf(partnerships.slice(0, 2))).toBeNull();
  });
});

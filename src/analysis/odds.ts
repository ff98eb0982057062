import {least, range} from "d3";
import {UserError} from "../errors.ts";
import {fitBinaryRegression} from "../matching/binary-regression.ts";
import type {Column} from "../matching/sample.ts";
import {addMoves, crossProducts, factoriseFully, type Design, type ModelFit} from "../statistics/linear-model.ts";

/** A school of a cohort, its base mean and what covariates say of that mean, by standard deviations from the mean of the pool. */
export interface Place {
  row: number;
  base: number;
  expected: number;
}

/** Those whose role results told, and the schools they were picked from. */
export interface Places {
  told: readonly Place[];
  others: readonly Place[];
}

/** How the log odds of being one whose role results told go with the base mean, among schools of like covariates. */
export interface Odds {
  /** Their slope at a base mean. */
  slope(z: number): number;
  /** By coefficient of the fit: what one more of it adds to that slope. */
  gradient(z: number): readonly number[];
  /** Adds to `into`, by school, how far each moves the sum over coefficients of so much of each. */
  addMoves(ofEach: readonly number[], into: Float64Array): void;
}

/** So many whose role results told let the log odds be a curve, and a curve with a bend, where Schwarz’s criterion prefers it. */
const forPower = {curve: 30, bend: 400};
/** So many tell a curve well enough for it to stand unasked: where base means of both are normal, log odds are a curve. */
const surelyCurved = 100;
/** Beyond so many standard deviations of the pool there are too few schools to tell, and no slope is held to be steeper. */
const furthest = 2;

/** Odds that do not go with the base mean. */
export const level: Odds = {slope: () => 0, gradient: () => [], addMoves: () => undefined};

/** A logit of powers of the base mean; level where it cannot be told. */
export function oddsOf({told, others}: Places): Odds {
  if (!told.length) return level;
  const places = [...told, ...others];
  const expected = places.some((place) => place.expected !== places[0].expected)
    ? [{name: "expected", values: Float64Array.from(places, (place) => place.expected)}]
    : [];
  const powers = [1, 2, 3].map((power) => ({
    name: `${power}`,
    values: Float64Array.from(places, ({base}) => base ** power)
  }));
  const highest = told.length >= forPower.bend ? 3 : told.length >= forPower.curve ? 2 : 1;
  const fit = (power: number) => fitOf(places.length, told.length, powers.slice(0, power), expected);
  const fits = range(told.length >= surelyCurved ? 2 : 1, highest + 1).flatMap((power) => fit(power) ?? []);
  const best = least(fits, (a, b) => a.criterion - b.criterion) ?? fit(1);
  return best ? oddsAs(best, places) : level;
}

/** Of the powers fitted; no slope moves where it is held at the furthest. */
function oddsAs({coefficients, moves}: PowersFit, places: readonly Place[]): Odds {
  const near = (z: number) => coefficients.map((_, i) => (i + 1) * clamp(z) ** i);
  const steep = (z: number) => near(z).reduce((sum, by, i) => sum + coefficients[i] * by, 0);
  return {
    slope: (z) => clamp(steep(z)),
    gradient: (z) => (Math.abs(steep(z)) < furthest ? near(z) : coefficients.map(() => 0)),
    addMoves(ofEach, into) {
      const {design, fit} = moves;
      const along = new Float64Array(design.columns.length + 1);
      along.set(ofEach, 1);
      const moved = new Float64Array(design.rows);
      addMoves(design, fit, along, moved);
      places.forEach(({row}, i) => (into[row] += moved[i]));
    }
  };
}

const clamp = (z: number): number => Math.max(-furthest, Math.min(furthest, z));

interface PowersFit {
  /** Of the powers. */
  coefficients: readonly number[];
  /** Schwarz’s (1978): the deviance, and for each coefficient the logarithm of how many were told. */
  criterion: number;
  /** What rows do to it: y − p each, by the information. */
  moves: {design: Design; fit: ModelFit};
}

/** Null where those whose role results told and the others do not overlap, or powers cannot be told apart. */
function fitOf(rows: number, joined: number, powers: Column[], covariates: Column[]): PowersFit | null {
  const told = new Uint8Array(rows).fill(1, 0, joined);
  try {
    const {terms, fitted, deviance} = fitBinaryRegression(told, [...powers, ...covariates], {link: "logit"});
    const coefficients = terms.slice(1, 1 + powers.length).map(({coefficient}) => coefficient);
    const design = {rows, columns: [...powers, ...covariates].map(({values}) => values)};
    const information = fitted.map((chance) => chance * (1 - chance));
    const curvature = factoriseFully(crossProducts(design, information));
    const scores = fitted.map((chance, i) => told[i] - chance);
    return (
      curvature && {
        coefficients,
        criterion: deviance + Math.log(joined) * terms.length,
        moves: {design, fit: {fitted, scores, curvature}}
      }
    );
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

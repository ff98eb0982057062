import {range} from "d3";
import {inverse, Matrix} from "ml-matrix";
import {expect, test} from "vitest";
import {reachBySmallSample} from "../../pipelines/validation/small-sample.ts";
import {valueAt, windowMeans} from "../../src/analysis/comparison/yearly.ts";
import {criticalValue} from "../../src/analysis/effects/student-interval.ts";
import {design} from "../../src/design.ts";
import {clusteredMean} from "../../src/library/inference/cr2.ts";
import {cohort, drawNothing} from "../support/nothing-planted.ts";

test("reachBySmallSample(mean, terms) is what the hat matrix of the donors gives", () => {
  const {found, data, outcome, treated, terms} = drawNothing(0.3, {donors: 40, apart: 1});
  const of = (rows: number[]) => {
    const meals = windowMeans(data.intake.free_meals, Int32Array.from(rows), cohort, design.base);
    const base = windowMeans(outcome, Int32Array.from(rows), cohort, design.base);
    return {
      x: new Matrix(rows.map((_, i) => [1, meals[i], meals[i] ** 2])),
      y: Matrix.columnVector(rows.map((row, i) => valueAt(outcome, row, cohort) - base[i]))
    };
  };
  const donors = of(range(treated, data.schools));
  const own = of(range(treated));
  const bread = inverse(donors.x.transpose().mmul(donors.x));
  const hat = donors.x.mmul(bread).mmul(donors.x.transpose());
  const residual = donors.y.clone().sub(hat.mmul(donors.y));
  const centre = new Matrix([own.x.mean("column")]);
  const share = centre.mmul(bread).mmul(donors.x.transpose());
  const ofDonors = range(donors.y.rows).reduce(
    (sum, k) => sum + (share.get(0, k) * residual.get(k, 0)) ** 2 / (1 - hat.get(k, k)),
    0
  );
  const partnership = Int32Array.from(found.units, ({row}) => terms.clusters.of[row]);
  const ofTreated = clusteredMean(found.own, partnership, terms.clusters.count);

  const {se, degrees, reach} = reachBySmallSample(found, {...terms, schools: data.schools});
  expect(se / Math.hypot(ofTreated.se, Math.sqrt(ofDonors))).toBeCloseTo(1, 9);
  const left = donors.y.rows - 3;
  expect(degrees / (se ** 4 / (ofTreated.se ** 4 / ofTreated.degrees + ofDonors ** 2 / left))).toBeCloseTo(1, 9);
  expect(reach).toBe(criticalValue(degrees) * se);
});

import {expect, test} from "vitest";
import {computeRates} from "../../../src/analysis/effects/rates.ts";
import {makeUnits} from "../../../src/analysis/effects/units.ts";
import {makeTrials} from "../../../src/analysis/expected-change/trials.ts";
import {design} from "../../../src/design.ts";
import {smallTrial} from "../../support/small-trial.ts";

test("the rate before joining is of the schools that the rate since is of", () => {
  const {data, pool, rows, yearly, outcome} = smallTrial(200, 4);
  const [gone] = rows;
  const moved = yearly((row, year) => {
    if (row < rows[0]) return outcome.values[row * 10 + year];
    // One rises by nine a year and has nothing since; the others rise by one.
    return row === gone ? (year < 4 ? 9 * year : NaN) : year;
  });
  const trials = makeTrials(data, pool, new Map([[2014, rows]]), {
    measure: "ks4_attainment",
    outcome: moved,
    times: design.event_times
  });
  const units = makeUnits(
    [...rows].map((row) => ({row, cohort: 2014, partnership: "p"})),
    trials
  );
  const rates = computeRates(units, moved, 1)!;
  expect(rates.schools).toBe(3);
  expect(rates.before).toBeCloseTo(1, 10);
});

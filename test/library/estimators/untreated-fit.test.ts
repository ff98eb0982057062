import {describe, expect, it} from "vitest";
import {fitUntreated} from "../../../src/library/estimators/untreated-fit.ts";
import {withRows} from "../../../src/library/panel/panel-rows.ts";
import {randomPanel} from "../../support/random-panel.ts";

describe("fitUntreated(panel, anticipation)", () => {
  it("leaves residuals on untreated rows", () => {
    const panel = randomPanel({missing: 0.2, covariates: 1});
    const {fit, gap} = fitUntreated(panel, 0);
    const untreated = gap.filter((_, row) => panel.period[row] < panel.cohort[panel.unit[row]]);
    expect(untreated.length).toBe(fit.rows);
    untreated.forEach((value, i) => expect(value).toBeCloseTo(fit.fit.residuals[i], 10));
  });

  it("cannot impute where no chain of untreated rows joins a unit and a year", () => {
    // Unit 0 is untreated in 2011 and 2012 alone, in which nobody else has a row.
    const panel = randomPanel({units: 6, never: 1});
    const cohort = panel.cohort.map((_, u) => (u === 0 ? 2013 : Infinity));
    const apart = withRows({...panel, cohort}, (row) => panel.unit[row] === 0 || panel.period[row] > 2012);
    const {gap, messages} = fitUntreated(apart, 0);
    expect([...gap].filter(Number.isNaN)).toHaveLength(4);
    expect(messages.join()).toContain("no chain of untreated rows joins their unit and year");
  });

  it("refuses a panel without untreated rows", () => {
    const panel = randomPanel();
    const always = {...panel, cohort: panel.cohort.map(() => 2011)};
    expect(() => fitUntreated(always, 0)).toThrow("no row is before treatment");
  });
});

import {deviation, randomLcg} from "d3";
import {describe, expect, it} from "vitest";
import {baseStudyOf, weightsWhere} from "../../src/analysis/base-study.ts";
import {drawMadeUpAreas} from "../../src/analysis/made-up-areas.ts";
import {simulatedRole} from "../support/simulated-role.ts";

/** One partnership of ten, and a hundred points more from 2014 on for all schools of authority 3 alone. */
function drawnBeside(places: {authority: Int32Array; region: Int32Array}): number[] {
  const {role, study} = simulatedRole({joiners: 10, each: 10, cohorts: [2014]});
  const {years, values} = study.outcome;
  role.authority.forEach((authority, row) => {
    if (authority !== 3) return;
    years.forEach((year, t) => year >= 2014 && (values[row * years.length + t] += 100));
  });
  const base = baseStudyOf(role.drawn.cohorts, study, role.joining);
  const weights = weightsWhere(base.differences, () => true);
  const source = randomLcg(0.25);
  const drawn = drawMadeUpAreas(base.cohorts, base.differences, {weights, draws: 200, source, places});
  const column = 2 - base.firstEventTime;
  return Array.from({length: drawn.draws}, (_, d) => drawn.values[d * drawn.columns + column]!);
}

const {authority, region} = simulatedRole({joiners: 10, each: 10, cohorts: [2014]}).role;
const nowhere = new Int32Array(authority.length).fill(-1);

describe("drawMadeUpAreas(cohorts, differences, options)", () => {
  it("takes all schools of a made-up partnership from one authority", () => {
    const found = drawnBeside({authority, region});
    // Ten of authority 3 gain a hundred less what the comparators beside them do; ten of any other gain nothing.
    expect(found.filter((value) => value > 35 && value < 60)).toEqual([]);
    const shocked = found.filter((value) => value > 60).length / found.length;
    // One authority of ten: 200 draws have a standard error of 0.02.
    expect(Math.abs(shocked - 0.1)).toBeLessThan(0.08);
  });

  it("takes them from anywhere where no place is known", () => {
    const found = drawnBeside({authority: nowhere, region: nowhere});
    // About one of ten is of authority 3: the mean of ten spreads by 100 √(0.1 × 0.9 ÷ 10) = 9.5.
    expect(deviation(found)!).toBeLessThan(15);
    expect(found.filter((value) => value > 60)).toEqual([]);
  });

  it("has an answer in every draw", () => {
    expect(drawnBeside({authority, region}).some(Number.isNaN)).toBe(false);
  });
});

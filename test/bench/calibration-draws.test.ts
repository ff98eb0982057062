import {mean, randomLcg, randomNormal, range} from "d3";
import {describe, expect, it} from "vitest";
import {askOften, type Country, type Question} from "../../pipelines/bench/calibration-draws.ts";
import type {Study} from "../../src/analysis/study.ts";

const years = range(2008, 2018);
const schools = 400;

/** Schools with lasting differences and yearly shocks, both of standard deviation 1, in which nothing happens. */
function country(seed: number): Country {
  const normal = randomNormal.source(randomLcg(seed))(0, 1);
  const values = Float64Array.from(
    range(schools).flatMap(() => {
      const level = normal();
      return years.map(() => level + normal());
    })
  );
  const outcome = {years, values};
  const study = {
    measure: "ks4_attainment",
    phase: "secondary",
    line: "attainment",
    better: "higher",
    outcome,
    bounds: null,
    other: null,
    scale: "native",
    unit: 1,
    told: {unit: "points", digits: 1, in: null, sd: 1, pupil_sd: null, worth: {value: 0.1, why: ""}},
    rolls: outcome,
    partly_collected: false
  } satisfies Study;
  return {
    treatedFrom: new Float64Array(schools).fill(Infinity),
    variables: [{name: "ks4_attainment", label: "Attainment", isOutcome: true, by: outcome}],
    studies: [study],
    authority: Int32Array.from(range(schools), (row) => row % 20)
  };
}

function question(own: Partial<Question>): Question {
  const [study] = country(0.3).studies as [Study];
  return {
    partnerships: 15,
    schools: 3,
    cohorts: [2013, 2014],
    pick: "by lot",
    page: "kind",
    bases: ["window"],
    by: {measure: study.measure, outcome: study.outcome, good: 1},
    ...own
  };
}

describe("askOften(country, question, options)", () => {
  it("claims something by lot about as seldom as promised", () => {
    const [answer] = askOften(country(0.3), question({}), {draws: 60, seed: 1})!;
    expect(answer!.intervals).toBe(60);
    // 60 draws of a share of 0.05: four standard errors above it.
    expect(answer!.higher + answer!.lower).toBeLessThan(60 * (0.05 + 4 * Math.sqrt((0.05 * 0.95) / 60)));
  });

  it("after a bad year is misled by the year before, and far less by the base window", () => {
    const [window, before] = askOften(country(0.3), question({pick: "bad year", bases: ["window", "g−1"]}), {
      draws: 10,
      seed: 1
    })!;
    expect(before!.higher).toBe(10);
    expect(Math.abs(mean(window!.estimates)!)).toBeLessThan(mean(before!.estimates)! / 4);
  });

  it("asks the page of one partnership where that is the question", () => {
    const own = question({page: "partnership", partnerships: 1, schools: 5});
    const [answer] = askOften(country(0.3), own, {draws: 3, seed: 1})!;
    expect(answer!.method).toBe("made_up_partnerships");
    expect(answer!.intervals).toBe(3);
  });
});

import {randomLcg} from "d3";
import {describe, expect, it} from "vitest";
import {baseStudyOf, weightsWhere} from "../../src/analysis/base-study.ts";
import {drawComparators} from "../../src/analysis/comparators.ts";
import {drawMadeUp, type Drawn} from "../../src/analysis/made-up-partnerships.ts";
import {simulatedJoining, type SimulatedJoining} from "../support/simulated-joining.ts";

function drawnFrom(options: Partial<SimulatedJoining>): Drawn {
  const {joining, outcome, variables} = simulatedJoining({joiners: 15, each: 3, untreated: 150, ...options});
  const {cohorts, differences} = baseStudyOf(
    drawComparators(joining, variables).cohorts,
    {measure: "results", outcome},
    joining
  );
  const weights = weightsWhere(differences, () => true);
  return drawMadeUp(cohorts, differences, {weights, draws: 50, source: randomLcg(0.7)});
}

describe("drawMadeUp(cohorts, differences, options)", () => {
  it("says the same of chance whatever joining added", () => {
    const plain = drawnFrom({effect: 0}).values;
    const added = drawnFrom({effect: 5}).values;
    expect(added.every((value, i) => Math.abs(value - plain[i]!) < 1e-9)).toBe(true);
  });
});

import {beforeAll, describe, expect, test} from "vitest";
import type {DonorPool} from "../../src/analysis/comparison/donor-pool.ts";
import {openRelease, type ListedRelease} from "../../pipelines/validation/lists/outcomes-of-list.ts";
import {prepareEstimates} from "../../src/your-schools/estimate.ts";
import {sampleRelease} from "../support/sample-release.ts";

describe("estimates for a list", () => {
  let release: ListedRelease;
  beforeAll(async () => void (release = openRelease(await sampleRelease())));

  /** Eight schools that had not joined, as if they had, and how often anybody asked who may be compared with them. */
  async function prepare({twice = false} = {}) {
    const phase = await release.phase("secondary");
    const {pool, treated} = await release.pool("multi_academy_trust", "member", "secondary");
    let gathered = 0;
    const watched: DonorPool = {
      ...pool,
      get eligibleFrom() {
        gathered++;
        return pool.eligibleFrom;
      }
    };
    const schools = [...pool.treatedFrom.keys()].filter((row) => pool.treatedFrom[row] === Infinity).slice(0, 8);
    const list = {
      partnership: "list",
      partnership_type: "multi_academy_trust",
      role: "member" as const,
      schools: [...schools, ...(twice ? schools : [])].map((row, i) => ({row, cohort: i < 8 ? 2017 : 2018}))
    };
    return {
      count: () => gathered,
      estimate: prepareEstimates(list, {phase, pool: watched, treated}),
      anew: () => prepareEstimates(list, {phase, pool, treated})
    };
  }

  const study = (measure: string) => release.study(measure, "secondary");

  test("who may be compared with is gathered once for all outcomes, which are as if each were the only one", async () => {
    const {estimate, anew, count} = await prepare();
    const [first, second] = [await study("ks4_attainment"), await study("overall_absence_pct")];
    expect(estimate(first).effect).not.toBeNull();
    expect(estimate(second)).toEqual(anew()(second));
    // Once for the year they joined in, and once for the earlier one of the placebo in time.
    expect(count()).toBe(2);
  });

  test("a school that stands there twice, under two numbers, counts once and from the earlier year", async () => {
    const [once, twice] = [await prepare(), await prepare({twice: true})];
    const one = await study("ks4_attainment");
    expect(twice.estimate(one)).toEqual(once.estimate(one));
  });

  test("an outcome that too few schools have results of is not estimated, and said in the same words", async () => {
    const {estimate, count} = await prepare();
    const whole = await study("ks4_attainment");
    const values = whole.outcome.values.slice().fill(NaN);
    const {effect, absent} = estimate({...whole, outcome: {...whole.outcome, values}});
    expect([effect, absent]).toEqual([
      null,
      "Fewer than 3 of its 8 schools have results before and since, and schools to compare them with."
    ]);
    expect(count()).toBe(0);
  });
});

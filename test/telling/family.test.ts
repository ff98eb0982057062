import {randomLcg, randomNormal} from "d3";
import {describe, expect, it} from "vitest";
import {familyOf, type FamilyMember} from "../../src/telling/family.ts";

const schools = 200;
const school_id = Int32Array.from({length: schools}, (_, i) => 1000 + i);
const clusters = new Map([...school_id].map((school, i) => [school, Math.floor(i / 2)]));
const options = (seed: number) => ({name: "headline", clusters, draws: 499, source: randomLcg(seed)});

/** Outcomes of schools whose influences are normal; their estimates so many of their standard errors. */
function made(statistics: readonly number[], p: readonly number[], seed: number): FamilyMember[] {
  const normal = randomNormal.source(randomLcg(seed))();
  return statistics.map((t, k) => {
    const influence = Float64Array.from({length: schools}, normal);
    const sums = Array.from({length: schools / 2}, (_, c) => influence[2 * c] + influence[2 * c + 1]);
    return {id: `m${k}`, estimate: t * Math.hypot(...sums), p: p[k]!, school_id, influence};
  });
}

describe("familyOf(results, options)", () => {
  it("lets a strong finding stand among many and a weak one fall that would stand alone", () => {
    const found = familyOf(made([5, 2.1, 0, 0, 0, 0], [1e-6, 0.036, 0.9, 0.9, 0.9, 0.9], 1), options(1));
    expect([found.get("m0")!.stands, found.get("m1")!.stands]).toEqual([true, false]);
  });

  it("finds more by false discoveries than by the familywise rate", () => {
    const found = familyOf(made([4, 4, 4, 2.43, 0, 0, 0], [1e-4, 1e-4, 1e-4, 0.015, 0.9, 0.9, 0.9], 2), options(2));
    expect(found.get("m3")).toMatchObject({stands: false, false_discovery: true});
  });

  it("is never kinder than the result’s own p-value", () => {
    expect(familyOf(made([5, 0], [0.2, 0.9], 3), options(3)).get("m0")!.stands).toBe(false);
  });

  it("asks no more of outcomes that move as one than of one alone", () => {
    const [one] = made([2.1], [0.036], 4);
    const same = Array.from({length: 6}, (_, k) => ({...one!, id: `m${k}`}));
    expect([...familyOf(same, options(4)).values()].every(({stands}) => stands)).toBe(true);
  });

  it("counts only outcomes that were tested", () => {
    const found = familyOf(made([2, 2, 2], [0.04, NaN, 0.04], 5), options(5));
    expect([found.size, found.get("m0")!.outcomes, found.has("m1")]).toEqual([2, 2, false]);
  });

  it("refuses a school that is in no cluster", () => {
    expect(() => familyOf(made([1], [0.3], 6), {...options(6), clusters: new Map()})).toThrow("in no cluster");
  });
});

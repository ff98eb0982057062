import {describe, expect, it} from "vitest";
import {draws} from "../../pipelines/synthetic-england/draw.ts";
import {ks4Groups, ks4Sums} from "../../pipelines/synthetic-england/ks4-groups.ts";
import {sumGroups} from "../../pipelines/synthetic-england/groups.ts";
import type {Ks4} from "../../pipelines/synthetic-england/ks4.ts";
import {defaultPlan} from "../../pipelines/synthetic-england/plan.ts";
import {makeSyntheticEngland} from "../../pipelines/synthetic-england/england.ts";
import {live} from "../../pipelines/synthetic-england/life.ts";

const england = makeSyntheticEngland({...defaultPlan, schools: 100});
const schools = live(england)
  .in(2018)
  .flatMap(({ks4}): Ks4[] => (ks4 ? [ks4] : []));

describe("ks4Groups(own, draw)", () => {
  it("parts all pupils into girls and boys, and into disadvantaged and others, with what they scored", () => {
    schools.forEach((own, i) => {
      const {all, girls, boys, disadvantaged, other} = ks4Groups(own, draws(1, i));
      for (const name of ["pupils", "attainment8", "basics", "basics_95", "ebacc_entry"] as const) {
        expect(girls[name] + boys[name], name).toBeCloseTo(all[name], 6);
        expect(disadvantaged[name] + other[name], name).toBeCloseTo(all[name], 6);
      }
    });
  });

  it("never has more pupils pass than there are", () => {
    schools.forEach((own, i) => {
      for (const group of Object.values(ks4Groups(own, draws(2, i)))) {
        expect(group.basics_95).toBeLessThanOrEqual(group.basics);
        expect(group.ebacc).toBeLessThanOrEqual(group.ebacc_entry);
        for (const name of ["basics", "ebacc_entry", "five"] as const) {
          expect(group[name], name).toBeLessThanOrEqual(group.pupils);
        }
      }
    });
  });

  it("has pupils with high prior attainment score more than those with low, in all", () => {
    const {low, middle, high} = sumGroups(
      ks4Sums,
      schools.map((own, i) => ks4Groups(own, draws(3, i)))
    );
    const mean = ({attainment8, pupils}: typeof low) => attainment8 / pupils;
    expect(mean(low)).toBeLessThan(mean(middle));
    expect(mean(middle)).toBeLessThan(mean(high));
  });
});

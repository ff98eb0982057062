import {mean} from "d3";
import {describe, expect, test} from "vitest";
import {makeSyntheticEngland, type England} from "../../pipelines/synthetic-england/england.ts";
import {defaultPlan, type Plan, type Selection} from "../../pipelines/synthetic-england/plan.ts";
import {computeLevel} from "../../pipelines/synthetic-england/schools.ts";
import {findCohort, type School} from "../../pipelines/synthetic-england/school.ts";
import {partnershipTypes} from "../../src/vocabulary/partnership-types/index.ts";

const only = (selection: Selection): Plan => ({
  ...defaultPlan,
  schools: 2400,
  effects: [],
  selection: {...defaultPlan.selection, on: {level: 0, bad_year: 0, none: 0, [selection]: 1}}
});

/** Those that were chosen: an area programme takes all schools of its areas. */
const listSupported = ({roles}: England) =>
  roles.filter(
    ({role, partnership}) =>
      role === "supported" && partnershipTypes[partnership.partnership_type].membership[0] !== "geography"
  );

/** The mean of what passes, over the supported schools, so many years from joining. */
const shockAt = (england: England, event_time: number): number =>
  mean(listSupported(england), ({school: {path}, from}) => path.shock[findCohort(from) + event_time - path.first])!;

/** The mean level of supported schools, in standard deviations of all schools of the phases they are of. */
function levelOfSupported(england: England): number {
  const others = new Map<School["phase"], number>();
  for (const phase of ["primary", "secondary", "special"] as const)
    others.set(
      phase,
      mean(
        england.schools.filter((s) => s.phase === phase && !s.independent),
        computeLevel
      )!
    );
  return mean(listSupported(england), ({school}) => computeLevel(school) - others.get(school.phase)!)!;
}

/** Four standard errors of a mean shock over as many schools as are supported. */
const chance = (england: England): number => (4 * england.plan.level.shock) / Math.sqrt(listSupported(england).length);

describe("schools chosen after a bad year", () => {
  const england = makeSyntheticEngland(only("bad_year"));

  // The mean of the lowest third of a normal distribution lies 1.09 standard deviations below its mean.
  test("had one: the lowest third of shocks, and no dip is added to it", () => {
    expect(shockAt(england, -1)).toBeCloseTo(-1.09 * england.plan.level.shock, 1);
  });

  test("recover by themselves as the shock fades", () => {
    const {ar1} = england.plan.level;
    const preTreatmentDip = shockAt(england, -1);
    expect(Math.abs(shockAt(england, 0) - ar1 * preTreatmentDip)).toBeLessThan(chance(england));
    expect(Math.abs(shockAt(england, 4))).toBeLessThan(
      chance(england) + Math.abs(ar1 * ar1 * ar1 * ar1 * ar1 * preTreatmentDip)
    );
  });

  test("do no worse than others in the long run", () => {
    expect(Math.abs(levelOfSupported(england))).toBeLessThan(4 / Math.sqrt(listSupported(england).length));
  });
});

describe("schools chosen on what lasts", () => {
  const england = makeSyntheticEngland(only("level"));

  test("are low, whatever the year", () => {
    expect(levelOfSupported(england)).toBeLessThan(-0.7);
  });

  test("had no bad year more than others", () => {
    expect(Math.abs(shockAt(england, -1))).toBeLessThan(chance(england));
  });
});

describe("schools chosen on nothing", () => {
  const england = makeSyntheticEngland(only("none"));

  test("are like the others, in what lasts and in what passes", () => {
    expect(Math.abs(levelOfSupported(england))).toBeLessThan(4 / Math.sqrt(listSupported(england).length));
    expect(Math.abs(shockAt(england, -1))).toBeLessThan(chance(england));
  });
});

describe("the default plan", () => {
  test("chooses on both, mostly on what lasts, and says which", () => {
    const selected = listSupported(makeSyntheticEngland({...defaultPlan, schools: 2400})).map((role) => role.selected);
    const share = selected.filter((on) => on === "bad_year").length / selected.length;
    expect(new Set(selected)).toEqual(new Set(["level", "bad_year"]));
    // Four standard errors of a share of a quarter.
    expect(Math.abs(share - 0.25)).toBeLessThan(4 * Math.sqrt((0.25 * 0.75) / selected.length));
  });
});

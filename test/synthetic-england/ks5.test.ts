import {describe, expect, it} from "vitest";
import {left18In, simulateOnward} from "../../pipelines/synthetic-england/after-18.ts";
import {expectation} from "../../pipelines/synthetic-england/draw.ts";
import {makeSyntheticEngland} from "../../pipelines/synthetic-england/england.ts";
import {pointsOfOld, schoolResults} from "../../pipelines/synthetic-england/ks5-cells.ts";
import {ks5In, ks5Sum, type Ks5} from "../../pipelines/synthetic-england/ks5.ts";
import {live, schoolYear, type SchoolYear} from "../../pipelines/synthetic-england/life.ts";
import type {SchoolState} from "../../pipelines/synthetic-england/school-state.ts";
import {defaultPlan} from "../../pipelines/synthetic-england/plan.ts";
import {findSixthForm} from "../../pipelines/synthetic-england/sixth-form.ts";

const lives = live(makeSyntheticEngland({...defaultPlan, schools: 200})).in(2019);
const withSixthForm = lives.filter((life) => findSixthForm(life) !== null);
const results = withSixthForm.map((life) => ks5In(life)!);

/** A state school with a sixth form and all its students as they are on average, with something changed. */
const onAverage = (change: (schoolState: SchoolState) => Partial<SchoolState>): SchoolYear => {
  const {schoolState} = withSixthForm.find(({school}) => !school.independent)!;
  return schoolYear({...schoolState, ...change(schoolState)}, () => expectation);
};
const planted = (family: keyof SchoolState["planted"], size: number) => (schoolState: SchoolState) => ({
  planted: {...schoolState.planted, [family]: schoolState.planted[family] + size},
  ...(family === "attainment" ? {result: schoolState.result + size} : {})
});
const same = onAverage(() => ({}));

describe("results at 16 to 18", () => {
  it("are of secondary schools that teach to 18, and of years with exams", () => {
    expect(withSixthForm.length).toBeGreaterThan(5);
    expect(withSixthForm.every(({school}) => school.phase === "secondary" && school.ages[1] > 16)).toBe(true);
    expect(ks5In({...same, year: 2020})).toBeNull();
  });

  it("count every student who finishes under one kind of study", () => {
    for (const {finishing, a_level, applied, technical, level2, other} of results) {
      expect(a_level + applied + technical + level2 + other).toBe(finishing);
    }
  });

  it("add up to authorities: a sum of schools holds all their entries and points", () => {
    const sum = ks5Sum(results)!;
    for (const name of ["entries", "points", "a_level", "level3_maths"] as const) {
      expect(sum[name], name).toBeCloseTo(
        results.reduce((n, one) => n + one[name], 0),
        6
      );
    }
    expect(ks5Sum([])).toBeNull();
  });

  it("rise by 3.4 points of an entry for a standard deviation planted in attainment", () => {
    const points = (life: SchoolYear) => ks5In(life)!.points / ks5In(life)!.entries;
    // The entries of the disadvantaged are counted apart, so the mean moves by a hair less or more.
    expect(points(onAverage(planted("attainment", 1))) - points(same)).toBeCloseTo(3.4, 1);
    expect(points(onAverage(planted("staying_on", 1)))).toBe(points(same));
  });

  it("of the disadvantaged rise with what is planted in theirs alone", () => {
    const gains = (change: Partial<SchoolState>) => {
      const [before, after] = [ks5In(same)!, ks5In(onAverage(() => change))!];
      const poor = (c: Ks5) => c.points_disadvantaged / c.entries_disadvantaged;
      const rest = (c: Ks5) => c.points - c.points_disadvantaged;
      return [poor(after) - poor(before), rest(after) - rest(before)];
    };
    const [poor, rest] = gains({planted_disadvantaged: same.schoolState.planted_disadvantaged + 1});
    expect(poor).toBeCloseTo(3.4, 6);
    expect(rest).toBeCloseTo(0, 6);
  });

  it("hold more students to the end where staying on was planted", () => {
    expect(ks5In(onAverage(planted("staying_on", 1)))!.retained).toBeGreaterThan(ks5In(same)!.retained);
  });
});

describe("where students go after 18", () => {
  it("is told of every leaver once, in all and by level", () => {
    for (const life of withSixthForm) {
      const {TOT, L3, L2, LALLOTH} = left18In(life)!;
      expect(TOT.COHORT).toBe(findSixthForm(life)!.finishing);
      expect(L3.COHORT + L2.COHORT + LALLOTH.COHORT).toBe(TOT.COHORT);
      expect(TOT.OVERALL + TOT.NOT_SUSTAINED + TOT.NOT_CAPTURED).toBe(TOT.COHORT);
      expect(TOT.FE + TOT.HE + TOT.OTHER_EDU).toBe(TOT.EDUCATION);
    }
  });

  it("moves with what is planted in staying on, and not with attainment planted", () => {
    const stays = (life: SchoolYear) => left18In(life)!.TOT.EDUCATION + simulateOnward(life)!.progressed;
    expect(stays(onAverage(planted("staying_on", 1)))).toBeGreaterThan(stays(same));
    expect(stays(onAverage(planted("attainment", 1)))).toBe(stays(same));
  });
});

describe("what is printed of a school", () => {
  const own = results.find((c) => c.a_level > 30)!;

  it("hides the results of fewer than six students, and says how many they were", () => {
    const few = schoolResults({...own, a_level: 5}, false, 2019);
    expect([few["a_level_students"], few["a_level_points"], few["value_added"], few["aab_pct"]]).toEqual([
      5,
      "SUPP",
      "SUPP",
      "SUPP"
    ]);
    expect(typeof schoolResults({...own, a_level: 6}, false, 2019)["a_level_points"]).toBe("number");
  });

  it("says that nobody was entered, that too few could be measured, and what is not published", () => {
    expect(schoolResults({...own, applied: 0, applied_entries: 0}, false, 2019)["applied_general_points"]).toBe("NE");
    expect(schoolResults({...own, covered: 0.4 * own.a_level}, false, 2019)["value_added"]).toBe("LOWCOV");
    expect(schoolResults(own, true, 2019)["a_level_retained_pct"]).toBe("NP");
  });

  it("is in the points of its year: an A was 270, and is 50", () => {
    expect([pointsOfOld(1, 50), pointsOfOld(1, 10), pointsOfOld(1, 60)]).toEqual([270, 150, 300]);
    const mean = (year: number) => schoolResults(own, false, year)["a_level_points"] as number;
    expect(mean(2015)).toBeCloseTo(120 + 3 * mean(2016), 1);
  });
});

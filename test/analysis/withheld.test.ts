import {describe, expect, it} from "vitest";
import {baseStudyOf} from "../../src/analysis/base-study.ts";
import {partnershipOutcomesOf} from "../../src/analysis/partnership-outcome.ts";
import {roleResults} from "../../src/analysis/role-results.ts";
import {partnershipsShown, partsWithheld, whyWithheld} from "../../src/analysis/withheld.ts";
import {simulatedRole} from "../support/simulated-role.ts";

const {role, study} = simulatedRole({joiners: 12, each: 4});
const base = baseStudyOf(role.drawn.cohorts, study, role.joining);
const local = {unpublished: new Set(["P0"])};
const of = (partnership: string) =>
  [...base.differences.partnerships.keys()].filter((j) => base.differences.partnerships[j] === partnership);
const years = study.outcome.years.length;
const rowsOf = (partnership: string) => new Set(of(partnership).map((j) => base.differences.rows[j]!));
const tiny = {rolls: {...study.rolls, values: study.rolls.values.map(() => 2)}};

describe("whyWithheld(study, role, base, joiners)", () => {
  it("withholds two schools of an unpublished partnership, and says why", () => {
    expect(whyWithheld(study, local, base, of("P0").slice(0, 2))).toContain("at least 3 schools and 11 pupils");
  });

  it("withholds schools enough with fewer than eleven pupils", () => {
    expect(whyWithheld(tiny, local, base, of("P0"))).not.toBeNull();
  });

  it("shows three schools with pupils enough", () => {
    expect(whyWithheld(study, local, base, of("P0").slice(0, 3))).toBeNull();
  });

  it("shows two schools of partnerships that a published source tells of", () => {
    expect(whyWithheld(study, local, base, of("P1").slice(0, 2))).toBeNull();
  });
});

describe("partsWithheld(study, role, base, joiners)", () => {
  const part = (value: string, joiners: number[]) => ({
    by: {dimension: "region" as const, value, label: value},
    joiners
  });
  const [a, b] = [of("P0"), of("P1")];

  it("withholds the smallest other part where one that is withheld could be worked out", () => {
    const all = [...a, ...b];
    const parts = [part("small", a.slice(0, 2)), part("next", [...a.slice(2), b[0]!]), part("large", b.slice(1))];
    expect(partsWithheld(study, local, base, {all, parts})).toEqual([true, true, false]);
  });

  it("takes the schools in no part for one more", () => {
    const all = [...a, ...b];
    expect(partsWithheld(study, local, base, {all, parts: [part("most", all.slice(1))]})).toEqual([true]);
  });

  it("withholds nothing where every partnership is published", () => {
    const parts = [part("small", a.slice(0, 1)), part("large", b)];
    expect(partsWithheld(study, {unpublished: new Set()}, base, {all: [...a, ...b], parts})).toEqual([false, false]);
  });
});

describe("partnershipsShown(study, role, base, outcomes)", () => {
  const outcomes = partnershipOutcomesOf(study, role, base);
  const few = {
    rolls: {
      ...study.rolls,
      values: study.rolls.values.map((_, i) => (rowsOf("P0").has(Math.floor(i / years)) ? 2 : 50))
    }
  };

  it("leaves no figure of a partnership that is withheld", () => {
    const [first] = partnershipsShown(few, local, base, outcomes);
    expect(first!.outcome).toMatchObject({effect: null, placebo: null, series: [], verdict: null});
    expect(first!.estimate).toBeNaN();
    expect(first!.outcome.absent).toContain("at least 3 schools and 11 pupils");
  });

  it("withholds one other beside it, from which and from all it could be worked out, and no more", () => {
    const [, ...others] = partnershipsShown(few, local, base, outcomes);
    expect(others.map(({outcome}) => outcome.absent?.includes("could be worked out") ?? false)).toEqual([true, false]);
  });

  it("withholds none where every partnership is published", () => {
    expect(partnershipsShown(few, {unpublished: new Set()}, base, outcomes)).toEqual(outcomes);
  });
});

describe("roleResults(role, studies, terms) of an unpublished partnership", () => {
  it("has no figure where too few pupils are behind it, but a row with the reason", () => {
    const small = simulatedRole({joiners: 4, each: 4}, {unpublished: new Set(["P0"])});
    const measures = {results: {line: "attainment", subject: "results", better: "higher"}} as const;
    const {results, overalls} = roleResults(
      small.role,
      [{...small.study, rolls: {...small.study.rolls, values: small.study.rolls.values.map(() => 2)}}],
      {
        run: {plan: "made-up", made: "2026-01-01"},
        measures
      }
    );
    expect(results).toHaveLength(1);
    expect(results[0]).toMatchObject({effect: null, event_times: [], multiverse: [], family: null});
    expect(results[0]!.absent).toContain("Not shown");
    expect(overalls).toEqual({});
  });
});

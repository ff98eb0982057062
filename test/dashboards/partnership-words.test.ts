import {expect, test} from "vitest";
import {pickHeadline, orderedOutcomes, outcomeParts} from "../../dashboards/components/partnership/outcome-order.ts";
import {spanDomain, everyEventTime, reach} from "../../dashboards/components/chart/path-panel.ts";
import {lifetime, roleCounts} from "../../dashboards/components/partnership/partnership-facts.ts";
import {lookedAt, tallied} from "../../dashboards/components/partnership/partnership-tally.ts";
import {cannotShow, costSentence, onlyDescribed} from "../../dashboards/components/partnership/partnership-words.ts";
import type {MeasureRow} from "../../src/release/release.ts";
import {rates} from "./example-result.ts";
import {measure} from "./example.ts";
import {member, outcome, partnership} from "./example-partnership.ts";

const measures: MeasureRow[] = [
  {...measure("lower"), id: "suspension_rate", domain: "behaviour"},
  {...measure("higher"), id: "ks2_attainment", domain: "attainment"}
];

test("outcomes stand by role, then by the line of the framework, whatever the order of the file", () => {
  const mixed = [
    outcome({role: "supporter"}),
    outcome({measure: "suspension_rate"}),
    outcome(),
    outcome({phase: "secondary"})
  ];
  expect(orderedOutcomes(mixed, measures).map((d) => [d.role, d.phase, d.measure])).toEqual([
    ["supported", "primary", "ks2_attainment"],
    ["supported", "primary", "suspension_rate"],
    ["supported", "secondary", "ks2_attainment"],
    ["supporter", "primary", "ks2_attainment"]
  ]);
});

test("the page begins with the first outcome that has an effect", () => {
  const none = outcome({effect: null, absent: "Too few schools."});
  expect(pickHeadline([none, outcome({measure: "suspension_rate"})])?.measure).toBe("suspension_rate");
  expect(pickHeadline([none])).toBeNull();
});

test("what cannot be drawn stands apart from what is", () => {
  const parts = outcomeParts([outcome(), outcome({rates: null, absent: "Too few schools."})]);
  expect(parts.map(({shown, absent}) => [shown.length, absent.length])).toEqual([[1, 1]]);
});

test("every outcome is tallied under its verdict, worse after better, and none without a result", () => {
  const all = [outcome({verdict: "unclear"}), outcome({verdict: "worse"}), outcome(), outcome({absent: "No."})];
  expect(tallied(all).map((d) => [d.verdict, d.outcomes.length])).toEqual([
    ["better", 1],
    ["worse", 1],
    ["unclear", 1]
  ]);
});

test("a partnership of fewer than three schools is described only, and says why", () => {
  expect(onlyDescribed(partnership({members: [member(), member()]}))).toMatch(
    /^It has had 2 schools\. With fewer than 3/
  );
  expect(onlyDescribed(partnership({outcomes: [outcome({effect: null})]}))).toMatch(/^No difference is claimed/);
  expect(onlyDescribed(partnership())).toBeNull();
});

test("what cannot be shown names other partnerships and unknown days, where there are any", () => {
  const plain = cannotShow(partnership(), undefined).join(" ");
  expect(plain).not.toMatch(/another type|not known/);
  const mixed = cannotShow(partnership({members: [member({other_types: 1}), member({joined: null})]}), undefined).join(
    " "
  );
  expect(mixed).toMatch(/1 of its schools was also in another type of partnership/);
  expect(mixed).toMatch(/1 school whose day of joining is not known/);
});

test("how many outcomes were looked at stands beside what is clear", () => {
  expect(lookedAt([outcome(), outcome({verdict: "worse"}), outcome({absent: "No."})])).toBe(
    "2 outcomes were looked at. Of so many, some look better or worse by chance alone."
  );
  expect(lookedAt([outcome()])).toBe("1 outcome was looked at.");
});

test("a cost is told to two figures, with what it is for each school that is in it now", () => {
  const members = [member(), member(), member({left: "2020-01-01"})];
  expect(costSentence(partnership({cost_per_year: 84_512, members}))).toBe(
    "£85,000 a year, as stated by the partnership, or £42,000 for each of the 2 schools in it now."
  );
  expect(costSentence(partnership())).toMatch(/^No source in this release/);
});

test("who is in it and since when, from the first school where no start is recorded", () => {
  expect(roleCounts(partnership().members)).toBe("2 supported and 1 supporter");
  expect(lifetime(partnership())).toBe("since 2013/14");
  expect(lifetime(partnership({started: "2010", ended: "2018-08-31"}))).toBe("2009/10 to 2017/18");
  expect(lifetime(partnership({members: []}))).toBe("not known");
});

test("years without a result stay as gaps, so that no line is drawn across them", () => {
  const points = everyEventTime(rates().path);
  expect(points.map((d) => d.event_time)).toEqual([-2, -1, 0, 1]);
  expect(points.map((d) => Number.isFinite(d.joined))).toEqual([true, true, false, true]);
});

test("panels span what they are told to, about the middle of their lines, and never less than their lines", () => {
  const {path} = rates();
  expect(reach(path)).toEqual([-1, 4]);
  const [low, high] = spanDomain(path, 20);
  expect([low, high]).toEqual([-8.5, 11.5]);
  const [least, most] = spanDomain(path, 1);
  expect(least).toBeLessThanOrEqual(-1);
  expect(most).toBeGreaterThanOrEqual(4);
});

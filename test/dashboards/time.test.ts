import {expect, test} from "vitest";
import {firstYear} from "../../dashboards/components/time/benefit-by-type.ts";
import {benefitRows, benefitSentence} from "../../dashboards/components/time/benefit-rows.ts";
import {groupByPeriod} from "../../dashboards/components/time/period-groups.ts";
import {smallest} from "../../dashboards/components/time/time-to-benefit.ts";
import type {MeasureRow} from "../../src/release/release.ts";
import {indexRow} from "./example-result.ts";
import {measure} from "./example.ts";

const late: MeasureRow = {...measure("higher"), id: "late", label: "Late", domain: "attainment"};
const soon: MeasureRow = {...measure("lower"), id: "soon", label: "Soon", domain: "behaviour"};
const never: MeasureRow = {...measure("lower"), id: "never", label: "Never", domain: "behaviour"};
const rows = [
  indexRow({measure: "late", years: "uu-bb", time_to_benefit: 3}),
  indexRow({measure: "soon", years: "ub", time_to_benefit: 1}),
  indexRow({measure: "never", years: "wusf", time_to_benefit: null})
];
const reported = benefitRows(rows, [never, late, soon]);

test("outcomes stand in the order in which a benefit shows, and years that cannot be seen yet are told from none", () => {
  expect(reported.map((d) => [d.measure.id, d.first])).toEqual([
    ["soon", 1],
    ["late", 3],
    ["never", null]
  ]);
  expect(reported[0].years).toEqual(["unclear", "benefit", "wait", "wait", "wait"]);
  expect(reported[2].years).toEqual(["harm", "unclear", "same", "few", "wait"]);
});

test("the sentence names what has shown and when, and counts what has not", () => {
  expect(benefitSentence(reported, "supported schools")).toBe(
    "In supported schools, a clear benefit showed first in soon (year\u00a01) and late (year\u00a03). None has shown yet in 1 of 3 outcomes."
  );
  expect(benefitSentence([reported[2]], "supported schools")).toBe(
    "In supported schools, no clear benefit has shown yet in any of 1 outcomes."
  );
});

test("a year that is too weak or was changing already is neither a benefit nor nothing", () => {
  expect(benefitRows([indexRow({measure: "late", years: "av"})], [late])[0].years).toEqual(["already", "weak"]);
});

test("a letter that nobody explained is a fault, not a gap", () => {
  expect(() => benefitRows([indexRow({measure: "late", years: "u?"})], [late])).toThrow(/holds “\?”/);
});

test("“none yet” stands beside what could have been seen, and is not “no result”", () => {
  expect(firstYear(rows[2])).toBe("none yet");
  expect(firstYear(undefined)).toBe("no result");
  expect(smallest(rows[2])).toBe("1.0 percentage points");
});

test("a period without an effect says why, and the others are told by their own intervals", () => {
  const [group] = groupByPeriod(
    [
      indexRow({
        measure: "late",
        development_from: 0.2,
        development_to: 0.2,
        development_low: -1,
        development_high: 1.4
      })
    ],
    [late, soon]
  );
  const [early, development, longer] = group.rows[0].cells;
  expect(early.verdict).toBe("better");
  expect(development.verdict).toBe("unclear");
  expect(longer.absent).toContain("No school has been followed for so long");
});

import {expect, test} from "vitest";
import {listEach, withEach} from "../../dashboards/components/types/each-partnership.ts";
import {sizeWords} from "../../dashboards/components/evidence/effect-cell.ts";
import {makeEmptyCell} from "../../dashboards/components/evidence/index-cell.ts";
import {typeRows, partRows} from "../../dashboards/components/types/type-groups.ts";
import {leadershipYears, phaseBars, unbroken} from "../../dashboards/components/types/leadership-chart.ts";
import {findModel} from "../../dashboards/components/types/models.ts";
import type {PartnershipTypeRow} from "../../src/release/release.ts";
import type {LeadershipFile} from "../../src/release/release.ts";
import {effect, indexRow, partRow} from "./example-result.ts";
import {measure} from "./example.ts";

const choice = {measure: "ks2_attainment", partnership_type: "", phase: "primary", role: "member"} as const;
const partnership_type = (id: string) => ({id, label: id}) as PartnershipTypeRow;
const requested = {
  measure: {...measure("higher"), id: "ks2_attainment"},
  choice,
  types: [partnership_type("trust"), partnership_type("area")]
};

test("kinds without any result are left to their own list", () => {
  const rows = [
    indexRow({partnership_type: "trust"}),
    indexRow({partnership_type: "area", from: null, verdict: null, absent: "Nobody."})
  ];
  expect(typeRows(rows, requested).map((d) => d.partnership_type.id)).toEqual(["trust"]);
});

test("a part of a kind has a row, with every role told", () => {
  const rows = [2, 1].map((n) =>
    partRow({partnership_type: "area", role: "member", subgroup: `${n}`, label: `model ${n}`})
  );
  const found = partRows(rows, {...requested, dimension: "model"});
  expect(found.map((d) => d.subgroup)).toEqual(["1", "2"]);
  expect(found.map((d) => d.row.label)).toEqual(["Model 1", "Model 2"]);
  expect(found[0].row.cells.map(({absent}) => absent === null)).toEqual([false, false, true]);
  const periods = ["2011", "2016", "to_2010"].map((subgroup) =>
    partRow({partnership_type: "area", dimension: "period", subgroup})
  );
  expect(partRows(periods, {...requested, dimension: "period"}).map((d) => d.subgroup)).toEqual([
    "to_2010",
    "2011",
    "2016"
  ]);
  expect(found.map((d) => findModel(d.subgroup))).toEqual([1, 2]);
});

test("under five partnerships each is told, and never one figure for all of them", () => {
  const cell = {
    ...makeEmptyCell("member"),
    absent: null,
    verdict: "too_few" as const,
    effect: effect(2, null),
    unit: "points",
    digits: 1
  };
  expect(
    sizeWords({
      ...cell,
      each: [
        {from: 3.1, to: 3.3},
        {from: 0.7, to: 0.7}
      ]
    })
  ).toBe("+0.7 and +3.1 to +3.3 points, a partnership each");
  expect(sizeWords(cell)).toBe("No interval can be given.");
});

test("each partnership is told where they are too few for an interval, and nowhere else", () => {
  const place = {partnership_type: "area", phase: "primary", role: "member"} as const;
  const few = [
    {...place, model: 1, values: [{same_trend: 3, same_past: 1}]},
    {...place, model: 2, values: [{same_trend: 4, same_past: 4}]}
  ];
  expect(listEach(few, {...place, model: 1})).toEqual([{from: 1, to: 3}]);
  expect(listEach(few, {...place, model: null})).toEqual([]);
  const cell = {...makeEmptyCell("member"), verdict: "too_few" as const};
  const one = {from: 1, to: 3};
  expect(withEach(cell, [one], -0.5)).toMatchObject({each: [one], eachDrawn: [{from: -1.5, to: -0.5}]});
  expect(withEach({...cell, verdict: "unclear"}, [one], 1)).not.toHaveProperty("each");
  expect(withEach(cell, [], 1)).not.toHaveProperty("each");
});

const phase = (start: string | null, end: string | null) =>
  ({phase: "1", leadership: "distributed", schools: "competitive", start, end}) as LeadershipFile["phases"][number];
const point = (year: number, series_id: number) => ({year, series_id, value: year, schools: 9}) as never;

test("phases reach to the edge where a date is not known, and are left out when they are over before the axis", () => {
  const bars = phaseBars([phase(null, "1989"), phase("2001", null), phase("1970", "1980")], [1985, 2025]);
  expect(bars.map(({to, open}) => [to, open])).toEqual([
    [expect.closeTo(1988.83, 1), false],
    [2025.5, true]
  ]);
  expect(bars[0].from).toBe(1984.5);
});

test("the axis begins with the first date that is known", () => {
  expect(
    leadershipYears([phase(null, "1989"), phase("1985", null)], {points: [point(2007, 0), point(2019, 0)]})
  ).toEqual([1985, 2019]);
});

test("a national line breaks at a year without a result and never crosses from one segment to the next", () => {
  const rows = unbroken({points: [point(2016, 0), point(2018, 0), point(2019, 1)]});
  expect(rows.map(({year, series_id, value}) => [year, series_id, value])).toEqual([
    [2016, 0, 2016],
    [2017, 0, NaN],
    [2018, 0, 2018],
    [2019, 1, 2019]
  ]);
});

import {expect, test} from "vitest";
import {barWords} from "../../dashboards/components/school/school-bars.ts";
import {newUrnDays} from "../../dashboards/components/school/school-facts.ts";
import {positions} from "../../dashboards/components/school/school-position.ts";
import {
  byUnit,
  findGaps,
  listSeriesSpans,
  type SchoolOutcome
} from "../../dashboards/components/school/series-spans.ts";
import type {MeasureRow} from "../../src/release/release.ts";
import type {SchoolFile} from "../../src/release/partnership-files.ts";
import {measure} from "./example.ts";

const series_id = (from: number, to: number | null, unit: string): MeasureRow["comparable_series"][number] => ({
  from,
  to,
  label: `from ${from}`,
  unit,
  why: `changed in ${from}`
});
const attainment: MeasureRow = {
  ...measure("higher"),
  comparable_series: [series_id(2014, 2015, "%"), series_id(2016, 2019, "points"), series_id(2022, null, "points")]
};
const outcome: SchoolOutcome = {
  measure: "ks2_expected",
  years: [2014, 2015, 2017, 2018, 2019, 2022],
  values: [50, 51, 40, null, 42, 44],
  missing: [null, null, null, "suppressed", null, null],
  comparable_series: [0, 0, 1, 1, 1, 2],
  standardised: [0.1, null, 0.2, null, 0.3, 0.4]
};

test("a stretch ends where the measure changes, and a year without a value is a gap in it", () => {
  const found = listSeriesSpans(outcome, attainment);
  expect(found.map(({letter, points}) => [letter, points.map(({year}) => year)])).toEqual([
    ["A", [2014, 2015]],
    ["B", [2016, 2017, 2018, 2019]],
    ["C", [2022]]
  ]);
  expect(found[1].points.map(({value}) => value)).toEqual([NaN, 40, NaN, 42]);
});

test("a stretch without any value is left out, and letters have no gap", () => {
  const none = {...outcome, values: [null, null, 40, null, 42, 44]};
  expect(listSeriesSpans(none, attainment).map(({letter, label}) => [letter, label])).toEqual([
    ["A", "from 2016"],
    ["B", "from 2022"]
  ]);
});

test("stretches in one unit share a scale, also when another lies between", () => {
  expect(byUnit(listSeriesSpans(outcome, attainment)).map((those) => those.map(({letter}) => letter).join(""))).toEqual(
    ["A", "BC"]
  );
});

test("years without a value stand in runs with the reasons that were given", () => {
  expect(findGaps(outcome)).toEqual([
    {from: 2016, to: 2016, reasons: []},
    {from: 2018, to: 2018, reasons: ["suppressed"]},
    {from: 2020, to: 2021, reasons: []}
  ]);
});

test("positions have every year, those without one too", () => {
  expect(positions(outcome).map(({value}) => value)).toEqual([0.1, NaN, NaN, 0.2, NaN, 0.3, NaN, NaN, 0.4]);
});

const urn = (number: number, opened: string | null): SchoolFile["urns"][number] => ({
  urn: number,
  name: null,
  type: null,
  opened,
  closed: null
});

test("a new URN counts from its opening; the first is no new one, and one without a date is not drawn", () => {
  const urns = [urn(1, "1979-09-01"), urn(2, "2013-09-01"), urn(3, null)];
  expect(newUrnDays({urns} as SchoolFile)).toEqual(["2013-09-01"]);
});

test("a bar says what the axis cannot show", () => {
  const membership: SchoolFile["memberships"][number] = {
    partnership: "p",
    name: "Ash Trust",
    partnership_type: "federation",
    role: null,
    joined: "2001-09-01",
    joined_precision: "day",
    moved_from: null,
    moved_from_id: null,
    sponsor: null,
    ended_because: null,
    left: "2015-01-01",
    cohort: null
  };
  const axis = {from: 2009.5, to: 2019.5};
  expect(barWords(membership, {...axis, starts: 2001.5, ends: 2014.8})).toBe(
    "Ash Trust: role not known, joined earlier, left"
  );
  expect(barWords(membership, {...axis, starts: 2001.5, ends: 2009})).toBe(
    "Ash Trust: role not known, before these years"
  );
  const stays = {...membership, role: "supporter" as const, left: null};
  expect(barWords(stays, {...axis, starts: 2012.5, ends: 2019.5})).toBe("Ash Trust: supporter");
  expect(barWords(stays, {...axis, starts: 2020.5, ends: 2019.5})).toBe("Ash Trust: supporter, after these years");
});

test("a name too long for its bar is cut off, what is said of it is not", () => {
  const membership = {name: "A trust with a very long name indeed", role: "member", left: null} as never;
  const span = {from: 2009.5, to: 2019.5, starts: 2012.5, ends: 2019.5};
  expect(barWords(membership, span, 120)).toBe("A trust w…: member");
});

import {expect, test} from "vitest";
import {firstLines, membershipGroups} from "../../dashboards/components/partnership/membership-lines.ts";
import {roomForNames} from "../../dashboards/components/partnership/memberships.ts";
import {shortened, TEXT} from "../../dashboards/components/chart/text-lines.ts";
import {axisYears} from "../../dashboards/components/partnership/partnership-members.ts";
import {member} from "./example-partnership.ts";

const line = (rest: Parameters<typeof member>[0]) => membershipGroups([member(rest)], 2025)[0].lines[0];

test("schools stand by role, those of unknown role last, and by the day on which they joined", () => {
  const groups = membershipGroups(
    [
      member({urn: 1, role: null}),
      member({urn: 2, joined: "2015-09-01"}),
      member({urn: 3, role: "supporter"}),
      member({urn: 4, joined: null}),
      member({urn: 5, joined: "2014-01-01"})
    ],
    2025
  );
  expect(groups.map(({role, lines}) => [role, lines.map((d) => d.member.urn)])).toEqual([
    ["supported", [5, 2, 4]],
    ["supporter", [3]],
    [null, [1]]
  ]);
});

test("a member that stays goes on to the end of the axis, one that left to the day it left", () => {
  expect(line({})).toMatchObject({from: 2013.5, to: 2025.5, stays: true});
  expect(line({left: "2020-09-01"})).toMatchObject({to: 2020.5, stays: false});
});

test("a start known to the year alone becomes a full bar a year later, never after its end", () => {
  expect(line({joined_precision: "year"})).toMatchObject({from: 2013.5, sureFrom: 2014.5});
  expect(line({joined_precision: "year", left: "2014-03-01"}).sureFrom).toBe(line({left: "2014-03-01"}).to);
  expect(line({joined_precision: "day"})).toMatchObject({sureFrom: 2013.5});
});

test("no bar is drawn where the day of joining is unknown", () => {
  expect(line({joined: null})).toMatchObject({from: null, sureFrom: null});
});

test("a new URN is a notch on the day it was given", () => {
  expect(line({new_urn: "2016-09-01"}).newUrn).toBe(2016.5);
  expect(line({}).newUrn).toBeNull();
});

test("a chart draws the first lines, group by group", () => {
  const groups = membershipGroups([member({urn: 1}), member({urn: 2}), member({urn: 3, role: "supporter"})], 2025);
  expect(firstLines(groups, 1).map(({lines, schools}) => [lines.length, schools])).toEqual([[1, 2]]);
  expect(firstLines(groups, 9).map(({lines}) => lines.length)).toEqual([2, 1]);
});

test("the axis runs from the year before the first joined to the newest of release and dates", () => {
  expect(axisYears([member({}), member({joined: null, left: "2026-10-01"})], 2025)).toEqual([2013, 2027]);
  expect(axisYears([], 2025)).toEqual([2024, 2025]);
});

test("a name as long as those of church schools is not cut beside its bar; half of the chart is left for bars", () => {
  const long = "Holy Trinity Church of England Primary School";
  expect(shortened(long, roomForNames([long], 760) - 14, TEXT.body)).toBe(long);
  expect(roomForNames([long.repeat(9)], 760)).toBe(380);
  expect(roomForNames(["Oak"], 760)).toBe(160);
});

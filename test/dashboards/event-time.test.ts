import {expect, test} from "vitest";
import {eventDomain, eventYears} from "../../dashboards/components/overview/event-time.ts";
import {eventColumns, eventRows} from "../../dashboards/components/overview/event-time-columns.ts";
import {axisLine, eventHeading} from "../../dashboards/components/overview/event-time-words.ts";
import {csv} from "../../dashboards/components/ui/table.ts";
import {whyAbsent} from "../../dashboards/components/ui/absent-result.ts";
import {effect, eventTime, result} from "./example-result.ts";

test("panels share an axis with every year between the first and the last, gaps too", () => {
  const one = result({event_times: [eventTime(-3, 0), eventTime(0, 1)]});
  const other = result({role: "supporter", event_times: [eventTime(2, 1)]});
  expect(eventYears([one, other])).toEqual([-3, -2, -1, 0, 1, 2]);
});

test("the scale has room for zero, for what is too small to matter and for every interval that is drawn of every role", () => {
  const high = result({event_times: [eventTime(1, 5, 1)]});
  const low = result({effect: effect(-9, null), event_times: [eventTime(1, 3, null)]});
  expect(eventDomain([high], "union")).toEqual([-1, 6]);
  expect(eventDomain([high], "band")).toEqual([-1, 7]);
  expect(eventDomain([high, low], "band")).toEqual([-9, 7]);
});

test("the numbers behind the panels keep years without an interval, and say so", () => {
  const rows = eventRows([result({event_times: [eventTime(0, 0.51), eventTime(1, 2, null)]})]);
  const lines = csv(rows, eventColumns(result())).split("\r\n");
  expect(lines[1]).toBe(
    "Supported schools,0,0.51,0.51,-0.18999999999999995,1.21,-0.8899999999999999,1.91,312,42,1180,0.35,0.35"
  );
  expect(lines[2]).toBe("Supported schools,1,2,2,,,,,312,42,1180,,");
});

test("a panel is headed by whose it is and what may be said, and its axis by the unit and which way is better", () => {
  expect(eventHeading(result())).toEqual(["● Supported schools", "▲ Better: +1.9 (95%: 1.2 to 2.6)"]);
  expect(axisLine({unit: "points"}, {better: "lower"})).toBe("Points, beyond what was expected (↓ better)");
  expect(axisLine({unit: "points"}, {better: "neither"})).toBe("Points, beyond what was expected");
});

test("a role without a chart says why", () => {
  expect(whyAbsent(result({absent: "Nobody joined."}))).toBe("Nobody joined.");
  expect(whyAbsent(result({schools: 2, partnerships: 1}))).toContain("2 schools in 1 partnership");
});

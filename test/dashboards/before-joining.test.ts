import {expect, test} from "vitest";
import {breakdownWords, listChecks, jointWords} from "../../dashboards/components/overview/before-joining.ts";
import {effect, eventTime, result} from "./example-result.ts";

const against = (d: Parameters<typeof listChecks>[0]) => listChecks(d).map((check) => check.against);

test("every check is listed, and what could not be asked says why instead of passing", () => {
  const checks = listChecks(result());
  expect(checks).toHaveLength(5);
  expect(checks[0]).toMatchObject({found: "−1.6 (95%: −2.3 to −0.9)", against: true});
  expect(checks[2]).toMatchObject({
    found: "Only 12 of these schools have the years for it; at least 20 are asked for.",
    against: null
  });
  expect(checks[3]).toMatchObject({found: "+0.1 (95%: −0.6 to 0.8), 120 schools", against: false});
});

test("the joint test is told under both assumptions, and the smaller chance decides", () => {
  expect(jointWords({same_trend: 0.4, same_past: 0.001})).toBe(
    "by chance alone 40 times in 100 if the same trend, less than 1 time in 100 if the same past"
  );
  expect(against(result())[1]).toBe(true);
});

test("a base further back speaks against an effect that is clear only from the nearer one", () => {
  const second_base = {effect: effect(0.1), schools: 40, absent: null};
  expect(against(result({second_base}))[2]).toBe(true);
  expect(against(result({second_base, effect: effect(0.1)}))[2]).toBeNull();
});

test("a year before joining that holds zero does not", () => {
  expect(against(result({event_times: [eventTime(-1, 0.1)]}))[0]).toBe(false);
});

test("the breakdown is told with both references, and judged by the written rule", () => {
  expect(breakdownWords(result().honest)).toBe(
    "times the largest before: A 0.4, B 0.6 from year −1; A 1.0, B unknown from year −2"
  );
  expect(breakdownWords(null)).toBe("too few years");
  expect(against(result())[4]).toBe(true);
});

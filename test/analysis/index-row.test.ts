import {expect, it} from "vitest";
import {indexRowOf} from "../../src/analysis/index-row.ts";
import type {Result} from "../../src/results.ts";
import {madeResult} from "../support/made-result.ts";

const year = (event_time: number, verdict: "better" | "unclear" | "too_few") => ({event_time, verdict});

it("tells years by the band of all together, as the first with a benefit is, and by themselves where there is none", () => {
  const alone = [year(-1, "better"), year(0, "better"), year(1, "better"), year(3, "too_few")];
  const together = [year(0, "unclear"), year(1, "better")].map((each) => ({...each, detectable: 1}));
  const result = madeResult({
    event_times: alone as unknown as Result["event_times"],
    time_to_benefit: {first: 1, by_event_time: together}
  });
  const {time_to_benefit, years} = indexRowOf(result);
  expect([time_to_benefit, years]).toEqual([1, "ub-f--"]);
});

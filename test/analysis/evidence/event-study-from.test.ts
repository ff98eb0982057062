import {describe, expect, it} from "vitest";
import {eventStudyFrom} from "../../../src/analysis/evidence/event-study-from.ts";

const counted = {reference: -2, leftOut: -1, after: [0, 4]} as const;
const event_times = [-5, -4, -3, -2, -1, 0, 1];
const timed = {
  event_times,
  estimates: Float64Array.of(1, 2, 3, 4, 99, 6, 7),
  covariance: Float64Array.from({length: 49}, (_, i) => (i % 8 === 0 ? 2 : 0)),
  degrees: 30
};

describe("eventStudyFrom(timed, counted)", () => {
  it("counts every effect from the reference and passes over the year of selection", () => {
    expect([...eventStudyFrom(timed, counted)!.beta]).toEqual([-3, -2, -1, 2, 3]);
  });

  it("has the covariance of the differences: their own variance and the reference’s, which they share", () => {
    const {sigma} = eventStudyFrom(timed, counted)!;
    expect([sigma[0], sigma[1]]).toEqual([4, 2]);
  });

  it("asks for the mean of the later years", () => {
    expect(eventStudyFrom(timed, counted)).toMatchObject({pre: 3, target: Float64Array.of(0.5, 0.5)});
  });

  it("takes the stretch before the reference only as far as it is unbroken", () => {
    const broken = {...timed, event_times: [-7, -4, -3, -2, -1, 0, 1]};
    expect(eventStudyFrom(broken, counted)!.pre).toBe(2);
  });

  it("is null with fewer than two years before the reference", () => {
    expect(eventStudyFrom({...timed, event_times: [-8, -7, -3, -2, -1, 0, 1]}, counted)).toBeNull();
  });
});

import {describe, expect, test} from "vitest";
import {restAskedFor} from "../../pipelines/fetch/waits.ts";

const now = Date.UTC(2026, 10, 20, 10, 0, 0);

describe("restAskedFor(header, now)", () => {
  test.each([
    ["seconds", "120", 120_000],
    ["no seconds", "0", 0],
    ["a date", "Fri, 20 Nov 2026 10:00:30 GMT", 30_000],
    ["a date gone by", "Fri, 20 Nov 2026 09:00:00 GMT", 0],
    ["nothing", undefined, null],
    ["neither", "soon", null]
  ])("reads %s", (_, header, expected) => {
    expect(restAskedFor(header, now)).toBe(expected);
  });
});

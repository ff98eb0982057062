import {describe, expect, it} from "vitest";
import {isClaim, limitPart} from "../../src/words/claims.ts";

describe("limitPart(part, whole)", () => {
  it("says nothing of a year or a period where the whole is too weak", () => {
    expect((["better", "worse", "same", "unclear"] as const).map((part) => limitPart(part, "too_weak"))).toEqual(
      Array(4).fill("too_weak")
    );
    expect(limitPart("too_few", "too_weak")).toBe("too_few");
  });

  it("makes no claim of a part where schools were changing already", () => {
    expect(limitPart("better", "already")).toBe("already");
    expect(limitPart("unclear", "already")).toBe("unclear");
  });

  it("leaves a part to its own interval else", () => {
    expect(limitPart("worse", "unclear")).toBe("worse");
    expect(limitPart("better", null)).toBe("better");
  });
});

describe("isClaim(verdict)", () => {
  it("is true of a difference on one side alone", () => {
    expect(isClaim("lower")).toBe(true);
    expect([isClaim("already"), isClaim("same"), isClaim(null)]).toEqual([false, false, false]);
  });
});

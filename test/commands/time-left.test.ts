import {describe, expect, it} from "vitest";
import {makeTimeLeft} from "../../pipelines/commands/time-left.ts";

describe("makeTimeLeft(seconds, now)", () => {
  it("says at first what the parts take where nothing else is at work", () => {
    expect(makeTimeLeft({sample: 4, estimate: 14}, () => 0).say()).toBe("about 20 s left");
  });

  it("goes by how quick the parts so far were", () => {
    let time = 0;
    const left = makeTimeLeft({sample: 4, estimate: 14}, () => time);
    time = 12_000;
    left.finish("sample");
    expect(left.say()).toBe("about 45 s left");
    left.finish("estimate");
    expect(left.say()).toBe("");
  });
});

import {describe, expect, test} from "vitest";
import {noteOnSize} from "../../pipelines/fetch/sizes.ts";

const last = {path: "last.csv", bytes: 1000};
const note = (bytes: number, any_size = false): string[] => noteOnSize(bytes, last, {path: "new.csv", any_size});

describe("noteOnSize(bytes, last)", () => {
  test("says nothing of a first file", () => {
    expect(noteOnSize(5, undefined, {path: "new.csv", any_size: false})).toEqual([]);
  });

  test("says nothing within a fifth", () => {
    expect([note(800), note(1200)]).toEqual([[], []]);
  });

  test("notes what is further off", () => {
    expect(note(1300)).toEqual(["1300 bytes, where last.csv had 1000"]);
  });

  test.each([[499], [2001]])("refuses %i bytes", (bytes) => {
    expect(() => note(bytes)).toThrow(`new.csv has ${bytes} bytes, where last.csv had 1000`);
  });

  test("takes any size if told to, and notes it", () => {
    expect(note(10, true)).toHaveLength(1);
  });
});

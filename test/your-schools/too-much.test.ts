import {describe, expect, test} from "vitest";
import {findTooMuch} from "../../src/your-schools/too-much.ts";
import {readFile} from "../../src/your-schools/read-file.ts";
import {readPasted} from "../../src/your-schools/paste.ts";
import {indexRegister} from "../../src/lists/register.ts";

describe("what is far more than a list of schools", () => {
  test.each([
    ["two million letters", "900001\n".repeat(300_000)],
    ["a line of 200,000 letters", `urn\n${"900001 ".repeat(30_000)}`],
    ["20,000 lines", "900001\n".repeat(20_001)]
  ])("%s is refused at once", (_, text) => {
    const start = performance.now();
    expect(findTooMuch(text)).toBe("This is far more than a list of schools. Take the list alone.");
    expect(performance.now() - start).toBeLessThan(1000);
  });

  test.each([["900001\n".repeat(20_000)], ["900001,".repeat(20_000)], [""], ["\n".repeat(50_000)]])(
    "a long list is not (%#)",
    (text) => {
      expect(findTooMuch(text)).toBeNull();
    }
  );

  test("many schools on several lines are refused, and so is a file of them", async () => {
    const text = `${"900001 ".repeat(8000)}\n`.repeat(3);
    expect(() => readPasted(text, {register: indexRegister([]), confirmed: new Map()})).toThrow(/far more than a list/);
    expect(await readFile(new TextEncoder().encode("900001\n".repeat(20_001)))).toEqual({
      problem: "This is far more than a list of schools. Take the list alone."
    });
  });
});

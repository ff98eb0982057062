import {describe, expect, test} from "vitest";
import {PublishedFileError} from "../../src/library/errors.ts";
import {cutQuotes} from "../../src/library/cut-quotes.ts";
import {readCost} from "../../src/lists/cost.ts";
import {at, stops} from "../../src/lists/problem.ts";
import {readUrn} from "../../src/lists/urn.ts";

describe("a cost", () => {
  test.each(["1200", "1200.5", "0", "999999999.99"])("of %s is read", (text) => {
    expect(readCost(text)).toEqual({value: Number(text), findings: []});
  });

  test.each([
    ["1.000", "cost_unclear", "write 1000 if that is meant: no points but one before pence"],
    ["1.000,50", "cost_unclear", "write 1000.50 if that is meant: no points but one before pence"],
    ["12.500.000", "cost_unclear", "write 12500000 if that is meant: no points but one before pence"],
    ["999000000000", "cost_too_much", "look the sum up, and write what one school or partnership pays in a year"],
    ["£999bn", "cost_not_a_number", "write pounds a year like 1200; leave it empty if it is not known"]
  ])("of %s is refused, with what to write", (text, code, fix) => {
    const {value, findings} = readCost(text);
    expect(value).toBeNull();
    expect(findings).toEqual([expect.objectContaining({code, severity: "stops", fix})]);
    expect(findings[0].message).toContain(`“${text}”`);
  });
});

describe("a URN with a sign that cannot be seen", () => {
  test.each([
    ["100\u200b001", "zero-width space (U+200B)"],
    ["\ufeff100001", "byte-order mark (U+FEFF)"],
    ["100001\u2060", "word joiner (U+2060)"],
    ["100\u00ad001", "soft hyphen (U+00AD)"]
  ])("is refused by the sign’s name", (text, name) => {
    expect(readUrn(text)).toEqual({
      value: null,
      findings: [
        {
          code: "urn_unseen",
          severity: "stops",
          message: `“100001” holds a sign that cannot be seen, a ${name}`,
          fix: "delete the cell and type 100001"
        }
      ]
    });
  });
});

describe("a long cell in a message", () => {
  const long = "school ".repeat(2000);

  test("is cut, with how long it was", () => {
    const {message} = at(stops("a", `“${long}” is not a URN`, "write it"), {file: "a.csv"});
    expect(message).toBe(`“${long.slice(0, 80)}…” (14,000 characters) is not a URN`);
    const error = new PublishedFileError(`“${long}” is no number`, {file: "a.csv", row: 2, fix: "look it up"});
    expect(error.message).toBe(`a.csv, row 2: “${long.slice(0, 80)}…” (14,000 characters) is no number`);
  });

  test("is cut outside quotes too, where it is one word", () => {
    expect(cutQuotes(`write ${"a".repeat(500)}`)).toBe(`write ${"a".repeat(80)}… (500 characters)`);
  });

  test("of usual length stands as it is", () => {
    const message = "“St Mary’s Church of England Voluntary Controlled Primary School” is not a URN";
    expect(cutQuotes(message)).toBe(message);
  });
});

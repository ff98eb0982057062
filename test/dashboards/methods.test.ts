import {expect, test} from "vitest";
import {splitPieces} from "../../dashboards/components/methods/formula.ts";
import {cellText, failsTitle} from "../../dashboards/components/methods/validation.ts";

test("a formula falls into what stands on, below and above the line", () => {
  expect(splitPieces("Y_{it} − x^{2}")).toEqual([
    {text: "Y", place: "on"},
    {text: "it", place: "below"},
    {text: " − x", place: "on"},
    {text: "2", place: "above"}
  ]);
});

test("a formula without braces stays in one piece", () => {
  expect(splitPieces("a + b")).toEqual([{text: "a + b", place: "on"}]);
});

test("a cell of a validation is never blank, and has a true minus", () => {
  expect([null, "exact", 1204, 0.0312, -0.5].map(cellText)).toEqual(["none", "exact", "1,204", "0.0312", "−0.5"]);
});

test("what falls short is counted", () => {
  expect([failsTitle(1), failsTitle(12)]).toEqual(["What falls short (1 line)", "What falls short (12 lines)"]);
});

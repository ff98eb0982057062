import {expect, test} from "vitest";
import {gainWords, groupParts, isPart, listLines} from "../../dashboards/components/overview/who-gains-rows.ts";
import type {Dimension, Moderator} from "../../src/release/results.ts";
import {result} from "./example-result.ts";

const part = (dimension: Dimension, value: string) => result({by: {dimension, value, label: `${dimension} ${value}`}});
const tested = (dimension: Dimension, adjusted: number): Moderator => ({
  dimension,
  planned: dimension === "earlier_third",
  p: adjusted / 2,
  adjusted,
  words: ""
});
const parts = [
  part("region", "north"),
  part("earlier_third", "low"),
  part("size", "large"),
  part("region", "south")
].filter(isPart);

test("what the plan names comes first, then what was explored, each part under what distinguishes it", () => {
  const groups = groupParts(parts, [tested("region", 0.5)], ["earlier_third"]);
  expect(groups.map(({dimension, tested: one}) => [dimension, one?.adjusted ?? null])).toEqual([
    ["earlier_third", null],
    ["size", null],
    ["region", 0.5]
  ]);
  expect(listLines(groups).map(({heading, part: one}) => heading ?? one?.by.value)).toEqual([
    "Earlier results",
    "low",
    "Size of the partnership",
    "large",
    "Region",
    "north",
    "south"
  ]);
});

test("groups differ where the adjusted chance says so, and not before", () => {
  const groups = groupParts(parts, [tested("region", 0.04), tested("size", 0.06)], []);
  expect(gainWords(groups)).toBe("2 comparisons were tested; effects differ by more than chance explains in: Region.");
  expect(gainWords(groupParts(parts, [tested("size", 0.06)], []))).toBe(
    "One comparison was tested; in none do effects differ by more than chance explains."
  );
  expect(gainWords(groupParts(parts, [], []))).toBe("None of them could be tested: too few parts have an interval.");
});

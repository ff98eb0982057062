import {expect, test} from "vitest";
import {outcomesWithout} from "../../dashboards/components/ui/outcomes-without.ts";
import type {InventoryNote, MeasureRow} from "../../src/release/release.ts";

const measures = [
  {id: "a", label: "A", phases: ["secondary"]},
  {id: "b", label: "B", phases: ["secondary", "primary"]},
  {id: "c", label: "C", phases: ["secondary"]},
  {id: "d", label: "D", phases: ["primary"]},
  {id: "e", label: "E", phases: ["secondary"]},
  {id: "f", label: "F", phases: ["secondary"]}
] as unknown as MeasureRow[];
const of = (measure: string, ...phases: string[]) => ({measure, phases});
const note = {
  lacking: [
    {reason: "no_file", meaning: "No file.", measures: [of("b", "secondary"), of("d", "primary")]},
    {reason: "never_published", meaning: "Never.", measures: [of("c", "secondary")]},
    {reason: "not_these_years", meaning: "Not these years.", measures: [of("e", "secondary"), of("b", "primary")]},
    {reason: "not_read", meaning: "Not read.", measures: []}
  ]
} as unknown as InventoryNote;

test("each outcome of its phases that a page does not show has one of the four reasons", () => {
  expect(outcomesWithout(note, measures, {shown: new Set(["a"]), phases: ["secondary"]})).toEqual([
    {meaning: "No file.", outcomes: ["B"]},
    {meaning: "Never.", outcomes: ["C", "School sport", "Extended services"]},
    {meaning: "Not these years.", outcomes: ["E"]},
    {meaning: "Not read.", outcomes: ["F"]}
  ]);
});

test("what other phases lack is not said", () => {
  const without = outcomesWithout(note, measures, {shown: new Set(["b"]), phases: ["primary"]});
  expect(without.map(({outcomes}) => outcomes)).toEqual([["D"], ["School sport", "Extended services"]]);
});

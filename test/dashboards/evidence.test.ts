import {expect, test} from "vitest";
import {emptyCell, sizeWords} from "../../dashboards/components/evidence/effect-cell.ts";
import {evidenceGroups} from "../../dashboards/components/evidence/evidence-rows.ts";
import {DOMAINS, UNPUBLISHED} from "../../dashboards/components/ui/domains.ts";
import {sharedReason} from "../../dashboards/components/evidence/matrix.ts";
import {splitEmpty, whyEmpty} from "../../dashboards/components/evidence/empty-rows.ts";
import {findReach} from "../../dashboards/components/evidence/scale.ts";
import {tally} from "../../dashboards/components/evidence/tally.ts";
import type {MeasureRow} from "../../src/release/release.ts";
import {indexRow} from "./example-result.ts";
import {measure} from "./example.ts";

const attainment: MeasureRow = {...measure("higher"), id: "ks2_attainment", domain: "attainment"};
const choice = {measure: "", partnership_type: "multi_academy_trust", phase: "primary", role: "supported"} as const;
const absent = indexRow({
  role: "supporter",
  from: null,
  to: null,
  low: null,
  high: null,
  verdict: null,
  absent: "Nobody gave help."
});
const groups = evidenceGroups([indexRow(), absent], choice, {measures: [attainment]});

test("every line of the framework has a row, and no cell is silent", () => {
  expect(groups.map(({label}) => label)).toEqual([...Object.values(DOMAINS), "Not published by school"]);
  expect(groups.at(-1)!.rows.map(({label}) => label)).toEqual(UNPUBLISHED);
  for (const {rows} of groups) {
    expect(rows.length).toBeGreaterThan(0);
    for (const {cells} of rows) for (const cell of cells) expect(emptyCell(cell) ?? sizeWords(cell)).not.toBe("");
  }
});

test("a cell is drawn on the scale of standard deviations and told in its own unit, with a way to its chart", () => {
  const [supported, supporter, member] = groups[0].rows[0].cells;
  expect(supported.drawn!.from).toBeCloseTo(1.9 / 14, 12);
  expect(sizeWords(supported)).toBe("+1.9 to +2.1 percentage points (95%: 1.2 to 2.6)");
  expect(supported.link!.href).toBe("./?measure=ks2_attainment&partnership_type=multi_academy_trust&phase=primary");
  expect(emptyCell(supporter)).toBe("Nobody gave help.");
  expect(emptyCell(member)).toBe("No school is on record in this role.");
});

test("outcomes are counted by verdict, worse as plainly as better", () => {
  const rows = (["better", "worse", "worse", "unclear"] as const).map((verdict) => ({
    role: "supported" as const,
    verdict
  }));
  expect(tally(rows, "supported")).toBe("Supported schools, 4 outcomes: 1 better, 2 worse and 1 no clear difference.");
  expect(tally(rows, "supported", "type")).toMatch(/^Supported schools, 4 types: 1 better/);
  expect(tally(rows, "member")).toBe("Member schools: nothing can be said of any outcome.");
});

test("a reason that holds for every role is told once", () => {
  const [first] = groups.at(-1)!.rows;
  expect(sharedReason(first.cells)).toBe("Not published by school. A partnership can bring its own figures.");
  expect(sharedReason(groups[0].rows[0].cells)).toBeNull();
});

test("outcomes without a figure are set apart, each with its reason, and none is lost", () => {
  const {groups: full, empty} = splitEmpty(groups);
  const count = (some: typeof groups) => some.reduce((sum, {rows}) => sum + rows.length, 0);
  expect(full.map(({label}) => label)).toEqual(["Attainment"]);
  expect(count(full) + empty.length).toBe(count(groups));
  for (const {cells} of empty) expect(whyEmpty(cells).length).toBeGreaterThan(15);
  expect(empty.at(-1)!.domain).toBe("Not published by school");
});

test("strips reach as far as all estimates and most intervals, in tenths of a standard deviation, and not beyond reason", () => {
  const [group] = splitEmpty(groups).groups;
  const [row] = group.rows;
  const reach = (...drawn: {to: number; high: number}[]) =>
    findReach([
      {
        ...group,
        rows: [{...row, cells: drawn.map(({to, high}) => ({...row.cells[0], drawn: {from: 0, to, low: -0.1, high}}))}]
      }
    ]);
  expect([0.05, 0.31, 0.4, 7].map((to) => reach({to, high: to}))).toEqual([0.2, 0.4, 0.4, 1.5]);
  const usual = Array.from({length: 20}, () => ({to: 0.1, high: 0.3}));
  expect(reach(...usual, {to: 0.1, high: 9})).toBe(0.3);
});

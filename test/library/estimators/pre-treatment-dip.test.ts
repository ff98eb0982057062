import {describe, expect, it} from "vitest";
import {selectedPanel} from "../../../pipelines/validation/simulated-panel.ts";
import {measureDip as measure, warnOfDip} from "../../../src/library/estimators/pre-treatment-dip.ts";
import type {LongPanel} from "../../../src/library/panel/long-panel.ts";
import {randomPanel} from "../../support/random-panel.ts";

const measureDip = (panel: LongPanel) => measure(panel, {base: [-4, -2], comparators: "not_yet_treated"});

describe("measureDip(panel, {base, comparators})", () => {
  const selected = measureDip(selectedPanel({seed: 1, units: 600, years: 10, persistence: 0, chosen: "each_year"}))!;

  it("finds the dip of units chosen after a bad year", () => {
    expect(selected.yearBefore.estimate).toBeLessThan(-4 * selected.yearBefore.se);
    expect(warnOfDip(selected)).toMatch(/^warning: the treated look selected on a bad year: they dip/);
  });

  it("shows the naive figure and the year before as higher than the window’s, where the truth is zero", () => {
    expect(selected.naive!.estimate).toBeGreaterThan(0.5);
    expect(selected.lastYear.estimate).toBeGreaterThan(0.5);
    expect(Math.abs(selected.window.estimate)).toBeLessThan(3 * selected.window.se);
    expect(warnOfDip(selected)).toContain("Naive before–after, misleading: +");
    expect(warnOfDip(selected)).toContain("--role supported");
  });

  it("warns of few panels without selection: at one in a hundred, of 100 panels not even six", () => {
    // Six or more of 100 at 1 % have a chance of 0.0005.
    const warned = Array.from({length: 100}, (_, seed) =>
      warnOfDip(measureDip(selectedPanel({seed, units: 120, years: 9, persistence: 0, chosen: "at_random"}))!)
    ).filter((warning) => warning !== null);
    expect(warned.length).toBeLessThan(6);
  });

  it("has nothing to say where nobody has a year in the window", () => {
    const panel = randomPanel();
    expect(measureDip({...panel, cohort: panel.cohort.map((g) => (g < Infinity ? 2012 : g))})).toBeNull();
  });
});

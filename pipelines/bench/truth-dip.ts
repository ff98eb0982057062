import {deviation, mean, range} from "d3";
import {baseStudyOf, weightsWhere} from "../../src/analysis/base-study.ts";
import {changeDefaults} from "../../src/analysis/changes.ts";
import {drawComparators} from "../../src/analysis/comparators.ts";
import {eventStudyOf} from "../../src/analysis/event-study.ts";
import type {Joining, Yearly} from "../../src/analysis/joining.ts";
import {design} from "../../src/design.ts";
import type {LongPanel} from "../../src/estimators/long-panel.ts";
import {baseOf, type BaseName} from "./calibration-draws.ts";
import {selectedPanel, type SelectedPanel} from "./simulated-panel.ts";
import {rounded, type Found} from "./truth-note.ts";

/** Panels in which those that did worst are chosen and nothing happens to them. */
const designs = (["once", "each_year"] as const).flatMap((chosen) =>
  [0, 0.3, 0.5, 0.7].map((persistence): Omit<SelectedPanel, "seed"> => ({units: 400, years: 10, persistence, chosen}))
);
const bases: readonly BaseName[] = ["window", "g−2", "g−1"];

/** What the engine makes of such panels, by the base that change is counted from. */
export interface Dip {
  persistence: number;
  chosen: SelectedPanel["chosen"];
  base: BaseName;
  panels: number;
  bias: number;
  sd: number;
  /** Per cent of panels in which it claims an effect. */
  claims: number;
}

/** Takes so many panels of each design through comparators, estimates and intervals, as real ones are. */
export function askDips(panels: number, asked = designs): Dip[] {
  return asked.flatMap((own) => {
    const effects = bases.map((): {value: number; claims: boolean}[] => []);
    for (const seed of range(1, panels + 1)) {
      const {joining, outcome} = chosenIn(selectedPanel({...own, seed}));
      const drawn = drawComparators(joining, [{name: "outcome", label: "Outcome", isOutcome: true, by: outcome}]);
      bases.forEach((name, b) => {
        const options = {...changeDefaults, baseOf: baseOf[name]};
        const base = baseStudyOf(drawn.cohorts, {measure: "outcome", outcome}, joining, options);
        const weights = weightsWhere(base.differences, () => true);
        const terms = {...base, weights, unit: 1, draws: design.draws.placebo, seed};
        const {value, low, high} = eventStudyOf(base.cohorts, base.differences, terms).overall!.effect;
        effects[b]!.push({value, claims: low !== null && high !== null && (low > 0 || high < 0)});
      });
    }
    return bases.map((base, b) => ({
      persistence: own.persistence,
      chosen: own.chosen,
      base,
      panels,
      bias: mean(effects[b]!, ({value}) => value)!,
      sd: deviation(effects[b]!, ({value}) => value)!,
      claims: (100 * effects[b]!.filter(({claims}) => claims).length) / panels
    }));
  });
}

/** A panel’s treated units as schools that joined, each a partnership of its own, named by a source. */
function chosenIn(panel: LongPanel): {joining: Joining; outcome: Yearly} {
  const schools = panel.cohort.length;
  const first = panel.period.reduce((a, b) => Math.min(a, b));
  const last = panel.period.reduce((a, b) => Math.max(a, b));
  const years = range(first, last + 1);
  const values = new Float64Array(schools * years.length).fill(NaN);
  panel.unit.forEach((row, i) => (values[row * years.length + panel.period[i]! - first] = panel.outcome[i]!));
  const joiners = range(schools)
    .filter((row) => panel.cohort[row]! < Infinity)
    .map((row) => ({row, cohort: panel.cohort[row]!, partnership: String(row)}));
  const treatedFrom = Float64Array.from(panel.cohort);
  return {
    joining: {schools, joiners, treatedFrom, origin: new Int32Array(joiners.length), told: null},
    outcome: {years, values}
  };
}

const named: Record<BaseName, string> = {
  window: "the base window",
  "g−2": "two years before",
  "g−1": "the year before"
};
const promise = {share: 1 / 10, claims: 8, persistence: 0.5};

/** What came out, as a validation. */
export function dipFound(dips: readonly Dip[], {command}: {command: string}): Found {
  const misled = (dip: Dip) =>
    dips.find((d) => d.base === "g−1" && d.chosen === dip.chosen && d.persistence === dip.persistence)!;
  const share = (dip: Dip) => Math.abs(dip.bias / misled(dip).bias);
  const own = dips.filter(({base}) => base === "window");
  const held = own.filter((dip) => share(dip) <= promise.share);
  const atHalf = own
    .filter(({persistence}) => persistence === promise.persistence)
    .map(({claims}) => rounded(claims, 1));
  return {
    id: "dip",
    title: "Schools chosen after a bad year, when nothing happens to them",
    summary: `Counted from the base window, the bias is at most a tenth of that of counting from the year before in ${held.length} of ${own.length} designs; where half of a shock lasts into the next year, an effect is claimed in ${atHalf.join(" and ")}% of panels (chosen once, and each year).`,
    command,
    columns: [
      {name: "share of a shock that lasts a year", numeric: true},
      {name: "chosen", numeric: false},
      {name: "change counted from", numeric: false},
      {name: "panels", numeric: true},
      {name: "bias", numeric: true},
      {name: "its share of that of the year before, %", numeric: true},
      {name: "standard deviation of estimates", numeric: true},
      {name: "claims an effect, %", numeric: true}
    ],
    rows: dips.map((dip) => [
      dip.persistence,
      dip.chosen === "once" ? "once" : "each year",
      named[dip.base],
      dip.panels,
      rounded(dip.bias, 3),
      rounded(100 * share(dip), 0),
      rounded(dip.sd, 3),
      rounded(dip.claims, 1)
    ]),
    notes: [
      "Panels of 400 schools over ten years, shocks of standard deviation 1 beside lasting differences and common years; the eighth that did worst in a year joins in the next. Nothing is added by joining.",
      "They go through the same matching, adjustment and intervals as published results.",
      `Promised: at most a tenth of the bias, and an effect claimed in at most ${promise.claims}% of panels where the share that lasts is ${promise.persistence}.`
    ]
  };
}

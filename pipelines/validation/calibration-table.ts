import {deviation, mean} from "d3";
import type {Estimate} from "../../src/release/results.ts";
import {clearSide} from "../../src/analysis/effects/bracket.ts";
import {measures} from "../../src/vocabulary/measures.ts";
import type {PlaceboResults, CaseResults} from "./calibration.ts";
import type {PlaceboCase} from "./calibration-cases.ts";
import {rounded, type Found} from "./truth-page.ts";

/** The shares, in per cent, in which an interval may leave out zero by lot, and the most in which results may claim however schools were picked (METHOD §12). */
const standard = {least: 3, most: 7, claims: 5};

/** A case’s row in the table. */
export function calibrationRow({placebo, results}: CaseResults): (string | number | null)[] {
  const {partnerships, schools, phase, measure, pick} = placebo;
  const head = [partnerships * schools, partnerships, pick, phase, measures[measure].label];
  if (!results) return [...head, 0, ...new Array<null>(6).fill(null), "too few schools to draw from"];
  return [...head, ...computeShares(results, placebo)];
}

function computeShares({effects, claims}: PlaceboResults, {pick}: PlaceboCase): (string | number | null)[] {
  const claimed = effects.filter(({low}) => low !== null);
  const share = (count: number) => rounded((100 * count) / claimed.length, 1);
  const clear = (of: (effect: Effect) => Pick<Estimate, "low" | "high">) =>
    share(claimed.filter((effect) => clearSide(of(effect)) !== 0).length);
  const a = clear(({same_trend}) => same_trend);
  const b = clear(({same_past}) => same_past);
  const claim = share(claims);
  const within = (value: number | null) => value !== null && value >= standard.least && value <= standard.most;
  const holds = claim !== null && claim <= standard.claims && (pick !== "by lot" || (within(a) && within(b)));
  const middle = effects.map(({from, to}) => (from + to) / 2);
  return [
    claimed.length,
    a,
    b,
    clear((effect) => effect),
    claim,
    rounded(mean(middle), 3),
    rounded(deviation(middle), 3),
    claimed.length === 0 ? "no interval is claimed" : holds ? "holds" : "FAILS"
  ];
}

type Effect = PlaceboResults["effects"][number];

/** What came out, as a validation. */
export function calibrationFound(
  all: readonly CaseResults[],
  {draws, command}: {draws: number; command: string}
): Found {
  const rows = all.map(calibrationRow);
  const judged = rows.filter((row) => row.at(-1) === "holds" || row.at(-1) === "FAILS");
  const fails = judged
    .filter((row) => row.at(-1) === "FAILS")
    .map(
      (row) =>
        `${row[0]} schools, ${row[2]}, ${row[4]}: A leaves out zero in ${row[6]}%, B in ${row[7]}%, ${row[9]}% claim`
    );
  return {
    id: "calibration",
    title: "Placebo partnerships of real schools in which nothing happened",
    summary: `${judged.length - fails.length} of ${judged.length} rows hold; ${fails.length} fail.`,
    command,
    columns: [
      {name: "schools", numeric: true},
      {name: "partnerships", numeric: true},
      {name: "picked", numeric: false},
      {name: "phase of education", numeric: false},
      {name: "measure", numeric: false},
      {name: "draws with an interval", numeric: true},
      {name: "A leaves out zero, %", numeric: true},
      {name: "B leaves out zero, %", numeric: true},
      {name: "both on one side, %", numeric: true},
      {name: "claims, %", numeric: true},
      {name: "mean of estimates", numeric: true},
      {name: "their standard deviation", numeric: true},
      {name: "standard", numeric: false}
    ],
    rows,
    fails,
    notes: [
      `Each row is of ${draws.toLocaleString("en-GB")} draws of placebo partnerships from schools that never joined a trust or federation. They are compared as real ones are, with the interval and verdict that a page of that size prints: of one partnership its own page, of several the page of a role.`,
      `By lot A and B may each leave out zero in ${standard.least} to ${standard.most}% of draws. However schools were picked, at most ${standard.claims}% may claim better or worse.`,
      "One authority: each partnership by lot within one local authority. Lowest third: by lot among the third that lies lowest on the measure at the base. Bad year: of eight schools (of fewer for 300 of few) the one that did worst in the year before joining."
    ]
  };
}

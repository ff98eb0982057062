import {group, median} from "d3";
import {covariateSets} from "../../src/analysis/comparison/assumptions.ts";
import type {Estimate} from "../../src/release/results.ts";
import {plantsNothing, variants, type VariantName} from "../synthetic-england/variants.ts";
import {rounded, type Found} from "./truth-page.ts";
import type {TruthRow} from "./truth-row.ts";

/** The least share of intervals that hold what was planted, and the most of results that claim where nothing was, in per cent (METHOD §12). */
const standard = {covers: 95, claims: 5};

/** How large a comparison is: schools behind it. */
const sizes = [
  {name: "under 15", least: 0},
  {name: "15 to 29", least: 15},
  {name: "30 to 99", least: 30},
  {name: "100 and more", least: 100}
];
const nameSize = ({schools}: TruthRow): string => sizes.findLast(({least}) => schools >= least)!.name;

const share = (rows: readonly TruthRow[], is: (row: TruthRow) => boolean): number | null =>
  rows.length ? rounded((100 * rows.filter(is).length) / rows.length, 1) : null;
const holds = ({low, high}: Pick<Estimate, "low" | "high">, value: number): boolean =>
  low !== null && high !== null && low <= value && value <= high;
const hasInterval = ({effect}: TruthRow): boolean => effect.low !== null;
const claimed = new Set(["better", "worse", "higher", "lower"]);
const claims = ({verdict}: TruthRow): boolean => claimed.has(verdict);
const coversPlanted = ({effect, planted}: TruthRow): boolean => holds(effect, planted);
/** The same of the union of intervals with CR2 errors and Satterthwaite’s degrees around the same estimates. */
const smallSampleCovers = ({effect, planted, small_sample}: TruthRow): boolean => {
  const reaches = covariateSets.map((set) => [effect[set].value, small_sample[set]] as const);
  return holds(
    {
      low: Math.min(...reaches.map(([value, reach]) => value - reach)),
      high: Math.max(...reaches.map(([value, reach]) => value + reach))
    },
    planted
  );
};
/** Whether the union holds what the comparison would find without noise under both assumptions. */
const coversNoiseless = ({effect, noiseless: {same_trend, same_past}}: TruthRow): boolean =>
  holds(effect, same_trend) && holds(effect, same_past);

const englands = (rows: readonly TruthRow[]): number => new Set(rows.map(({seed}) => seed)).size;
const about = (variant: VariantName): string => variants[variant].about;

const failed = (value: number | null, fails: (value: number) => boolean): string =>
  value === null ? "" : fails(value) ? "FAILS" : "holds";

/** A way to cut results into rows, all of them where a name is “all”. */
type Cut = Partial<Record<"size" | "phase" | "role" | "domain", (row: TruthRow) => string>>;
const by = {
  size: nameSize,
  phase: ({phase}: TruthRow) => phase,
  role: ({role}: TruthRow) => role,
  domain: ({domain}: TruthRow) => domain
};
const cuts: readonly Cut[] = [{}, {size: by.size}, {phase: by.phase}, {role: by.role}, {domain: by.domain}, by];

/** How often intervals hold what was planted: in all, by size, phase, role and outcome domain, and by all four at once. */
export function coverageFound(all: readonly TruthRow[], command: string): Found {
  const rows = all.filter((row) => row.variant === "planned" && hasInterval(row));
  const lines = cuts.flatMap((cut) => {
    const names = ["size", "phase", "role", "domain"] as const;
    const cells = group(rows, (row) => names.map((name) => cut[name]?.(row) ?? "all").join("|"));
    return [...cells].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, some]) => coverageLine(key.split("|"), some));
  });
  const short = lines.filter((line) => line.at(-1) === "FAILS");
  const isWide = (line: Line) => line.slice(0, 4).filter((name) => name === "all").length >= 3;
  const fine = lines.filter((line) => !isWide(line)).length;
  const fails = short
    .filter(isWide)
    .map(
      (line) =>
        `${line.slice(0, 4).find((name) => name !== "all") ?? "all"}: ${line[UNION]}% of ${line[5]} intervals hold what was planted`
    );
  const narrow = short.length - fails.length;
  if (narrow) fails.push(`${narrow} of the ${fine} cells of size, phase, role and domain at once fall short`);
  return {
    id: "truth-coverage",
    title: "How often intervals hold what was planted",
    summary: `The union of both intervals holds what was planted in ${share(rows, coversPlanted) ?? "no"}% of ${rows.length.toLocaleString("en-GB")} results, and what would be found without noise in ${share(rows, coversNoiseless) ?? "no"}%; ${short.length} of ${lines.length} rows fall short of ${standard.covers}%.`,
    command,
    columns: [
      {name: "schools", numeric: false},
      {name: "phase of education", numeric: false},
      {name: "role", numeric: false},
      {name: "outcome domain", numeric: false},
      {name: "Englands", numeric: true},
      {name: "results", numeric: true},
      {name: "planted: A holds it, %", numeric: true},
      {name: "planted: B holds it, %", numeric: true},
      {name: "planted: union holds it, %", numeric: true},
      {name: "without noise: A holds it, %", numeric: true},
      {name: "without noise: B holds it, %", numeric: true},
      {name: "without noise: union holds both, %", numeric: true},
      {name: "planted: union of CR2 intervals holds it, %", numeric: true},
      {name: "median error, standard deviations between schools", numeric: true},
      {name: `planted in the union: at least ${standard.covers}%`, numeric: false}
    ],
    rows: lines,
    fails,
    notes: [
      "Each England goes from its published files through the whole pipeline. Results of one England share schools: a share over few Englands is less sure than its number of results suggests, and a row of few results says little.",
      "What was planted: the mean effect in the schools behind a result, over the years it holds. Without noise: the same regressions on nothing but what was planted, in comparators too, under A and under B; the two targets differ where comparators are in other partnerships or schools in several.",
      "CR2: the same estimates with the bias-reduced errors of Bell & McCaffrey (2002) and Satterthwaite’s degrees of freedom, at every size, in place of the printed ones. It is a check; no page prints it.",
      "Results without an interval, under five partnerships, are not counted."
    ]
  };
}

type Line = (string | number | null)[];

/** Where in a line the share of unions stands that is held to the standard. */
const UNION = 8;

function coverageLine(names: readonly string[], some: readonly TruthRow[]): Line {
  const union = share(some, coversPlanted);
  return [
    ...names,
    englands(some),
    some.length,
    share(some, ({effect, planted}) => holds(effect.same_trend, planted)),
    share(some, ({effect, planted}) => holds(effect.same_past, planted)),
    union,
    share(some, ({effect, noiseless}) => holds(effect.same_trend, noiseless.same_trend)),
    share(some, ({effect, noiseless}) => holds(effect.same_past, noiseless.same_past)),
    share(some, coversNoiseless),
    share(some, smallSampleCovers),
    rounded(
      median(some, ({effect, planted, sd}) => (sd ? ((effect.from + effect.to) / 2 - planted) / sd : NaN)),
      3
    ),
    failed(union, (value) => value < standard.covers)
  ];
}

/** How often a plan without effects makes results claim something, and how often what was planted is found. */
export function claimsFound(all: readonly TruthRow[], command: string): Found {
  const rows = all.filter(hasInterval);
  const of = group(
    rows,
    ({variant}) => variant,
    (row) => nameSize(row)
  );
  const lines = [...of].flatMap(([variant, bySize]) => {
    const every: [string, TruthRow[]][] = [["all", [...bySize.values()].flat()]];
    return [...every, ...sizes.flatMap(({name}) => (bySize.has(name) ? [[name, bySize.get(name)!] as const] : []))].map(
      ([size, some]) => {
        const claim = share(some, claims);
        return [
          about(variant),
          size,
          englands(some),
          some.length,
          claim,
          share(some, ({effect}) => effect.low! > 0 || effect.high! < 0),
          share(some, ({verdict}) => verdict === "already"),
          share(some, ({verdict}) => verdict === "too_weak"),
          share(some, coversPlanted),
          plantsNothing(variant) ? failed(claim, (value) => value > standard.claims) : ""
        ];
      }
    );
  });
  const empty = lines.filter((line) => line[1] === "all" && line.at(-1) !== "");
  const fails = empty
    .filter((line) => line.at(-1) === "FAILS")
    .map((line) => `${line[0]}: ${line[4]}% of ${line[3]} results claim something`);
  return {
    id: "truth-claims",
    title: "Claims where nothing was planted",
    summary: `Of ${empty.length} variants in which nothing is planted, ${empty.length - fails.length} claim something in at most ${standard.claims}% of results${fails.length ? `; ${fails.length} fail` : ""}. ${share(rows, ({verdict}) => verdict === "too_weak") ?? "No"}% of results are too weak to claim anything, whatever is planted.`,
    command,
    columns: [
      {name: "plan", numeric: false},
      {name: "schools", numeric: false},
      {name: "Englands", numeric: true},
      {name: "results", numeric: true},
      {name: "claim something, %", numeric: true},
      {name: "both intervals leave out zero on one side, %", numeric: true},
      {name: "already changing before joining, %", numeric: true},
      {name: "too weak to say, %", numeric: true},
      {name: "union holds what was planted, %", numeric: true},
      {name: `at most ${standard.claims}%`, numeric: false}
    ],
    rows: lines,
    fails,
    notes: [
      "A claim is the verdict better or worse. Few results of a small England are strong enough to be claimed at all: “too weak to say” stands beside. A dip or decline before joining and a choice after a bad year are no effects of joining: claims of them are false.",
      "Neither the plans nor the estimator are changed until a row holds."
    ]
  };
}

/** How large an effect is, in standard deviations between schools. */
const strengths = [
  {name: "under 0.1", least: 0},
  {name: "0.1 to 0.2", least: 0.1},
  {name: "0.2 to 0.3", least: 0.2},
  {name: "0.3 and more", least: 0.3}
];

/** How often what was planted is claimed, by its size and that of the comparison; and how often the contrary is. */
export function powerFound(all: readonly TruthRow[], command: string): Found {
  const rows = all.filter(
    (row) =>
      ["planned", "supporters_lose"].includes(row.variant) && row.planted !== 0 && row.sd !== null && hasInterval(row)
  );
  const sign = ({effect: {from, to}, planted}: TruthRow, right: boolean) =>
    ((from + to) / 2 > 0 === planted > 0) === right;
  const nameStrength = ({planted, sd}: TruthRow) =>
    strengths.findLast(({least}) => Math.abs(planted) >= least * sd!)!.name;
  const cells = group(rows, ({variant, role}) => `${variant}|${role}`, nameStrength, nameSize);
  const lines = [...cells].flatMap(([key, byStrength]) =>
    strengths.flatMap(({name: strength}) =>
      sizes.flatMap(({name: size}) => {
        const some = byStrength.get(strength)?.get(size);
        if (!some) return [];
        const [variant, role] = key.split("|") as [VariantName, string];
        return [
          [
            about(variant),
            role,
            strength,
            size,
            englands(some),
            some.length,
            share(some, (row) => claims(row) && sign(row, true)),
            share(some, (row) => claims(row) && sign(row, false)),
            share(some, ({verdict}) => verdict === "same"),
            share(some, ({verdict}) => verdict === "too_weak"),
            share(some, coversPlanted)
          ]
        ];
      })
    )
  );
  const right = share(rows, (row) => claims(row) && sign(row, true));
  return {
    id: "truth-power",
    title: "How often a planted effect is claimed",
    summary: `Of ${rows.length.toLocaleString("en-GB")} results with something planted, ${right ?? "no"}% claim it, and ${share(rows, (row) => claims(row) && sign(row, false)) ?? "no"}% claim the contrary; ${share(rows, ({verdict}) => verdict === "too_weak") ?? "no"}% are too weak to say.`,
    command,
    columns: [
      {name: "plan", numeric: false},
      {name: "role", numeric: false},
      {name: "planted, standard deviations between schools", numeric: false},
      {name: "schools", numeric: false},
      {name: "Englands", numeric: true},
      {name: "results", numeric: true},
      {name: "claim it, %", numeric: true},
      {name: "claim the contrary, %", numeric: true},
      {name: "no difference that matters, %", numeric: true},
      {name: "too weak to say, %", numeric: true},
      {name: "union holds what was planted, %", numeric: true}
    ],
    rows: lines,
    fails: [],
    notes: [
      "Small effects in small comparisons are seldom seen: the smallest effect that each design could have seen stands with every result."
    ]
  };
}

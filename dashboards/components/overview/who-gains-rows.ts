import {capital} from "../ui/format.js";
import type {Dimension, Moderator, PartsFile, Subgroup} from "../ui/release.js";

/** What parts are distinguished by, as a heading over them. */
export const DIMENSION_NAMES: Readonly<Record<Dimension, string>> = {
  earlier_third: "Earlier results",
  feature: "Features of the partnership",
  model: "Models of area partnership",
  disadvantage: "Disadvantaged pupils",
  size: "Size of the partnership",
  distance: "Distance between its schools",
  former_type: "Type of school before joining",
  moved: "Came from another partnership",
  region: "Region",
  period: "Period of joining",
  programme: "Programme"
};

type OnePart = PartsFile["results"][number];

export type Part = OnePart & {by: Subgroup};

export const isPart = <One extends OnePart>(result: One): result is One & {by: Subgroup} =>
  result.by !== null && result.effect !== null;

/** Parts of one role that are distinguished by the same, and whether they differ. */
export interface PartGroup {
  dimension: Dimension;
  parts: Part[];
  /** Null where too few parts have an interval to be tested. */
  tested: Moderator | null;
}

/** Groups of parts in the order of the page: what the plan named first, then what was explored. Nothing is sorted by what came out. */
export function groupParts(
  parts: readonly Part[],
  moderators: readonly Moderator[],
  planned: readonly string[]
): PartGroup[] {
  const dimensions = Object.keys(DIMENSION_NAMES) as Dimension[];
  const isPlanned = (dimension: Dimension) => planned.includes(dimension);
  return [...dimensions.filter(isPlanned), ...dimensions.filter((d) => !isPlanned(d))].flatMap((dimension) => {
    const mine = parts.filter(({by}) => by.dimension === dimension);
    const tested = moderators.find((d) => d.dimension === dimension) ?? null;
    return mine.length === 0 ? [] : [{dimension, parts: mine, tested}];
  });
}

/** A line of the chart: a heading, or a part. */
export type PartLine = {at: number} & ({heading: string; part?: never} | {part: Part; heading?: never});

/** All parts under what distinguishes them, one line each. */
export const listLines = (groups: readonly PartGroup[]): PartLine[] =>
  groups
    .flatMap(({dimension, parts}) => [{heading: DIMENSION_NAMES[dimension]}, ...parts.map((part) => ({part}))])
    .map((line, at) => ({...line, at}));

/** “Lowest third by results five to seven years before joining”. */
export const partLabel = ({by}: Part): string => capital(by.label);

/** What the tests say of the groups of one sort, in a sentence. */
export function gainWords(groups: readonly PartGroup[]): string {
  const tested = groups.flatMap(({dimension, tested: one}) => (one === null ? [] : [{dimension, one}]));
  if (tested.length === 0) return "None of them could be tested: too few parts have an interval.";
  const clear = tested.filter(({one}) => one.adjusted < 0.05).map(({dimension}) => DIMENSION_NAMES[dimension]);
  const count = tested.length === 1 ? "One comparison was tested" : `${tested.length} comparisons were tested`;
  return clear.length === 0
    ? `${count}; in none do effects differ by more than chance explains.`
    : `${count}; effects differ by more than chance explains in: ${clear.join(", ")}.`;
}

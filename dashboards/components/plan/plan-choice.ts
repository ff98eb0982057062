import type {Arrangement, Programme} from "school-partnerships/planner";
import type {Phase, VarianceRow} from "../ui/release.js";

/** One of the designs that stand next to each other. */
export interface Design extends Programme {
  arrangement: Arrangement;
}

/** All that a reader plans: what for, how, and what it costs. */
export interface PlanChoice {
  phase: Phase;
  measure: string;
  /** The effect that one would want to see, in the unit of the outcome. */
  size: number;
  /** Pounds for a school and year; null while nobody has said. */
  cost: number | null;
  /** Pounds that one unit of the outcome in one school for one year is worth; null likewise. */
  unit_value: number | null;
  /** Percent of a year’s gain that is left in the next, once help has ended. */
  persistence: number;
  designs: Design[];
}

/** No more designs stand next to each other. */
export const MOST_DESIGNS = 3;

/** What a number may be. */
export interface Range {
  least: number;
  most: number;
  whole?: boolean;
}

export const RANGES = {
  schools: {least: 1, most: 5000, whole: true},
  helpers: {least: 1, most: 5000, whole: true},
  comparators: {least: 1, most: 20_000, whole: true},
  before: {least: 1, most: 4, whole: true},
  after: {least: 1, most: 5, whole: true},
  size: {least: 0.001, most: 1000},
  cost: {least: 1, most: 10_000_000},
  unit_value: {least: 1, most: 100_000_000},
  persistence: {least: 0, most: 100, whole: true}
} as const satisfies Record<string, Range>;

/** The names of a design’s controls, those of the first without a number: “schools”, “schools_2”. */
export const nameControl = (name: string, design: number): string => (design === 0 ? name : `${name}_${design + 1}`);

/** The number of a text, or null where it is none or lies outside what it may be. */
export function readNumber(text: string, {least, most, whole = false}: Range): number | null {
  const value = text.trim() === "" ? NaN : Number(text);
  return value >= least && value <= most && (!whole || Number.isInteger(value)) ? value : null;
}

/** Where a planner starts: GCSE results if there are any, forty pairs, three years each way, all comparators there are. */
export function startingPlan(rows: readonly VarianceRow[], requested: {phase?: string; measure?: string}): PlanChoice {
  const inPhase = rows.filter(({phase}) => phase === requested.phase);
  const from = inPhase.length > 0 ? inPhase : rows.filter(({phase}) => phase === "secondary");
  const possible = from.length > 0 ? from : rows;
  const row =
    possible.find(({measure}) => measure === requested.measure) ??
    possible.find(({domain}) => domain === "attainment") ??
    possible[0];
  if (row === undefined) throw new Error("this release has no variances");
  return {
    phase: row.phase,
    measure: row.measure,
    size: row.smallest_effect,
    cost: null,
    unit_value: null,
    persistence: 0,
    designs: [startingDesign(row)]
  };
}

export const startingDesign = ({comparators}: VarianceRow): Design => ({
  schools: 40,
  helpers: 40,
  arrangement: "pairs",
  before: 3,
  after: 3,
  comparators
});

/** The choice that an address holds, and what in it could not be used, in words. */
export function readPlan(
  address: URLSearchParams,
  rows: readonly VarianceRow[]
): {choice: PlanChoice; refused: string[]} {
  const refused: string[] = [];
  const requested = {phase: address.get("phase") ?? undefined, measure: address.get("measure") ?? undefined};
  const choice = startingPlan(rows, requested);
  for (const part of ["phase", "measure"] as const) {
    const value = requested[part];
    if (value !== undefined && value !== choice[part]) refused.push(`${part} “${value}”`);
  }
  const take = (name: keyof typeof RANGES, control: string, otherwise: number): number => {
    const text = address.get(control);
    if (text === null || text === "") return otherwise;
    const value = readNumber(text, RANGES[name]);
    if (value === null) refused.push(`${control.replace(/_(\d)/, " of design $1")} “${text}”`);
    return value ?? otherwise;
  };
  choice.size = take("size", "size", choice.size);
  choice.cost = take("cost", "cost", NaN) || null;
  choice.unit_value = take("unit_value", "unit_value", NaN) || null;
  choice.persistence = take("persistence", "persistence", choice.persistence);
  const many = Math.min(MOST_DESIGNS, Math.max(1, Number(address.get("designs") ?? 1) || 1));
  choice.designs = Array.from({length: Math.floor(many)}, (_, i) => {
    const start = choice.designs[0];
    const of = (name: "schools" | "helpers" | "before" | "after" | "comparators") =>
      take(name, nameControl(name, i), start[name]);
    const arrangement = address.get(nameControl("arrangement", i)) === "groups" ? "groups" : "pairs";
    return arrangeDesign({
      ...{schools: of("schools"), helpers: of("helpers"), before: of("before")},
      ...{after: of("after"), comparators: of("comparators"), arrangement}
    });
  });
  return {choice, refused};
}

/** In pairs each school has a helper of its own; in groups there are no more helpers than schools. */
export const arrangeDesign = (design: Design): Design => ({
  ...design,
  helpers: design.arrangement === "pairs" ? design.schools : Math.min(design.helpers, design.schools)
});

/** The choice as an address holds it. */
export function addressPlan({designs, cost, unit_value, ...choice}: PlanChoice): Record<string, string> {
  const parts: Record<string, string> = {
    phase: choice.phase,
    measure: choice.measure,
    size: String(choice.size),
    cost: cost === null ? "" : String(cost),
    unit_value: unit_value === null ? "" : String(unit_value),
    persistence: String(choice.persistence),
    designs: String(designs.length)
  };
  designs.forEach((design, i) => {
    for (const [name, value] of Object.entries(design)) parts[nameControl(name, i)] = String(value);
  });
  return parts;
}

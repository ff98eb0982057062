import {group} from "d3";
import {design} from "../design.ts";
import type {Joiner} from "../comparison.ts";
import type {Subgroup} from "../results.ts";
import {academicYear} from "../telling/format.ts";
import type {Yearly} from "./joining.ts";
import {windowMeans} from "./window-means.ts";

/** Some of the joiners of a role. */
export interface Part {
  by: Subgroup;
  /** Rows of the schools. */
  rows: ReadonlySet<number>;
}

/** What joiners are divided by. */
export interface Dividing {
  /** By school; null where unknown. */
  region: (row: number) => string | null;
  /** By school: its type of establishment before joining; null where it had none. */
  formerType: (row: number) => string | null;
  /** Pupils eligible for free meals in the last six years, in per cent or by place. */
  disadvantage: Yearly | null;
  /** By partnership: what it is divided by besides, where that is known. */
  partnership: (id: string) => readonly Subgroup[];
}

const sizes = [
  {value: "2-4", label: "up to 4 schools", most: 4},
  {value: "5-9", label: "5 to 9 schools", most: 9},
  {value: "10", label: "10 schools or more", most: Infinity}
];

const spans = [
  {from: -Infinity, to: 2010},
  {from: 2011, to: 2015},
  {from: 2016, to: 2020},
  {from: 2021, to: Infinity}
];

/**
 * The parts of those who joined a role: by region, type before joining, size of the partnership in this role, disadvantage of the school’s pupils before joining (in
 * thirds of the joiners), period of joining, and what is known of partnerships. A part has at least
 * the plan’s fewest schools, and a dimension at least two parts.
 */
export function partsOf(joiners: readonly Joiner[], {region, formerType, disadvantage, partnership}: Dividing): Part[] {
  const size = new Map([...group(joiners, (j) => j.partnership)].map(([id, members]) => [id, members.length]));
  const third = disadvantage && thirdsOf(joiners, disadvantage);
  const parts = new Map<string, {by: Subgroup; rows: Set<number>}>();
  for (const joiner of joiners) {
    const own: (Subgroup | null)[] = [
      named("region", region(joiner.row)),
      named("former_type", formerType(joiner.row)),
      sizeOf(size.get(joiner.partnership)!),
      third && third(joiner),
      spanOf(joiner.cohort),
      ...partnership(joiner.partnership)
    ];
    for (const by of own) {
      if (!by) continue;
      const key = `${by.dimension} ${by.value}`;
      if (!parts.has(key)) parts.set(key, {by, rows: new Set()});
      parts.get(key)!.rows.add(joiner.row);
    }
  }
  const enough = [...parts.values()].filter(({rows}) => rows.size >= design.fewest_schools);
  const dimensions = group(enough, ({by}) => by.dimension);
  return enough
    .filter(({by}) => dimensions.get(by.dimension)!.length > 1)
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

const keyOf = ({by}: Part): string => `${by.dimension} ${by.value}`;

const named = (dimension: "region" | "former_type", name: string | null): Subgroup | null =>
  name === null
    ? null
    : {
        dimension,
        value: name.toLowerCase().replace(/[^a-z]+/g, "_"),
        label: dimension === "region" ? name : `before joining: ${name.toLowerCase()}`
      };

function sizeOf(schools: number): Subgroup {
  const {value, label} = sizes.find(({most}) => schools <= most)!;
  return {dimension: "size", value, label: `partnerships of ${label} in this role`};
}

function spanOf(cohort: number): Subgroup {
  const {from, to} = spans.find((span) => cohort >= span.from && cohort <= span.to)!;
  const label =
    from === -Infinity
      ? `joined to ${academicYear(to)}`
      : to === Infinity
        ? `joined from ${academicYear(from)}`
        : `joined ${academicYear(from)} to ${academicYear(to)}`;
  return {dimension: "period", value: from === -Infinity ? `to_${to}` : String(from), label};
}

function thirdsOf(joiners: readonly Joiner[], by: Yearly): (joiner: Joiner) => Subgroup | null {
  const value = new Map<Joiner, number>();
  for (const [cohort, members] of group(joiners, (j) => j.cohort)) {
    const means = windowMeans(by, cohort + design.base[0], cohort + design.base[1]);
    for (const joiner of members) if (!Number.isNaN(means[joiner.row])) value.set(joiner, means[joiner.row]);
  }
  const ranked = [...value].sort(([, a], [, b]) => a - b).map(([joiner]) => joiner);
  const place = new Map(ranked.map((joiner, i) => [joiner, Math.floor((3 * i) / ranked.length)]));
  const words = ["least", "middle", "most"] as const;
  return (joiner) => {
    const at = place.get(joiner);
    if (at === undefined) return null;
    const label = `${words[at] === "middle" ? "the middle" : `the ${words[at]} disadvantaged`} third`;
    return {dimension: "disadvantage", value: words[at], label};
  };
}

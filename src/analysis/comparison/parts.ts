import {group} from "d3";
import {design} from "../../design.ts";
import type {Subgroup} from "../../release/results.ts";
import {academicYear} from "../../vocabulary/format.ts";
import type {Joined, Part} from "./role-joined.ts";
import {windowMeans, type Yearly} from "./yearly.ts";

/** What those who joined are divided by. */
export interface Dividing {
  /** By school; null where unknown. */
  region: (row: number) => string | null;
  /** By school: its type of establishment before joining; null where it had none. */
  formerType: (row: number) => string | null;
  /** Pupils eligible for free meals in the last six years, in per cent or by place. */
  disadvantage: Yearly | null;
  /** By school: its third of the phase by earlier results, measured outside the base; null where those years do not exist. */
  earlierThird: (row: number) => "lowest" | "middle" | "highest" | null;
  /** By school: whether it came from another body of the type. */
  moved: (row: number) => boolean;
  /** By partnership: what it is divided by besides, where that is known. */
  partnership: (id: string) => readonly Subgroup[];
}

/** Spans that part after each of some numbers, the first and the last open. */
const spansBetween = (ends: readonly number[]): {from: number; to: number}[] =>
  [...ends, Infinity].map((to, i) => ({from: i === 0 ? -Infinity : ends[i - 1] + 1, to}));

/**
 * The parts of those who joined a role: by region, type before joining, size of the partnership in this role, disadvantage of the school’s pupils before joining (in
 * thirds of the joined), period of joining, and what is known of partnerships. A part has at least
 * the plan’s fewest schools, and a dimension at least two parts.
 */
export function listParts(
  joined: readonly Joined[],
  {region, formerType, disadvantage, earlierThird, moved, partnership}: Dividing
): Part[] {
  const size = new Map([...group(joined, (j) => j.partnership)].map(([id, members]) => [id, members.length]));
  const third = disadvantage && cutIntoThirds(joined, disadvantage);
  const parts = new Map<string, {by: Subgroup; rows: Set<number>}>();
  for (const school of joined) {
    const own: (Subgroup | null)[] = [
      nameSubgroup("region", region(school.row)),
      nameSubgroup("former_type", formerType(school.row)),
      measureSize(size.get(school.partnership)!),
      third && third(school),
      findEarlier(earlierThird(school.row)),
      moved(school.row)
        ? {dimension: "moved", value: "moved", label: "came from another partnership of the type"}
        : null,
      findSpan(school.cohort),
      ...partnership(school.partnership)
    ];
    for (const by of own) {
      if (!by) continue;
      const key = `${by.dimension} ${by.value}`;
      if (!parts.has(key)) parts.set(key, {by, rows: new Set()});
      parts.get(key)!.rows.add(school.row);
    }
  }
  const enough = [...parts.values()].filter(({rows}) => rows.size >= design.fewest_schools);
  const dimensions = group(enough, ({by}) => by.dimension);
  return enough
    .filter(({by}) => dimensions.get(by.dimension)!.length > 1)
    .sort((a, b) => (makeKey(a) < makeKey(b) ? -1 : 1));
}

const makeKey = ({by}: Part): string => `${by.dimension} ${by.value}`;

const nameSubgroup = (dimension: "region" | "former_type", name: string | null): Subgroup | null =>
  name === null
    ? null
    : {
        dimension,
        value: name.toLowerCase().replace(/[^a-z]+/g, "_"),
        label: dimension === "region" ? name : `before joining: ${name.toLowerCase()}`
      };

const numerals = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
const wordFor = (n: number): string => numerals[n] ?? String(n);

const findEarlier = (third: "lowest" | "middle" | "highest" | null): Subgroup | null =>
  third === null
    ? null
    : {
        dimension: "earlier_third",
        value: third,
        label: `${third} third by results ${wordFor(-design.earlier[1])} to ${wordFor(-design.earlier[0])} years before joining`
      };

function measureSize(schools: number): Subgroup {
  const {from, to} = spansBetween(design.parts.sizes).find((span) => schools <= span.to)!;
  const [value, label] =
    from === -Infinity
      ? [`2-${to}`, `up to ${to} schools`]
      : to === Infinity
        ? [String(from), `${from} schools or more`]
        : [`${from}-${to}`, `${from} to ${to} schools`];
  return {dimension: "size", value, label: `partnerships of ${label} in this role`};
}

function findSpan(cohort: number): Subgroup {
  const {from, to} = spansBetween(design.parts.periods).find((span) => cohort >= span.from && cohort <= span.to)!;
  const label =
    from === -Infinity
      ? `joined to ${academicYear(to)}`
      : to === Infinity
        ? `joined from ${academicYear(from)}`
        : `joined ${academicYear(from)} to ${academicYear(to)}`;
  return {dimension: "period", value: from === -Infinity ? `to_${to}` : String(from), label};
}

function cutIntoThirds(joined: readonly Joined[], by: Yearly): (school: Joined) => Subgroup | null {
  const value = new Map<Joined, number>();
  for (const [cohort, members] of group(joined, (j) => j.cohort)) {
    const means = windowMeans(
      by,
      Int32Array.from(members, ({row}) => row),
      cohort,
      design.base
    );
    members.forEach((school, i) => !Number.isNaN(means[i]) && value.set(school, means[i]));
  }
  const ranked = [...value].sort(([, a], [, b]) => a - b).map(([school]) => school);
  const place = new Map(ranked.map((school, i) => [school, Math.floor((3 * i) / ranked.length)]));
  const words = ["least", "middle", "most"] as const;
  return (school) => {
    const at = place.get(school);
    if (at === undefined) return null;
    const label = `${words[at] === "middle" ? "the middle" : `the ${words[at]} disadvantaged`} third`;
    return {dimension: "disadvantage", value: words[at], label};
  };
}

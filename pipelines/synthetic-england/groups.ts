/** Groups of pupils that tables describe apart. `other`: neither poor nor looked after. */
export const groupNames = [
  "all",
  "boys",
  "girls",
  "low",
  "middle",
  "high",
  "eal",
  "non_mobile",
  "disadvantaged",
  "other"
] as const;
export type Group = (typeof groupNames)[number];

/** Counts and sums of one group’s pupils, by name. */
export type Sums<Name extends string> = Record<Name, number>;
/** Of every group. */
export type Groups<Name extends string> = Record<Group, Sums<Name>>;

/** The groups drawn; the others are what is left of all. */
export type Drawn = Exclude<Group, "all" | "boys" | "middle" | "other">;

/** Every group, from all pupils and the groups drawn: complements add up to all, as far as numbers allow. */
export function complete<Name extends string>(all: Sums<Name>, drawn: Record<Drawn, Sums<Name>>): Groups<Name> {
  return {
    all,
    boys: without(all, drawn.girls),
    middle: without(without(all, drawn.low), drawn.high),
    other: without(all, drawn.disadvantaged),
    ...drawn
  };
}

/** Several schools’ groups as one school’s. */
export function sumGroups<Name extends string>(names: readonly Name[], some: Iterable<Groups<Name>>): Groups<Name> {
  const total = Object.fromEntries(
    groupNames.map((group) => [group, Object.fromEntries(names.map((name) => [name, 0]))])
  ) as Groups<Name>;
  for (const one of some)
    for (const group of groupNames) for (const name of names) total[group][name] += one[group][name];
  return total;
}

/** Sums of differences may be below nothing; numbers of pupils and points may not. */
const isSigned = (name: string): boolean => name.includes("progress") && !name.endsWith("pupils");

function without<Name extends string>(all: Sums<Name>, part: Sums<Name>): Sums<Name> {
  const rest = {...all};
  for (const name in rest) {
    rest[name] = all[name] - part[name];
    if (rest[name] < 0 && !isSigned(name)) rest[name] = 0;
  }
  return rest;
}

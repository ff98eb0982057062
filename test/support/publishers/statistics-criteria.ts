import type {LocationOption, Problem} from "../../../pipelines/fetch/statistics/objects.ts";
import type {MadeDataSet, StoredRow} from "./made-data-set.ts";
import {problem} from "./statistics-problems.ts";

type Test = (row: StoredRow) => boolean;
type Facets = Record<string, Record<string, unknown>>;

const never: Test = () => false;
const always: Test = () => true;

/** What criteria ask of a row, and the warnings for what the data set does not have. */
export function compile(criteria: unknown, set: MadeDataSet, path = "criteria"): {test: Test; warnings: Problem[]} {
  const {and, or, not, ...facets} = (criteria ?? {}) as {and?: unknown[]; or?: unknown[]; not?: unknown};
  if (and ?? or) {
    const parts = (and ?? or)!.map((part, i) => compile(part, set, `${path}.${and ? "and" : "or"}[${i}]`));
    const test: Test = and ? (row) => parts.every((p) => p.test(row)) : (row) => parts.some((p) => p.test(row));
    return {test, warnings: parts.flatMap((p) => p.warnings)};
  }
  if (not !== undefined) {
    // The clauses of facets under “not” are joined by OR, and then negated.
    const {and: inner, or: other} = not as {and?: unknown[]; or?: unknown[]};
    if (inner ?? other) {
      const {test, warnings} = compile(not, set, `${path}.not`);
      return {test: (row) => !test(row), warnings};
    }
    const {clauses, warnings} = listClauses(not as Facets, set, `${path}.not`);
    return {test: (row) => !clauses.some((clause) => clause(row)), warnings};
  }
  const {clauses, warnings} = listClauses(facets, set, path);
  return {test: (row) => clauses.every((clause) => clause(row)), warnings};
}

function listClauses(facets: Facets, set: MadeDataSet, path: string): {clauses: Test[]; warnings: Problem[]} {
  const warnings: Problem[] = [];
  const clauses = Object.entries(facets).flatMap(([facet, comparisons]) =>
    Object.entries(comparisons).map(([comparison, value]) => {
      const given = Array.isArray(value) ? (value as unknown[]) : [value];
      const known = given.map((item) => makeFinder(facet, item, comparison, set));
      const unknown = given.filter((_, i) => known[i] === null);
      if (unknown.length) {
        warnings.push(
          problem(notFound[facet as keyof typeof notFound], `${path}.${facet}.${comparison}`, {items: unknown})
        );
      }
      const tests = known.map((test) => test ?? never);
      return /^not/.test(comparison)
        ? (row: StoredRow) => !tests.some((t) => t(row))
        : (row: StoredRow) => tests.some((t) => t(row));
    })
  );
  return {clauses: clauses.length ? clauses : [always], warnings};
}

const notFound = {
  filters: "FiltersNotFound",
  geographicLevels: "GeographicLevelsNotFound",
  locations: "LocationsNotFound",
  timePeriods: "TimePeriodsNotFound"
} as const;

/** What one item of a facet asks of a row; null if the data set does not have it. */
function makeFinder(facet: string, item: unknown, comparison: string, set: MadeDataSet): Test | null {
  const {meta} = set;
  if (facet === "filters") {
    const filter = meta.filters.find(({options}) => options.some(({id}) => id === item));
    return filter ? (row) => row.filters[filter.id] === item : null;
  }
  if (facet === "geographicLevels") {
    return meta.geographicLevels.some(({code}) => code === item) ? (row) => row.level === item : null;
  }
  if (facet === "locations") return locationTest(item as Record<string, string>, set);
  const {code, period} = item as {code: string; period: string};
  const whole = wholePeriod(period);
  if (!meta.timePeriods.some((t) => t.code === code && t.period === whole)) return null;
  const compare: Record<string, (a: string) => boolean> = {
    gt: (a) => a > whole,
    gte: (a) => a >= whole,
    lt: (a) => a < whole,
    lte: (a) => a <= whole
  };
  const fits = compare[comparison] ?? ((a: string) => a === whole);
  return (row) => row.code === code && fits(row.period);
}

/** One id, or all places with a code. */
function locationTest({level, ...by}: Record<string, string>, {meta}: MadeDataSet): Test | null {
  const options = meta.locations.find((l) => l.level.code === level)?.options ?? [];
  const [property, value] = Object.entries(by)[0] ?? [];
  const ids = options.filter((option) => option[property as keyof LocationOption] === value).map(({id}) => id);
  return ids.length ? (row) => ids.includes(row.locations[level] ?? "") : null;
}

/** A year alone, with a code of two years, means the range that begins with it. */
export const wholePeriod = (period: string): string =>
  /^\d{4}$/.test(period) ? `${period}/${Number(period) + 1}` : period;

import {nothingTogether, relations} from "../../src/published-files/relations.ts";
import type {Source} from "../../src/published-files/source.ts";
import {measures} from "../../src/vocabulary/measures.ts";
import type {PublishedFile} from "../read/published-file.ts";
import type {FoundColumns} from "../read/raw.ts";
import {quoteName, rows, type Warehouse} from "../warehouse.ts";

/** In no real file are so many results of a school all nothing, where one of them is more than a share who reach a mark. */
const NOTHING = 3;

/**
 * The mean of entries, which is never nothing: where nobody was entered, a code is printed. Where there are none, as at
 * key stage 2, pupils are assessed by tests and by teachers, and only one of the two may have a code.
 */
const ENTRIES = "entries_per_pupil";

/**
 * Takes away zeros where the publisher prints a code (SUPP, NE, c): of pupils whose number is hidden, or so small that no figure
 * of theirs is ever published; without an interval around them, or with one of no width; beside a result that nobody was
 * entered for; beside a count or a rate that is something; where no test has a score; in rows whose every result is nothing. The reason for each is
 * `impossible`. Returns what to say of them, with file, row and column.
 */
export async function leaveOutZerosForCodes(
  warehouse: Warehouse,
  id: number,
  {source, file, header}: PublishedFile,
  {positions}: FoundColumns
): Promise<string[]> {
  const zeros = describeZeros(source, positions);
  if (zeros.length === 0) return [];
  const ofFile = `file_id = ${id} and level = 'school'`;
  const nothing = `(${testNothing(listRead(source, positions))})`;
  const columns = zeros.map(({name}) => quoteName(name));
  const [counts] = await rows<Record<string, {n: number; row: number | null}>>(
    warehouse,
    `select ${columns.map((own) => `{n: count_if(${own})::integer, "row": (min(source_row) filter (${own}))::integer} as ${own}`).join(", ")}
     from (select source_row, ${zeros.map(({name, makeTest}) => `${makeTest("is_nothing")} as ${quoteName(name)}`).join(", ")}
       from (select *, ${nothing} as is_nothing from staged.${source.id} where ${ofFile}))`
  );
  const found = zeros.flatMap((zero) => {
    const {n, row} = counts[zero.name];
    return row === null ? [] : [{...zero, n, row, column: header[positions.get(zero.name)!]}];
  });
  if (found.length === 0) return [];
  // In one go: what is taken from one column is what another is judged by.
  const without = found.flatMap(({name, makeTest}) => {
    const [own, missing] = [quoteName(name), quoteName(`${name}_missing`)];
    const test = makeTest(nothing);
    return [`${own} = if(${test}, null, ${own})`, `${missing} = if(${test}, 'impossible', ${missing})`];
  });
  await warehouse.run(`update staged.${source.id} set ${without.join(", ")} where ${ofFile}`);
  const {row, column} = found.reduce((first, other) => (other.row < first.row ? other : first));
  const cells = found.reduce((sum, {n}) => sum + n, 0);
  const others = [...new Set(found.map((one) => one.column))].filter((name) => name !== column);
  const more =
    cells > 1
      ? ` (and ${(cells - 1).toLocaleString("en-GB")} more${others.length ? `, in ${others.join(", ")} as well` : ""})`
      : "";
  return [
    `${file}, row ${row}, column ${column}: 0 where the publisher prints a code (SUPP, NE, c), for few pupils or for none entered${more}: not taken; codes were replaced by 0: download the file again`
  ];
}

/** Results that a file holds. */
const listRead = ({id, columns}: Source, positions: ReadonlyMap<string, number>): string[] =>
  listResults(id).filter((name) => positions.has(name) && columns[name]?.is === "number");

/** By column that is a mean or a share, what is true in SQL of a row in which it holds a zero for a code; given how it is said of a row that all its results are nothing. */
function describeZeros(
  source: Source,
  positions: ReadonlyMap<string, number>
): {name: string; makeTest: (nothing: string) => string}[] {
  const {columns, few} = source;
  const results = listRead(source, positions);
  const canBeNothing = testNothing(results) !== NEVER;
  return Object.entries(columns).flatMap(([name, {is, total}]) => {
    if (is !== "number" || !positions.has(name)) return [];
    const together = testTogether(name, positions);
    if (total === "sum") return together.length ? [{name, makeTest: () => testZero(name, together)}] : [];
    const pupils = findCount(columns, name);
    const beside = columns[ENTRIES]
      ? results.filter((other) => pupils !== null && findCount(columns, other) === pupils)
      : [];
    const [low, high] = [`${name}_low`, `${name}_high`];
    const signs = [
      ...(pupils && positions.has(pupils) ? [testHidden(pupils, few)] : []),
      ...(positions.has(low) && positions.has(high)
        ? [`${isCoded(low)} or ${quoteName(low)} >= ${quoteName(high)}`]
        : []),
      ...(beside.includes(name)
        ? beside.map((other) => `${quoteName(`${other}_missing`)} is not distinct from 'no_entries'`)
        : []),
      ...(beside.includes(ENTRIES) ? [`${quoteName(ENTRIES)} = 0`] : []),
      ...together,
      ...(name.endsWith("_pct") && positions.has(SCORE) && columns["subject"] ? [testNoScore(source.id)] : [])
    ];
    return signs.length || canBeNothing
      ? [{name, makeTest: (nothing: string) => testZero(name, [...signs, nothing])}]
      : [];
  });
}

const testZero = (name: string, signs: readonly string[]): string =>
  `(${quoteName(name)} = 0 and (${signs.join(" or ")}))`;

/** What is counted in another way beside it is something, or hidden because it is little. */
const testTogether = (name: string, positions: ReadonlyMap<string, number>): string[] =>
  nothingTogether.flatMap((pair) => {
    const other = pair.includes(name) ? pair.find((one) => one !== name) : undefined;
    if (other === undefined || !positions.has(other)) return [];
    const missing = quoteName(`${other}_missing`);
    return [`${quoteName(other)} > 0 or coalesce(${missing} in ('small_count', 'suppressed'), false)`];
  });

/** Of files with a row a subject: a score is never nothing. */
const SCORE = "scaled_score";

/** No test of all the school’s pupils has a score but nothing, which stands for a code: nor then has a share of them a figure. */
const testNoScore = (source: string): string =>
  `(file_id, urn, academic_year) in (
     select (file_id, urn, academic_year) from staged.${source} where breakdown_topic = 'All pupils'
     group by file_id, urn, academic_year having max(${SCORE}) = 0)`;

/** Whether a code stands for the number of pupils, or there are so few that a code has to stand for their figures. */
const testHidden = (pupils: string, few: number | undefined): string =>
  few === undefined ? isCoded(pupils) : `${isCoded(pupils)} or ${quoteName(pupils)} between 0 and ${few}`;

const isCoded = (name: string): string =>
  `coalesce(${quoteName(`${name}_missing`)} in ('suppressed', 'no_entries', 'not_published'), false)`;

/** Columns that measures of what pupils do read as they stand. */
const listResults = (source: string): string[] => {
  const read = Object.values(measures).flatMap(({domain, comparable_series}) =>
    domain === "context" ? [] : comparable_series.flatMap((series) => series.read)
  );
  return [
    ...new Set(read.flatMap(({source: of, value}) => (of === source && typeof value === "string" ? [value] : [])))
  ];
};

const NEVER = "false";

/** A row without any result but zeros; never where too few are read, or where all are shares that can be nothing. */
function testNothing(names: readonly string[]): string {
  const seldom = names.filter((name) => !name.endsWith("_pct") || name === "overall_absence_pct");
  if (names.length < NOTHING || seldom.length === 0) return NEVER;
  const zeros = names.map((name) => `coalesce((${quoteName(name)} = 0)::integer, 0)`);
  return `${names.map((name) => `coalesce(${quoteName(name)}, 0) = 0`).join(" and ")} and ${zeros.join(" + ")} >= ${NOTHING} and (${seldom.map((name) => `coalesce(${quoteName(name)} = 0, false)`).join(" or ")})`;
}

/** The number of pupils by which a figure, or an end of its interval, is hidden: where it is a part of another, that other. */
function findCount(columns: Source["columns"], name: string): string | null {
  const total = columns[name].total ?? columns[name.replace(/_(low|high)$/, "")]?.total;
  if (typeof total !== "object") return null;
  return relations.find(({lesser}) => lesser === total.weight)?.greater ?? total.weight;
}

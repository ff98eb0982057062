import {group, rollups} from "d3";
import {acrossPartnerships} from "./across-partnerships.ts";
import {notYet, oneNameOneType, overlaps, supportersAlone, unknownPartnerships, withoutRepeats} from "./across-rows.ts";
import {memberColumns, NAME_COLUMN, partnershipColumns} from "./columns.ts";
import {features} from "../vocabulary/definition-check.ts";
import {isMonthFirst} from "./date.ts";
import type {Member} from "./member.ts";
import {readMemberRow, type MemberRow} from "./member-row.ts";
import {readPartnershipRow, type Partnership} from "./partnership-row.ts";
import {at, inOrder, stops, type Problem} from "./problem.ts";
import type {Register} from "./register.ts";
import {checkSchool} from "./school.ts";
import type {RowContext} from "./source-cells.ts";
import {fillWhole} from "./fill-whole.ts";
import {isInForm} from "./in-form.ts";
import {readKeptList, type Unmatched} from "./kept-list.ts";
import {readTable, type ListFile, type Table} from "./table.ts";
import type {WholeList} from "./whole-list.ts";

export interface CheckOptions {
  /** The list of partnerships; null if there is none: then nothing is compared with it. */
  partnerships: ListFile | null;
  /** The register of schools; null if there is none: then any six digits are a URN. */
  register: Register | null;
  /** What was said once, for every row of every list of members. */
  whole?: WholeList;
  /** The ISO date of the day on which the list is checked, after which nobody has joined; absent where that is of no matter. */
  today?: string;
}

export interface CheckedLists {
  /** Every problem, by file and row. */
  problems: Problem[];
  /** The rows without a problem that stops, repeats left out. */
  members: Member[];
  /** Null if there is no list of partnerships. */
  partnerships: Partnership[] | null;
  /** Schools that the lists give by a number nothing here knows: no member can be made of them. */
  unmatched: Unmatched[];
}

/**
 * Reads lists of members, and the list of their partnerships, and says everything that is wrong with them at once.
 * Nothing is put right: what is likely meant is suggested. The lists can be used if no problem stops.
 */
export function checkLists(
  lists: readonly ListFile[],
  {partnerships: list, register, whole = {}, today}: CheckOptions
): CheckedLists {
  const read = lists.map((one) => readMemberTable(one, {whole, register}));
  const tables = read.map(({table}) => table);
  const rows = read.flatMap((one) => readMembers(one));
  const {members, problems: repeats} = withoutRepeats(rows.map(({member}) => member).filter((m) => m !== null));
  const incomplete = new Set(rows.filter(({member}) => !member).map(({row}) => row.cells["partnership_id"]));
  const table = list && readTable(list, partnershipColumns);
  const listed = table && readRows(table, ["start_date", "end_date", "source_date"], readPartnershipRow);
  const partnerships = listed && listed.map(({partnership}) => partnership).filter((p) => p !== null);
  const ids = table && table.rows.map(({cells}) => cells["partnership_id"]).filter(Boolean);
  const problems = [
    ...tables.flatMap((one) => one.problems),
    ...rows.flatMap((row) => row.problems),
    ...(register ? checkSchools(rows, register) : []),
    ...repeats,
    ...overlaps(members, register ? register.latest : (urn) => urn),
    ...(today === undefined ? [] : notYet(members, today)),
    ...supportersAlone(members.filter(({partnership_id}) => !incomplete.has(partnership_id))),
    ...oneNameOneType(members),
    ...(table?.problems ?? []),
    ...(listed ?? []).flatMap((row) => row.problems),
    ...(ids?.length ? unknownPartnerships(members, ids) : []),
    ...(partnerships ? acrossPartnerships(partnerships, members) : [])
  ];
  const called = new Map(read.map(({called: names}, n) => [lists[n].file, names]));
  const findName = ({file, column}: Problem) => column && (called.get(file)?.get(column) ?? column);
  const files = [...lists, ...(list ? [list] : [])].map(({file}) => file);
  const stopped = new Set(problems.filter(({severity}) => severity === "stops").map(({file, row}) => `${file} ${row}`));
  const usable = ({file, row}: {file: string; row: number}) => !stopped.has(`${file} ${row}`);
  return {
    problems: inOrder(problems, files).map((problem) => ({...problem, column: findName(problem)})),
    members: members.filter(usable),
    partnerships: partnerships && partnerships.filter(usable),
    unmatched: read.flatMap(({unmatched}) => unmatched)
  };
}

interface MemberTable {
  table: Table;
  unmatched: Unmatched[];
  /** What the file itself calls a column of the right form. */
  called: ReadonlyMap<string, string>;
  /** Columns of which the list says nothing, as was reported once for the whole of it. */
  silent: readonly string[];
}

/** A list of members, in the right form or as people keep it; of a list of partnerships nothing is read but that it is one. */
function readMemberTable(
  list: ListFile,
  {whole, register}: {whole: WholeList; register: Register | null}
): MemberTable {
  const kept = isInForm(list.text) ? null : readKeptList(list, {whole, register});
  if (kept) {
    const {rows, problems, unmatched, called, lacks} = kept;
    const silent = [
      ...lacks.needed,
      ...(lacks.needed.length ? ["partnership_id"] : []),
      ...(lacks.dates ? ["from_date"] : [])
    ];
    return {table: {rows, problems, columns: [...Object.keys(memberColumns), NAME_COLUMN]}, unmatched, called, silent};
  }
  const table = readTable(list, memberColumns, [NAME_COLUMN]);
  const extra = new Set(table.problems.filter(({code}) => code === "column_extra").map(({column}) => column));
  const other = !table.columns.includes("urn") && Object.keys(features).every((feature) => extra.has(feature));
  const none = {unmatched: [], called: new Map<string, string>(), silent: []};
  if (other) return {table: {rows: [], columns: [], problems: [at(otherList, list)]}, ...none};
  return {table: fillWhole(table, whole, list.file), ...none};
}

/** The rows of a list; what was reported of the whole of it is not reported again. */
function readMembers({table, silent}: MemberTable): MemberRow[] {
  return readRows(table, ["from_date", "to_date", "source_date"], readMemberRow).map((read) => ({
    ...read,
    problems: read.problems.filter(({column}) => column === null || !silent.includes(column))
  }));
}

const otherList = stops(
  "other_list",
  "is a list of partnerships, not of their members",
  "give it with --partnerships, and the list of members in its place"
);

/** Of a column that the file lacks, its header has reported: its cells are no more to be reported as empty. */
function readRows<T extends {problems: Problem[]}>(
  {rows, columns}: Table,
  dates: readonly string[],
  readRow: (row: Table["rows"][number], context: RowContext) => T
): T[] {
  const there = new Set<string | null>([null, ...columns]);
  const turned = rows.find(({cells}) => dates.some((column) => isMonthFirst(cells[column] ?? "")));
  return rows
    .map((row) => readRow(row, {monthFirstRow: turned ? turned.row : null}))
    .map((read) => ({...read, problems: read.problems.filter(({column}) => there.has(column))}));
}

/** Compares every row with the register, given the local authority of most schools in its partnership. */
function checkSchools(rows: readonly MemberRow[], register: Register): Problem[] {
  return [...group(rows, ({row}) => row.cells["partnership_id"]).values()].flatMap((those) => {
    const authorities = those.flatMap(({urn}) => (urn === null ? [] : (register.schools.get(urn)?.la_name ?? [])));
    const counts = rollups(
      authorities,
      (all) => all.length,
      (name) => name
    ).sort((a, b) => b[1] - a[1]);
    return those.flatMap((row) => checkSchool(row, register, counts[0]?.[0] ?? null));
  });
}

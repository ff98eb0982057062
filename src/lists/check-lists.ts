import {group, rollups} from "d3";
import {acrossPartnerships} from "./across-partnerships.ts";
import {oneNameOneKind, overlaps, supportersAlone, unknownPartnerships, withoutRepeats} from "./across-rows.ts";
import {features, memberColumns, NAME_COLUMN, partnershipColumns} from "./columns.ts";
import {isMonthFirst} from "./date.ts";
import type {Member} from "./member.ts";
import {readMemberRow, type MemberRow} from "./member-row.ts";
import {readPartnershipRow, type Partnership} from "./partnership-row.ts";
import {at, inOrder, stops, type Problem} from "./problem.ts";
import type {Register} from "./register.ts";
import {checkSchool} from "./school.ts";
import type {RowContext} from "./source-cells.ts";
import {readTable, type ListFile, type Table} from "./table.ts";

export interface CheckOptions {
  /** The list of partnerships; null if there is none: then nothing is held against it. */
  partnerships: ListFile | null;
  /** The register of schools; null if there is none: then any six digits are a URN. */
  register: Register | null;
}

export interface CheckedLists {
  /** Every problem, by file and row. */
  problems: Problem[];
  /** The rows without a problem that stops, repeats left out. */
  members: Member[];
  /** Null if there is no list of partnerships. */
  partnerships: Partnership[] | null;
}

/**
 * Reads lists of members, and the list of their partnerships, and says everything that is wrong with them at once.
 * Nothing is put right: what is likely meant is suggested. The lists can be used if no problem stops.
 */
export function checkLists(lists: readonly ListFile[], {partnerships: list, register}: CheckOptions): CheckedLists {
  const tables = lists.map((one) => readMemberTable(one));
  const rows = tables.flatMap((table) => readRows(table, ["from_date", "to_date", "source_date"], readMemberRow));
  const {members, problems: repeats} = withoutRepeats(rows.map(({member}) => member).filter((m) => m !== null));
  const incomplete = new Set(rows.filter(({member}) => !member).map(({row}) => row.cells["partnership_id"]));
  const table = list && readTable(list, partnershipColumns);
  const read = table && readRows(table, ["start_date", "end_date", "source_date"], readPartnershipRow);
  const partnerships = read && read.map(({partnership}) => partnership).filter((p) => p !== null);
  const ids = table && table.rows.map(({cells}) => cells["partnership_id"]!).filter(Boolean);
  const problems = [
    ...tables.flatMap((one) => one.problems),
    ...rows.flatMap((row) => row.problems),
    ...(register ? checkSchools(rows, register) : []),
    ...repeats,
    ...overlaps(members, register ? register.latest : (urn) => urn),
    ...supportersAlone(members.filter(({partnership_id}) => !incomplete.has(partnership_id))),
    ...oneNameOneKind(members),
    ...(table?.problems ?? []),
    ...(read ?? []).flatMap((row) => row.problems),
    ...(ids?.length ? unknownPartnerships(members, ids) : []),
    ...(partnerships ? acrossPartnerships(partnerships, members) : [])
  ];
  const files = [...lists, ...(list ? [list] : [])].map(({file}) => file);
  const stopped = new Set(problems.filter(({severity}) => severity === "stops").map(({file, row}) => `${file} ${row}`));
  const usable = ({file, row}: {file: string; row: number}) => !stopped.has(`${file} ${row}`);
  return {
    problems: inOrder(problems, files),
    members: members.filter(usable),
    partnerships: partnerships && partnerships.filter(usable)
  };
}

/** A list of members; of a list of partnerships in its place nothing is read but that it is one. */
function readMemberTable(list: ListFile): Table {
  const table = readTable(list, memberColumns, [NAME_COLUMN]);
  const extra = new Set(table.problems.filter(({code}) => code === "column_extra").map(({column}) => column));
  const other = !table.columns.includes("urn") && Object.keys(features).every((feature) => extra.has(feature));
  return other ? {rows: [], columns: [], problems: [at(otherList, list)]} : table;
}

const otherList = stops(
  "other_list",
  "is a list of partnerships, not of their members",
  "give it with --partnerships, and the list of members in its place"
);

/** Of a column that the file lacks, its header has told: its cells are no more to be told as empty. */
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

/** Holds every row against the register, with the local authority of most schools in its partnership. */
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

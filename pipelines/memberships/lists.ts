import type {DateSpan} from "../../src/lists/date-span.ts";
import {answered} from "../../src/lists/columns.ts";
import type {Member} from "../../src/lists/member.ts";
import type {Partnership} from "../../src/lists/partnership-row.ts";
import type {ListFile} from "../../src/lists/table.ts";
import type {Unmatched} from "../../src/lists/kept-list.ts";
import {makeTable, rows, type Warehouse} from "../warehouse.ts";
import {fillTable, type TableColumns} from "../fill-table.ts";
import {readLists} from "./read-lists.ts";

/**
 * Reads the lists that partnerships keep into listed_row (a school’s time in a partnership), listed_partnership and
 * listed_unmatched (schools that no file has), and gives back what they should be looked at for. Throws as readLists does.
 */
export async function loadLists(warehouse: Warehouse, lists: readonly ListFile[]): Promise<string[]> {
  const {members, partnerships, unmatched, warnings} = await readLists(warehouse, lists);
  await fillTable(warehouse, "listed_row", rowColumns, members.map(makeRow));
  await fillTable(warehouse, "listed_partnership", partnershipColumns, (partnerships ?? []).map(makePartnership));
  await fillTable(warehouse, "listed_lost", lostColumns, unmatched.map(listLost));
  await makeTable(warehouse, "memberships/listed_unmatched");
  return [...warnings, ...(await nameUnmatched(warehouse))];
}

/** A sentence a list and partnership with schools that no file has: each by number, name and row. */
async function nameUnmatched(warehouse: Warehouse): Promise<string[]> {
  const found = await rows<{file: string; partnership: string; unmatched: number; listed: number; schools: string}>(
    warehouse,
    `select file, partnership, count(*)::integer as unmatched, min(listed) as listed,
       string_agg(concat_ws(' ', urn::varchar, nullif(name, urn::varchar)) || ' (row ' || "row" || ')', ', ' order by "row", urn, name) as schools
     from listed_unmatched
     join (select list as file, partnership, count(*)::integer as listed
           from (select list, partnership from listed_row union all select list, partnership from listed_lost) group by all)
       using (file, partnership)
     group by file, partnership order by file, partnership`
  );
  return found.map(({file, partnership, unmatched, listed, schools}) => {
    const [are, them] = unmatched === 1 ? ["is", "it"] : ["are", "them"];
    return `${file}: ${unmatched} of the ${listed} schools listed for ${partnership} ${are} in no file, so no figure counts ${them}: ${schools}`;
  });
}

const listLost = (one: Unmatched) => ({
  partnership_type: one.partnership_kind,
  partnership: one.partnership_id,
  partnership_name: one.partnership_name,
  name: one.name,
  known_by: one.why === "laestab_unknown" ? "this LAESTAB" : "a school of this name or number alone",
  list: one.file,
  source_row: one.row
});

const lostColumns: TableColumns<ReturnType<typeof listLost>> = {
  partnership_type: "varchar",
  partnership: "varchar",
  partnership_name: "varchar",
  name: "varchar",
  known_by: "varchar",
  list: "varchar",
  source_row: "integer"
};

const makeRow = (member: Member) => ({
  partnership_type: member.partnership_kind,
  partnership: member.partnership_id,
  partnership_name: member.partnership_name,
  urn: member.urn,
  school_name: member.school_name,
  role: member.role,
  joined: member.from_date?.earliest ?? null,
  left_on: findEnd(member.to_date),
  precision: member.date_precision,
  left_precision: readPrecision(member.to_date),
  cost_per_year: member.cost_per_year,
  source_url: member.source_url,
  source_date: member.source_date?.latest ?? null,
  evidence: member.evidence,
  list: member.file,
  source_row: member.row
});

const rowColumns: TableColumns<ReturnType<typeof makeRow>> = {
  partnership_type: "varchar",
  partnership: "varchar",
  partnership_name: "varchar",
  urn: "integer",
  school_name: "varchar",
  role: "varchar",
  joined: "date",
  left_on: "date",
  precision: "varchar",
  left_precision: "varchar",
  cost_per_year: "double",
  source_url: "varchar",
  source_date: "date",
  evidence: "varchar",
  list: "varchar",
  source_row: "integer"
};

const makePartnership = (one: Partnership) => ({
  partnership_type: one.partnership_kind,
  partnership: one.partnership_id,
  partnership_name: one.partnership_name,
  ...one.answers,
  cost_per_year: one.cost_per_year,
  started: one.start_date?.earliest ?? null,
  started_precision: readPrecision(one.start_date),
  ended: findEnd(one.end_date),
  ended_precision: readPrecision(one.end_date),
  phase_of_development: one.phase_of_development,
  source_url: one.source_url,
  source_date: one.source_date?.latest ?? null,
  evidence: one.evidence,
  note: one.note,
  list: one.file
});

const partnershipColumns: TableColumns<ReturnType<typeof makePartnership>> = {
  partnership_type: "varchar",
  partnership: "varchar",
  partnership_name: "varchar",
  ...(Object.fromEntries(answered.map((id) => [id, "varchar"])) as Record<(typeof answered)[number], "varchar">),
  cost_per_year: "double",
  started: "date",
  started_precision: "varchar",
  ended: "date",
  ended_precision: "varchar",
  phase_of_development: "varchar",
  source_url: "varchar",
  source_date: "date",
  evidence: "varchar",
  note: "varchar",
  list: "varchar"
};

/** The last day there: of a calendar year the end of the school year in it. */
function findEnd(span: DateSpan | null): string | null {
  if (!span) return null;
  const calendarYear = span.earliest.endsWith("-01-01") && span.latest.endsWith("-12-31");
  return calendarYear ? `${span.latest.slice(0, 4)}-08-31` : span.latest;
}

const days = ({earliest, latest}: DateSpan): number => (Date.parse(latest) - Date.parse(earliest)) / 86_400_000;

/** How exactly a date is known, by the days it may mean. */
function readPrecision(span: DateSpan | null): string | null {
  if (!span) return null;
  const wide = days(span);
  return wide === 0 ? "day" : wide < 31 ? "month" : wide < 200 ? "term" : "year";
}

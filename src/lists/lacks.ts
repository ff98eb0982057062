import {partnershipTypes} from "../vocabulary/partnership-types/index.ts";
import {notes, stops, warns, type Finding} from "./problem.ts";
import type {Register} from "./register.ts";
import {LAESTAB_COLUMN, type KeptColumns} from "./kept-columns.ts";
import {typesInWords, type WholeList} from "./whole-list.ts";
import type {Role} from "./vocabulary.ts";

/** What a list does not say of its schools, which has to be said once for the whole list. */
export interface Lacks {
  /** Columns of the right form without which the list cannot be used. */
  needed: readonly ("partnership_name" | "partnership_kind")[];
  dates: boolean;
  /** Whether schools are given by numbers that nothing here can look up: no row can be read. */
  unreadable: boolean;
  /** The role of schools of which the list says none. */
  role: Role;
  findings(file: string): Finding[];
}

/** What the rows of a list, with what was said for the whole of it, leave open. */
export function findLacks<Row>({
  rows,
  cell,
  whole,
  places,
  register,
  by,
  body,
  maybe
}: {
  rows: readonly Row[];
  cell: (row: Row, column: string) => string;
  whole: WholeList;
  places: ReadonlyMap<string, number>;
  register: Register | null;
  /** The column by which the list states its schools. */
  by: KeptColumns["by"];
  /** A column that may name the partnerships, though its name is that of what they are; null if there is none. */
  body: string | null;
  /** Columns that may say when schools joined, though their names do not. */
  maybe: readonly string[];
}): Lacks {
  const open = (column: keyof WholeList) => whole[column] === undefined && rows.some((row) => cell(row, column) === "");
  const needed = (["partnership_name", "partnership_kind"] as const).filter(open);
  const dates = whole.from_date === undefined && rows.every((row) => cell(row, "from_date") === "");
  const partnership_type = whole.partnership_kind ?? "";
  const role = partnershipTypes[partnership_type]?.listed ?? "member";
  const unknown = by !== "urn" && register === null;
  return {
    needed,
    dates,
    role,
    unreadable: unknown,
    findings: (file) => [
      ...(needed.length ? [request(file, {needed, dates, count: rows.length, body, maybe})] : []),
      ...(dates && !needed.length ? [undated(maybe)] : []),
      ...(open("role") && !needed.length ? [noRole(role, partnership_type)] : []),
      ...(unknown ? [needsRegister(rows.length, by)] : []),
      ...unused(whole, rows, cell, places)
    ]
  };
}

/** What a person is to fill in. */
const BLANK = '"…"';

/** How check-list is given what a list lacks: the command, with what is to be filled in. */
export function commandFor(file: string, lacks: Pick<Lacks, "needed" | "dates">, write = "list.csv"): string {
  const options = [
    ...(lacks.needed.includes("partnership_name") ? [`--name ${BLANK}`] : []),
    ...(lacks.needed.includes("partnership_kind") ? ["--type …"] : []),
    ...(lacks.dates ? [`--from ${BLANK}`] : [])
  ];
  return `npm run pav -- check-list ${quoted(file)} ${options.join(" ")} --write ${quoted(write)}`;
}

const quoted = (file: string): string => (/^[\w./-]+$/.test(file) ? file : `"${file.replaceAll('"', '\\"')}"`);

/** “is a list of 3 schools, but says nowhere …”, of what a list lacks. */
export function sayLacks({needed, dates}: Pick<Lacks, "needed" | "dates">): string {
  const said = [
    ...(needed.includes("partnership_name")
      ? ["what the partnership is called (partnership_name, and from it partnership_id)"]
      : []),
    ...(needed.includes("partnership_kind") ? ["of which type it is (partnership_kind)"] : []),
    ...(dates ? ["when the schools joined (from_date)"] : [])
  ];
  return said.length > 1 ? `${said.slice(0, -1).join(", ")} and ${said.at(-1)}` : said.join("");
}

const request = (
  file: string,
  lacks: Pick<Lacks, "needed" | "dates"> & {count: number; body: string | null; maybe: readonly string[]}
): Finding =>
  stops(
    "whole_list",
    `is a list of ${lacks.count} ${lacks.count === 1 ? "school" : "schools"}, and does not say ${sayLacks(lacks)}`,
    `say it once for the whole list: ${commandFor(file, lacks)}${lacks.needed.includes("partnership_kind") ? `; the types are ${typesInWords()}` : ""}${
      lacks.dates
        ? `; dates are a day (01/09/2018), a month (09/2018), a term (autumn 2018) or a school year (2018/19)${sayMaybe(lacks.maybe)}`
        : ""
    }${lacks.needed.includes("partnership_name") && lacks.body !== null ? `; if “${lacks.body}” holds the names of several partnerships, call that column partnership_name instead of --name` : ""}; --to, --role and --id if they hold for all; --write keeps the list in the right form`
  );

const undated = (maybe: readonly string[]): Finding =>
  warns(
    "no_dates",
    "says nowhere when the schools joined: they are counted, but cannot be compared with others",
    `if one date holds for all, say it once: --from 01/09/2018, 09/2018, “autumn 2018” or 2018/19${sayMaybe(maybe)}`
  );

const sayMaybe = (maybe: readonly string[]): string =>
  maybe.length
    ? `; if ${maybe
        .slice(0, 3)
        .map((name) => `“${name}”`)
        .join(" or ")} says so, call that column from_date`
    : "";

const noRole = (role: Role, partnership_type: string): Finding =>
  notes(
    "no_role",
    `says no role where it could: the schools count as ${role}${role === "member" ? "" : `, as lists of ${partnership_type} name those`}; --role supported, supporter or member says otherwise`
  );

const numbers = {urn: "URN", laestab: "LAESTAB", ukprn: "UKPRN", school_name: "name"} as const;

const needsRegister = (count: number, by: KeptColumns["by"]) =>
  stops(
    by === LAESTAB_COLUMN ? "laestab_only" : "names_only",
    `gives ${count === 1 ? "its school" : `all ${count} schools`} by ${numbers[by]}, and only the register knows which URN that is`,
    "give the register’s edubasealldata extract with --register, or add a column of URNs called urn"
  );

/** An option for the whole list where every row says it already. */
function unused<Row>(
  whole: WholeList,
  rows: readonly Row[],
  cell: (row: Row, column: string) => string,
  places: ReadonlyMap<string, number>
): Finding[] {
  return (Object.keys(whole) as (keyof WholeList)[])
    .filter((column) => places.has(column) && rows.length > 0 && rows.every((row) => cell(row, column) !== ""))
    .map((column) => optionUnused(column));
}

/** That an option was given in vain. */
export const optionUnused = (column: string): Finding =>
  warns(
    "option_unused",
    `says ${column} in every row itself, so what was said for the whole list is not used`,
    `leave the option out, or delete the column ${column}`
  );

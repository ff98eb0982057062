import {NAME_COLUMN} from "./columns.ts";
import {formatDay} from "./date-span.ts";
import type {MemberRow} from "./member-row.ts";
import {at, stops, warns, type Problem} from "./problem.ts";
import {sayRegistered, type Register, type RegisterSchool} from "./register.ts";
import {mayBeOneSchool} from "./school-name.ts";

/**
 * What the register says against a row: a URN that it has not, a school that had closed when it joined or has closed
 * since, another name. `la_name` is the local authority of most other schools in the partnership, where suggestions are
 * looked for first; null if none is known. Suggestions are words in the fix; no URN is ever replaced.
 */
export function checkSchool(read: MemberRow, register: Register, la_name: string | null): Problem[] {
  const school = read.urn === null ? undefined : register.schools.get(read.urn);
  return school ? checkRegistered(read, school, register) : suggestSchools(read, register, la_name);
}

function suggestSchools({row, urn, called}: MemberRow, register: Register, la_name: string | null): Problem[] {
  const suggestions = called ? register.named(called, la_name) : urn === null ? [] : register.near(urn, la_name);
  if (urn === null && suggestions.length === 0) return [];
  const found =
    urn === null
      ? `the register has schools called like “${called}”`
      : `${urn}${called && ` ${called}`} is not in the register${register.whole ? "" : " that is known here, so no figure can count it"}`;
  const fix = suggestions.length
    ? `is it ${suggestions.map(sayRegistered).join("; or ")}? Write the URN if so`
    : "look the school up on Get Information about Schools";
  return [at((urn === null || !register.whole ? warns : stops)("urn_unknown", found, fix), {...row, column: "urn"})];
}

function checkRegistered({row, member, called}: MemberRow, school: RegisterSchool, register: Register): Problem[] {
  const place = {file: row.file, row: row.row, column: "urn"};
  const {urn, name, status, open_date, close_date} = school;
  const problems: Problem[] = [];
  if (called && !mayBeOneSchool(called, name)) {
    const other = `${urn} is ${name} in the register, not “${called}”`;
    problems.push(at(warns("other_name", other, "look up which of the two is right"), {...place, column: NAME_COLUMN}));
  }
  const joined = member?.from_date;
  if (close_date !== null && joined && joined.earliest > close_date) {
    const found = `${urn} ${name} closed on ${formatDay(close_date)}, before it joined on ${formatDay(joined.earliest)}`;
    problems.push(at(stops("closed_before", found, follow(school, register)), place));
  } else if (status === "Closed" && !(member?.to_date && close_date && member.to_date.earliest <= close_date)) {
    const closed = close_date === null ? "closed" : `closed on ${formatDay(close_date)}`;
    problems.push(at(warns("closed_since", `${urn} ${name} ${closed}`, stayed(school, register)), place));
  } else if (status === "Proposed to open") {
    problems.push(at(warns("not_open", `${urn} ${name} has not opened yet`, "look the school up"), place));
  } else if (open_date !== null && joined && joined.latest < open_date) {
    const found = `${urn} ${name} opened on ${formatDay(open_date)}, after it joined on ${formatDay(joined.latest)}`;
    const before = register.predecessors(urn).map(sayRegistered).join("; or ");
    const fix = before
      ? `leave it if it joined as ${before}; otherwise look up the date`
      : "leave it if the same school joined under an earlier URN; otherwise look up the date";
    problems.push(at(warns("opened_after", found, fix), place));
  }
  return problems;
}

const successors = ({successors: all}: RegisterSchool, {schools}: Register): string =>
  all.map((urn) => sayRegisteredOr(urn, schools)).join("; or ");

const sayRegisteredOr = (urn: number, schools: Register["schools"]): string => {
  const school = schools.get(urn);
  return school ? sayRegistered(school) : String(urn);
};

const follow = (school: RegisterSchool, register: Register): string =>
  school.successors.length
    ? `it was followed by ${successors(school, register)}: write that URN if that is the school which joined`
    : "look up the date, and whether the school has a new URN";

const stayed = (school: RegisterSchool, register: Register): string =>
  school.successors.length
    ? `leave it if the school had this URN when it joined; it was followed by ${successors(school, register)}`
    : "give a to_date if it left when it closed, or look up whether it has a new URN";

import {checkLists, type CheckOptions} from "../../src/lists/check-lists.ts";
import {answered, memberColumns, partnershipColumns} from "../../src/lists/columns.ts";
import type {Problem} from "../../src/lists/problem.ts";
import {indexRegister, type RegisterSchool} from "../../src/lists/register.ts";

const member: Record<string, string> = {
  partnership_id: "marsh_learning",
  partnership_name: "Marsh Learning",
  partnership_kind: "area_based_partnership",
  urn: "900001",
  role: "member",
  from_date: "01/09/2018",
  to_date: "",
  date_precision: "day",
  cost_per_year: "1200",
  source_url: "https://marsh.example.org/members",
  source_date: "2024-06-30",
  evidence: "B",
  note: ""
};

const partnership: Record<string, string> = {
  ...member,
  ...Object.fromEntries(answered.map((id) => [id, "yes"])),
  cost_per_year: "30000",
  start_date: "01/09/2013",
  end_date: "",
  phase_of_development: "longer_term"
};

const csv = (columns: readonly string[], rows: readonly Record<string, string>[]): string =>
  [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ""))]
    .map((cells) => cells.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(","))
    .join("\n");

/** A list of members: each row as a good one, but for what it says. */
export const memberList = (...rows: Record<string, string>[]): string => {
  const extra = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((column) => !(column in memberColumns));
  return csv(
    [...Object.keys(memberColumns), ...extra],
    rows.map((row) => ({...member, ...row}))
  );
};

/** A list of partnerships: each row as a good one, but for what it says. */
export const partnershipList = (...rows: Record<string, string>[]): string =>
  csv(
    Object.keys(partnershipColumns),
    rows.map((row) => ({...partnership, ...row}))
  );

/** What is said of a list of members, and of the list of their partnerships if there is one. */
export const check = (
  text: string,
  {partnerships, register = null}: {partnerships?: string} & Partial<Pick<CheckOptions, "register">> = {}
) =>
  checkLists([{file: "members.csv", text}], {
    partnerships: partnerships === undefined ? null : {file: "partnerships.csv", text: partnerships},
    register
  });

/** The problems of a list of one row. */
export const findProblems = (row: Record<string, string>): Problem[] => check(memberList(row)).problems;

/** Where and what, for comparing: “2 urn urn_wrong stops”. */
export const brief = ({row, column, code, severity}: Problem): string =>
  [row ?? "file", column ?? "row", code, severity].join(" ");

const school = (urn: number, name: string, more: Partial<RegisterSchool> = {}): RegisterSchool => ({
  urn,
  name,
  la_code: "901",
  la_name: "Marshshire",
  establishment_number: "4001",
  status: "Open",
  open_date: "1978-09-01",
  close_date: null,
  successors: [],
  ...more
});

/** Fenwick School became an academy on 1 September 2016; Tarn School closed for good; another Fenwick is elsewhere. */
const madeSchools = [
  school(900001, "Harrowdale School", {ukprn: "10090001"}),
  school(900002, "Kelmer Bridge Primary School"),
  school(900011, "Fenwick School", {status: "Closed", close_date: "2016-08-31", successors: [900012]}),
  school(900012, "Fenwick Academy", {open_date: "2016-09-01"}),
  school(900021, "Tarn School", {status: "Closed", close_date: "2015-08-31"}),
  school(900031, "Fenwick School", {la_code: "902", la_name: "Farshire"})
];

export const madeRegister = indexRegister(madeSchools);

/** The same schools as of files that may lack others. */
export const madePart = indexRegister(madeSchools, {whole: false});

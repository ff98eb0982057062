import {group} from "d3";
import Papa from "papaparse";
import {plainName} from "../published-files/recognise.ts";
import {UserError} from "../library/errors.ts";
import {isoDay} from "./date-span.ts";
import {indexRegister, type Register, type RegisterSchool} from "./register.ts";
import type {ListFile} from "./table.ts";

const columns = {
  urn: "URN",
  la_code: "LA (code)",
  la_name: "LA (name)",
  establishment_number: "EstablishmentNumber",
  name: "EstablishmentName",
  status: "EstablishmentStatus (name)",
  open_date: "OpenDate",
  close_date: "CloseDate"
} as const;

/** What an extract may lack. */
const more = {ukprn: "UKPRN"} as const;

const linkColumns = {urn: "URN", link_urn: "LinkURN", link_type: "LinkType"} as const;

/**
 * Reads the register’s extract of all establishments (edubasealldata), and with it who followed whom: from its extract of
 * links (links_edubasealldata) if there is one, otherwise from schools that took the number of a closed one in the same
 * local authority. Establishments whose URN is not six digits, such as children’s centres, are left out.
 *
 * Throws a UserError if a column is not there, or no school is.
 */
export function readRegister(establishments: ListFile, links: ListFile | null): Register {
  const schools = collectRows(establishments, columns, "edubasealldata", more)
    .filter(({urn}) => /^\d{6}$/.test(urn))
    .map((row) => ({
      ...row,
      urn: Number(row.urn),
      open_date: readDay(row.open_date),
      close_date: readDay(row.close_date)
    }));
  if (schools.length === 0) {
    throw new UserError(`${establishments.file}: has no school with a URN of six digits`, {
      fix: "download “Establishment fields CSV”, all establishment data, from Get Information about Schools"
    });
  }
  const successors = links ? linked(collectRows(links, linkColumns, "links_edubasealldata")) : renumbered(schools);
  return indexRegister(schools.map((school) => ({...school, successors: successors.get(school.urn) ?? []})));
}

function collectRows<K extends string, M extends string = never>(
  {file, text}: ListFile,
  names: Readonly<Record<K, string>>,
  extract: string,
  others?: Readonly<Record<M, string>>
): Record<K | M, string>[] {
  const {data} = Papa.parse<string[]>(text.replace(/^\ufeff/, ""), {delimiter: ",", skipEmptyLines: true});
  const header = (data[0] ?? []).map(plainName);
  const places = (Object.entries(names) as [K, string][]).map(([key, name]) => {
    const place = header.indexOf(plainName(name));
    if (place >= 0) return [key, place] as const;
    throw new UserError(`${file}: has no column ${name}`, {
      fix: `give the register’s extract ${extract}, as downloaded from Get Information about Schools`
    });
  });
  const further = (Object.entries(others ?? {}) as [M, string][]).map(
    ([key, name]) => [key, header.indexOf(plainName(name))] as const
  );
  return data
    .slice(1)
    .map(
      (row) =>
        Object.fromEntries([...places, ...further].map(([key, n]) => [key, (row[n] ?? "").trim()])) as Record<
          K | M,
          string
        >
    );
}

function readDay(text: string): string | null {
  const match = /^(\d{2})[-/](\d{2})[-/](\d{4})$/.exec(text);
  return match && isoDay(Number(match[3]), Number(match[2]), Number(match[1]));
}

/** A link says what the other school is to this one; most are recorded from both sides. */
function linked(rows: readonly Record<keyof typeof linkColumns, string>[]): Map<number, number[]> {
  const followed = new Map<number, Set<number>>();
  const add = (before: string, after: string) => {
    const those = followed.get(Number(before)) ?? new Set();
    followed.set(Number(before), those.add(Number(after)));
  };
  for (const {urn, link_urn, link_type} of rows) {
    const type = link_type.toLowerCase();
    if (/^successor|^result of amalgamation/.test(type)) add(urn, link_urn);
    else if (/^predecessor/.test(type)) add(link_urn, urn);
  }
  return new Map([...followed].map(([before, after]) => [before, [...after]]));
}

function renumbered(schools: readonly Omit<RegisterSchool, "successors">[]): Map<number, number[]> {
  const key = ({la_code, establishment_number}: Omit<RegisterSchool, "successors">) =>
    establishment_number && `${la_code}/${establishment_number}`;
  const open = group(
    schools.filter(({status}) => status.startsWith("Open")),
    key
  );
  return new Map(
    schools
      .filter((school) => school.status === "Closed" && key(school) !== "")
      .map((school) => [school.urn, (open.get(key(school)) ?? []).map(({urn}) => urn)])
  );
}

import {makeLightRegister, type Register} from "school-partnerships/list-reading";
import {fetchRelease} from "../ui/fetch-release.js";
import type {RegisterIndex, RegisterRow, SchoolIndex, SchoolRow} from "../ui/release.js";
import {listColumns} from "../ui/collect-rows.js";
import {indexNames, type OpenNames} from "./open-names.js";

/** Every school of the release, to check lists by; and the school that each URN belongs to. */
export interface OpenRegister extends OpenNames {
  register: Register;
}

/** Fetched whole, so that no request states which schools are looked for. */
export async function openRegister(): Promise<OpenRegister> {
  const [index, dates] = await Promise.all([
    fetchRelease<SchoolIndex>("schools.json.gz"),
    fetchRelease<RegisterIndex>("register.json.gz")
  ]);
  const columns = listColumns<SchoolRow>(index);
  const dated = listColumns<RegisterRow>(dates);
  const places = new Map(dated.urn.map((urn, i) => [urn, i]));
  const schools = columns.urn.map((urn, i) => {
    const at = places.get(urn) ?? -1;
    const laestab = columns.laestab[i];
    const closed = dated.closed[at] ?? null;
    const successors = dated.successors[at] ?? "";
    return {
      urn,
      name: columns.name[i],
      la_code: laestab.slice(0, 3) || (dated.la_code[at] ?? ""),
      la_name: columns.authority[i],
      establishment_number: laestab.slice(3),
      status: closed === null ? "Open" : "Closed",
      open_date: dated.opened[at] ?? null,
      close_date: closed,
      successors: successors === "" ? [] : successors.split(" ").map(Number)
    };
  });
  return {
    register: makeLightRegister(schools),
    ...indexNames(columns)
  };
}

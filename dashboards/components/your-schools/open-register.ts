import {makeLightRegister, type Register} from "school-partnerships/list-reading";
import {fetchRelease} from "../ui/fetch-release.js";
import type {RegisterIndex, RegisterRow, SchoolIndex, SchoolRow} from "../ui/release.js";
import {collectRows} from "../ui/collect-rows.js";
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
  const rows = collectRows<SchoolRow>(index);
  const dated = new Map(collectRows<RegisterRow>(dates).map((row) => [row.urn, row]));
  const schools = rows.map(({urn, name, authority, laestab}) => {
    const {opened = null, closed = null, la_code = "", successors = ""} = dated.get(urn) ?? {};
    return {
      urn,
      name,
      la_code: laestab.slice(0, 3) || la_code,
      la_name: authority,
      establishment_number: laestab.slice(3),
      status: closed === null ? "Open" : "Closed",
      open_date: opened,
      close_date: closed,
      successors: successors === "" ? [] : successors.split(" ").map(Number)
    };
  });
  return {
    register: makeLightRegister(schools),
    ...indexNames(rows)
  };
}

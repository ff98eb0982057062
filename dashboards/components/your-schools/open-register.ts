import {indexRegister, type Register} from "school-partnerships/your-schools";
import {fetchRelease} from "../ui/fetch-release.js";
import type {PartnershipFile, RegisterIndex, RegisterRow, SchoolIndex, SchoolRow} from "../ui/release.js";
import {collectRows} from "../ui/collect-rows.js";

/** Every school of the release, to check lists by; and the school that each URN belongs to. */
export interface OpenRegister {
  register: Register;
  makeId: ReadonlyMap<number, number>;
  makeName: ReadonlyMap<number, string>;
}

/** The school that each URN belongs to, and what it is called: fetched whole, so that no request names one. */
export async function openNames(): Promise<Pick<OpenRegister, "makeId" | "makeName">> {
  return indexNames(collectRows<SchoolRow>(await fetchRelease<SchoolIndex>("schools.json.gz")));
}

/** The same of the schools of a body alone, which its own file names. */
export const namesOfBody = ({members}: Pick<PartnershipFile, "members">): Awaited<ReturnType<typeof openNames>> => ({
  makeId: new Map(members.map(({urn, school_id}) => [urn, school_id])),
  makeName: new Map(members.map(({school_id, name}) => [school_id, name]))
});

const indexNames = (rows: readonly SchoolRow[]) => ({
  makeId: new Map(rows.map(({urn, id}) => [urn, id])),
  makeName: new Map(rows.filter(({urn, id}) => urn === id).map(({id, name}) => [id, name]))
});

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
      successors: successors.split(" ").filter(Boolean).map(Number)
    };
  });
  return {
    register: indexRegister(schools, {whole: false}),
    ...indexNames(rows)
  };
}

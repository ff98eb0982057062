import {indexRegister, type Register, type RegisterSchool} from "../../src/lists/register.ts";

/** A register of invented schools by URN and name; their LAESTABs are 301/4001, 301/4002 and so on. */
export function makeRegister(names: Readonly<Record<number, string>>, closed: Record<number, string> = {}): Register {
  const schools = Object.entries(names).map(([urn, name], i): RegisterSchool => ({
    urn: Number(urn),
    name,
    la_code: "301",
    la_name: "Kittrerfold",
    establishment_number: String(4001 + i),
    status: closed[Number(urn)] ? "Closed" : "Open",
    open_date: null,
    close_date: closed[Number(urn)] ?? null,
    successors: []
  }));
  return indexRegister(schools, {whole: false});
}

import {checkLists, type CheckedLists} from "../../src/lists/check-lists.ts";
import {sayProblems} from "../../src/lists/say.ts";
import {readWholeList, type WholeOption} from "../../src/lists/whole-list.ts";
import {madePart, madeRegister} from "./made-lists.ts";

export const said = {name: "Marsh Trust", type: "multi_academy_trust"} as const;

/** What is made of a list, with what is said for the whole of it. */
export function read(
  text: string,
  options: Partial<Record<WholeOption, string>> = said,
  register: boolean | "part" = false
): CheckedLists {
  return checkLists([{file: "kept.csv", text}], {
    partnerships: null,
    register: register === "part" ? madePart : register ? madeRegister : null,
    whole: readWholeList(options)
  });
}

/** “900001 member 2012-09-01–2012-09-01 day” of every school. */
export const schools = ({members}: CheckedLists) =>
  members.map(({urn, role, from_date, to_date, date_precision}) => {
    const joined = from_date ? `${from_date.earliest}–${from_date.latest}` : "undated";
    return [urn, role, joined, ...(to_date ? [`left ${to_date.latest}`] : []), date_precision].join(" ");
  });

export const words = ({problems}: CheckedLists) => sayProblems(problems, {most: 20}).join("\n");
export const severity = ({problems}: CheckedLists, which: string) => problems.filter((one) => one.severity === which);

export const linked =
  "URN,LAESTAB,Establishment name,Local authority (name),Phase / type,Status,Joined date\n" +
  '900001,380/4001,Example Academy,Bradford,"Academies, Secondary",Open,01/09/2012\n' +
  '900002,383/2003,Third Example Primary,Leeds,"Academies, Primary","Open, but proposed to close",01/09/2018\n';

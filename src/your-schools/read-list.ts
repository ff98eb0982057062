import {checkLists} from "../lists/check-lists.ts";
import type {Problem} from "../lists/problem.ts";
import {lookAgain} from "../lists/second-look.ts";
import type {Register} from "../lists/register.ts";
import type {WholeList} from "../lists/whole-list.ts";
import {makeId} from "../lists/whole-list.ts";
import type {Member} from "../lists/member.ts";
import type {Role} from "../vocabulary/role.ts";
import {firstTreatedYear} from "./cohort.ts";

/** A school of a list, and from when it counts. */
export interface ListedSchool {
  urn: number;
  role: Role;
  /** ISO day, the first that it may be; null where nobody says. */
  joined: string | null;
  cohort: number | null;
}

/** A list that was checked. */
export interface CheckedList {
  name: string;
  partnership_type: string;
  schools: ListedSchool[];
  members: Member[];
  problems: Problem[];
  /** Whether anything stops it from being used. */
  stopped: boolean;
}

/** What was said once for every row of a list. */
export interface Said {
  name: string;
  partnership_type: string;
  /** “supported”, “supporter”, “member”; empty where rows say, or nobody does. */
  role: string;
  /** As it was typed: a day, a month, a term or a school year; empty where rows say. */
  from: string;
}

/** Checks a list by the rules of check-list, and takes its schools, each once; `today`, an ISO date, is for days that have not come. */
export function readYourList(
  text: string,
  said: Said,
  {register, file, today}: {register: Register; file: string; today?: string}
): CheckedList {
  const name = said.name.trim() || "Our partnership";
  const whole: WholeList = {
    partnership_name: name,
    partnership_id: makeId(name),
    partnership_kind: said.partnership_type,
    ...(said.role && {role: said.role}),
    ...(said.from.trim() && {from_date: said.from.trim()})
  };
  const lists = [{file, text}];
  const {members, ...checked} = checkLists(lists, {partnerships: null, register, whole, ...(today && {today})});
  const problems = lookAgain(checked, lists);
  return {
    name: members[0]?.partnership_name ?? name,
    partnership_type: members[0]?.partnership_kind ?? said.partnership_type,
    schools: onceEach(members, register),
    members,
    problems,
    stopped: problems.some(({severity}) => severity === "stops")
  };
}

/** A school counts once: in the role of those who got help before those who gave it, from the first day it had the role. */
function onceEach(members: readonly Member[], register: Register): ListedSchool[] {
  const order: Role[] = ["supported", "supporter", "member"];
  const found = new Map<number, ListedSchool>();
  for (const {urn, role, from_date} of members) {
    const joined = from_date?.earliest ?? null;
    const cohort = joined === null ? null : firstTreatedYear(joined);
    const school = register.latest(urn);
    const other = found.get(school);
    const isFirst =
      !other ||
      order.indexOf(role) < order.indexOf(other.role) ||
      (role === other.role && joined !== null && (other.joined === null || joined < other.joined));
    if (isFirst) found.set(school, {urn, role, joined, cohort});
  }
  return [...found.values()];
}

import {listedPartnershipTypes} from "../lists/vocabulary.ts";
import {isPartialDate} from "../vocabulary/partial-date.ts";
import type {Role} from "../vocabulary/role.ts";

/** A list as it stands in an address after the #, and in this browser: nothing of it is ever sent. */
export interface SharedList {
  name: string;
  partnership_type: string;
  schools: {urn: number; role: Role; joined: string | null}[];
}

/** What a text holds of a list, and what is wrong with the text: null where nothing is. */
export interface ReadShared {
  list: SharedList | null;
  problem: string | null;
}

const LETTERS: Readonly<Record<Role, string>> = {supported: "s", supporter: "g", member: "m"};

/**
 * “name=…&partnership_type=…&schools=100123m2016-09-01.100124s2017-01-01&count=2”. The count stands last, so that a text
 * that was cut on its way lacks it.
 */
export function shareList({name, partnership_type, schools}: SharedList): string {
  const reported = schools.map(({urn, role, joined}) => `${urn}${LETTERS[role]}${joined ?? ""}`).join(".");
  return new URLSearchParams({
    name,
    partnership_type,
    schools: reported,
    count: String(schools.length)
  }).toString();
}

/** The list that such text holds. Text that is about something else holds none, and nothing is wrong with it. */
export function readShared(text: string): ReadShared {
  const said = new URLSearchParams(text.replace(/^#/, ""));
  const [name, partnership_type, reported] = ["name", "partnership_type", "schools"].map((part) => said.get(part));
  if (name == null && partnership_type == null && reported == null) return {list: null, problem: null};
  const schools = readSchools(reported ?? "");
  if (!schools.length || name == null || !listedPartnershipTypes.some((id) => id === partnership_type))
    return {list: null, problem: "A list was here that cannot be read: it was cut or changed on its way."};
  const list = {name, partnership_type: partnership_type!, schools};
  const count = Number(said.get("count"));
  if (count === schools.length) return {list, problem: null};
  const of = count > schools.length ? ` ${schools.length} of ${count} schools are left.` : "";
  return {list, problem: `This list was cut or changed on its way.${of}`};
}

/** Each school once: what is no school, or says a second thing of one, is left out. */
function readSchools(text: string): SharedList["schools"] {
  const schools = new Map<number, SharedList["schools"][number]>();
  for (const part of text.split(".")) {
    const [, urn, letter, joined = null] = /^(\d{5,7})([sgm])(\d{4}-\d{2}-\d{2})?$/.exec(part) ?? [];
    const role = (Object.keys(LETTERS) as Role[]).find((known) => LETTERS[known] === letter);
    if (!role || schools.has(Number(urn)) || (joined !== null && !isPartialDate(joined))) continue;
    schools.set(Number(urn), {urn: Number(urn), role, joined});
  }
  return [...schools.values()];
}

/** The list as text that can be checked again: a table with a header. */
export const listedText = ({schools}: SharedList): string =>
  ["urn,role,from_date", ...schools.map(({urn, role, joined}) => `${urn},${role},${joined ?? ""}`)].join("\n");

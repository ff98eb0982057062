import type {Role} from "../vocabulary/role.ts";

/** A list as it stands in an address after the #, and in this browser: nothing of it is ever sent. */
export interface SharedList {
  name: string;
  kind: string;
  schools: {urn: number; role: Role; joined: string | null}[];
}

const LETTERS: Readonly<Record<Role, string>> = {supported: "s", supporter: "g", member: "m"};

/** “name=…&kind=…&schools=100123m2016-09-01.100124s2017-01-01”. */
export function shareList({name, kind, schools}: SharedList): string {
  const told = schools.map(({urn, role, joined}) => `${urn}${LETTERS[role]}${joined ?? ""}`).join(".");
  return new URLSearchParams({name, kind, schools: told}).toString();
}

/** The list that such text holds; null where it holds none. */
export function readShared(text: string): SharedList | null {
  const said = new URLSearchParams(text.replace(/^#/, ""));
  const schools = (said.get("schools") ?? "").split(".").flatMap((one) => {
    const [, urn, letter, joined] = /^(\d{5,7})([sgm])(\d{4}-\d{2}-\d{2})?$/.exec(one) ?? [];
    const role = (Object.keys(LETTERS) as Role[]).find((known) => LETTERS[known] === letter);
    return urn && role ? [{urn: Number(urn), role, joined: joined ?? null}] : [];
  });
  const [name, kind] = [said.get("name"), said.get("kind")];
  return schools.length && name !== null && kind !== null ? {name, kind, schools} : null;
}

/** The list as text that can be checked again: a table with a header. */
export const listedText = ({schools}: SharedList): string =>
  ["urn,role,from_date", ...schools.map(({urn, role, joined}) => `${urn},${role},${joined ?? ""}`)].join("\n");

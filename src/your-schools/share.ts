import type {Role} from "../vocabulary/role.ts";

/** A list as it stands in an address after the #, and in this browser: nothing of it is ever sent. */
export interface SharedList {
  name: string;
  partnership_type: string;
  schools: {urn: number; role: Role; joined: string | null}[];
}

const LETTERS: Readonly<Record<Role, string>> = {supported: "s", supporter: "g", member: "m"};

/** “name=…&partnership_type=…&schools=100123m2016-09-01.100124s2017-01-01”. */
export function shareList({name, partnership_type, schools}: SharedList): string {
  const reported = schools.map(({urn, role, joined}) => `${urn}${LETTERS[role]}${joined ?? ""}`).join(".");
  return new URLSearchParams({name, partnership_type, schools: reported}).toString();
}

/** The list that such text holds; null where it holds none. */
export function readShared(text: string): SharedList | null {
  const said = new URLSearchParams(text.replace(/^#/, ""));
  const schools = (said.get("schools") ?? "").split(".").flatMap((one) => {
    const [, urn, letter, joined] = /^(\d{5,7})([sgm])(\d{4}-\d{2}-\d{2})?$/.exec(one) ?? [];
    const role = (Object.keys(LETTERS) as Role[]).find((known) => LETTERS[known] === letter);
    return urn && role ? [{urn: Number(urn), role, joined: joined ?? null}] : [];
  });
  const [name, partnership_type] = [said.get("name"), said.get("partnership_type")];
  return schools.length && name !== null && partnership_type !== null ? {name, partnership_type, schools} : null;
}

/** The list as text that can be checked again: a table with a header. */
export const listedText = ({schools}: SharedList): string =>
  ["urn,role,from_date", ...schools.map(({urn, role, joined}) => `${urn},${role},${joined ?? ""}`)].join("\n");

import type {Role} from "../vocabulary/role.ts";
import type {Subgroup} from "../release/results.ts";

const names: Readonly<Record<Role, string>> = {
  supported: "supported schools",
  supporter: "supporter schools",
  member: "member schools"
};

/** “supported schools”, “supporter schools (North East)”: those a result is of. */
export const nameSchools = ({role, by}: {role: Role; by: Subgroup | null}): string =>
  by === null ? names[role] : `${names[role]} (${by.label})`;

import type {Group, Partnership} from "./partnership-shapes.ts";
import type {PlantedRoleName} from "./plan.ts";
import type {School} from "./school.ts";

/** Where a role comes from: a list, the way a school became an academy, the trust’s first sponsored academy, where it lies; nowhere. */
export type RoleSource = "list" | "route" | "first_sponsored" | "area" | "none";

/** A school in one partnership, from a day to a day, and what it is there by the rules. Dates are ISO dates. */
export interface Belonging {
  school: School;
  partnership: Partnership;
  joined: string;
  left: string | null;
  /** The trust it left the day before; null where it came from none. */
  moved_from: Group | null;
  role: PlantedRoleName;
  source: RoleSource;
  /** When the clock of this partnership starts for it. */
  from: string;
  /** What the files say of its joining: the day; a table’s year; the placeholder printed for it, or the day of a load; no date; or nothing, for no file knows of it. */
  reported: "day" | "year" | "placeholder" | "load" | "undated" | "not_told";
}

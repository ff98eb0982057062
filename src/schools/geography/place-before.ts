import {dayBefore} from "../../vocabulary/partial-date.ts";
import type {AreaChange, SeenAt} from "./map-of-areas.ts";

/**
 * Where a school was before a reorganisation, from the previous local authority that the register keeps without a
 * date: as of the day before the one became the other. Null if no reorganisation made the one out of the other: the
 * school moved, or was corrected, on a day that is not known.
 */
export function placeBefore(
  {level, code}: SeenAt,
  previous_code: string,
  changes: readonly AreaChange[]
): SeenAt | null {
  const change = changes.find((one) => one.level === level && one.from_code === previous_code && one.to_code === code);
  return change ? {level, code: previous_code, on: dayBefore(change.date)} : null;
}

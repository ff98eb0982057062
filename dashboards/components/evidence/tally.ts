import {DIRECTIONS} from "../ui/directions.js";
import {counted, listed, small} from "../ui/format.js";
import {LOOKS} from "../chart/look.js";
import type {Direction, ResultRow, Role} from "../ui/release.js";

/** “Supported schools, 24 outcomes: 5 better, 1 worse, 8 no difference that matters and 10 no clear difference.” Or of as many types. */
export function tally(
  rows: readonly Pick<ResultRow, "role" | "verdict">[],
  role: Role,
  what: "outcome" | "type" = "outcome"
): string {
  const reported = rows.flatMap((d) => (d.role === role && d.verdict !== null ? [d.verdict] : []));
  const name = LOOKS[role].name;
  if (reported.length === 0) return `${name}: nothing can be said of any ${what}.`;
  const parts = (Object.keys(DIRECTIONS) as Direction[]).flatMap((direction) => {
    const n = reported.filter((d) => d === direction).length;
    return n === 0 ? [] : [`${n} ${small(DIRECTIONS[direction].words)}`];
  });
  return `${name}, ${counted(reported.length, what)}: ${listed(parts)}.`;
}

import type {CheckedLists} from "./check-lists.ts";
import {formatDay} from "./date-span.ts";
import {at, inOrder, warns, type Problem} from "./problem.ts";
import {parseList, type ListFile} from "./table.ts";

/**
 * The problems of lists after a second look, for whoever put them right: days of which none shows that it stands first
 * and which fit better with the month first are asked about, and a comma before pence is known for one. What is read
 * stays as it was read.
 */
export function lookAgain({problems}: Pick<CheckedLists, "problems">, lists: readonly ListFile[]): Problem[] {
  return inOrder(
    [...problems.map(knowPence), ...lists.flatMap(askOfMonths)],
    [...new Set([...lists.map(({file}) => file), ...problems.map(({file}) => file)])]
  );
}

function knowPence(problem: Problem): Problem {
  const [, pounds, pence] =
    /^“£?\s*(\d+),(\d{1,2})” is not a plain number$/.exec(
      problem.code === "cost_not_a_number" ? problem.message : ""
    ) ?? [];
  if (pounds === undefined) return problem;
  const meant = `${pounds}.${pence.padEnd(2, "0")}`;
  return {...problem, fix: `write ${meant} if the comma stands before pence: a point there, and no commas`};
}

/** Every day with slashes that the list has is in January and none is its first: with the month first all are firsts of a month, as joining mostly is. */
function askOfMonths(list: ListFile): Problem[] {
  const cells = parseList(list)?.cells ?? [];
  const days = cells.flatMap((row, i) =>
    row.flatMap((cell) => {
      const [, first, second, year] = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(cell) ?? [];
      return first === undefined
        ? []
        : [{row: i + 1, cell: cell.trim(), first: Number(first), second: Number(second), year}];
    })
  );
  const [one] = days;
  if (!one || !days.every(({first, second}) => first > 1 && first <= 12 && second === 1)) return [];
  const others = days.length > 1 ? ` (so are ${(days.length - 1).toLocaleString("en-GB")} more)` : "";
  const iso = `${one.year}-${String(one.first).padStart(2, "0")}-01`;
  const found = `“${one.cell}” is read with the day first, as ${one.first} January ${one.year}${others}; with the month first all would be the first of a month`;
  const fix = `if that is meant, write day/month/year, as ${formatDay(iso)}, or ${iso}, which cannot be mistaken`;
  return [at(warns("date_maybe_month_first", found, fix), {file: list.file, row: one.row})];
}

import {optionUnused} from "./lacks.ts";
import {at} from "./problem.ts";
import type {Table} from "./table.ts";
import type {WholeList} from "./whole-list.ts";
import {writtenDate} from "./date-span.ts";

/** A list in the right form with what was said for the whole of it, wherever a cell is empty or its column is not there. */
export function fillWhole(table: Table, whole: WholeList, file: string): Table {
  const said = Object.entries(whole);
  if (said.length === 0) return table;
  const precision = whole.from_date ? (writtenDate(whole.from_date)?.precision ?? "") : "";
  const rows = table.rows.map((row) => {
    const filled = {...row.cells};
    for (const [column, text] of said) if (filled[column] === "") filled[column] = text;
    if (filled["date_precision"] === "" && row.cells["from_date"] === "") filled["date_precision"] = precision;
    return {...row, cells: filled};
  });
  const given = [...Object.keys(whole), ...(precision ? ["date_precision"] : [])];
  const unused = said
    .map(([column]) => column)
    .filter((column) => table.rows.length > 0 && table.rows.every(({cells}) => cells[column] !== ""));
  return {
    rows,
    columns: [...new Set([...table.columns, ...given])],
    problems: [
      ...table.problems.filter(({code, column}) => code !== "column_missing" || !given.includes(column ?? "")),
      ...unused.map((column) => at(optionUnused(column), {file}))
    ]
  };
}

import Papa from "papaparse";
import {UserError} from "../../library/errors.ts";
import {writtenDate} from "../../lists/date-span.ts";
import {correctable, type Correctable, type Correction} from "./correction.ts";

const columns = ["what", "urn", "other", "action", "value", "reason", "source"] as const;
type Cells = Record<(typeof columns)[number], string>;

/**
 * Reads the table of corrections: a header, and a row a fact. Throws a UserError that names the file and every row that
 * cannot be used, with what it should say.
 */
export function readCorrections({file, text}: {file: string; text: string}): Correction[] {
  const {data} = Papa.parse<string[]>(text.replace(/^\ufeff/, ""), {delimiter: ",", skipEmptyLines: false});
  const header = (data[0] ?? []).map((name) => name.trim());
  const lacking = columns.filter((name) => !header.includes(name));
  if (lacking.length) {
    throw new UserError(`${file}, row 1: no column called ${lacking.join(", ")}`, {
      fix: `the first row must be ${columns.join(",")}`
    });
  }
  const rows = data
    .map((cells, i) => ({row: i + 1, cells: cells.map((cell) => cell.trim())}))
    .slice(1)
    .filter(({cells}) => cells.some(Boolean));
  const read = rows.map(({row, cells}) => ({
    row,
    cells: Object.fromEntries(columns.map((name) => [name, cells[header.indexOf(name)] ?? ""])) as Cells,
    wide: cells.length > header.length
  }));
  const faults = [
    ...read.flatMap(({row, cells, wide}) =>
      (wide
        ? ["has more cells than the header: put quotation marks around a cell that holds a comma"]
        : findFaults(cells)
      ).map((fault) => ({row, fault}))
    ),
    ...twice(read)
  ];
  if (faults.length) {
    throw new UserError(
      faults
        .toSorted((a, b) => a.row - b.row)
        .map(({row, fault}) => `${file}, row ${row}: ${fault}`)
        .join("\n"),
      {fix: `put right the ${faults.length === 1 ? "row" : "rows"} named, or delete them`}
    );
  }
  return read.map(({row, cells}) => readCorrection(row, cells));
}

const readCorrection = (row: number, {what, urn, other, action, value, reason, source}: Cells): Correction => ({
  row,
  what: what as Correctable,
  urn: Number(urn),
  other: other || null,
  action: action as Correction["action"],
  value: value ? writtenDate(value)!.span.earliest : null,
  reason,
  source
});

const isUrn = (text: string): boolean => /^[1-9]\d{5}$/.test(text);

function findFaults({what, urn, other, action, value, reason, source}: Cells): string[] {
  const partnership_type = Object.hasOwn(correctable, what) ? correctable[what as Correctable] : null;
  if (!partnership_type) return [`what is “${what}”: write one of ${Object.keys(correctable).join(", ")}`];
  const actions: Record<string, "must" | "may" | "none"> = partnership_type.actions;
  const takes = Object.hasOwn(actions, action) ? actions[action] : null;
  return [
    isUrn(urn) ? "" : `urn is “${urn}”: write the six digits of a URN`,
    ...otherFaults(what as Correctable, urn, other),
    takes ? "" : `action is “${action}”: of ${what} write one of ${Object.keys(actions).join(", ")}`,
    takes ? valueFault(value, action, takes) : "",
    reason ? "" : "reason is empty: say why the register is wrong",
    source ? "" : "source is empty: say where that can be read"
  ].filter(Boolean);
}

function otherFaults(what: Correctable, urn: string, other: string): string[] {
  const wanted = correctable[what].other;
  if (wanted === null)
    return other === "" ? [] : [`other is “${other}”: leave it empty, ${what} is of the school alone`];
  if (what !== "link") return other === "" ? [`other is empty: write ${wanted}`] : [];
  if (!isUrn(other)) return [`other is “${other}”: write ${wanted}, six digits`];
  return other === urn ? [`other is “${other}”, the same URN: a school does not follow itself`] : [];
}

function valueFault(value: string, action: string, takes: "must" | "may" | "none"): string {
  if (value === "") return takes === "must" ? `value is empty: to ${action} write the day, like 2018-09-01` : "";
  if (takes === "none") return `value is “${value}”: leave it empty to ${action}`;
  return writtenDate(value)?.precision === "day" ? "" : `value is “${value}”: write a day, like 2018-09-01`;
}

/** A fact that two rows correct: which of them holds nobody could say. */
function twice(rows: readonly {row: number; cells: Cells}[]): {row: number; fault: string}[] {
  const first = new Map<string, number>();
  return rows.flatMap(({row, cells: {what, urn, other}}) => {
    const key = `${what} ${urn} ${other}`;
    const before = first.get(key);
    if (before === undefined) first.set(key, row);
    return before === undefined ? [] : [{row, fault: `corrects the same fact as row ${before}: keep one of them`}];
  });
}

import type {Answer} from "../vocabulary/area-model.ts";
import {answered, EXAMPLE} from "./columns.ts";
import {readCost} from "./cost.ts";
import {readDate} from "./date.ts";
import {formatDay, type DateSpan} from "./date-span.ts";
import {stops, warns, type Problem} from "./problem.ts";
import {readSourced, rowReader, type RowContext, type Sourced} from "./source-cells.ts";
import type {Row} from "./table.ts";
import {answers, developmentPhases, type DevelopmentPhase} from "./vocabulary.ts";
import {readWord} from "./word.ts";

/** A partnership, as the list of partnerships has it. */
export interface Partnership extends Sourced {
  file: string;
  row: number;
  /** Of each feature, kind of oversight and service. */
  answers: Record<(typeof answered)[number], Answer>;
  /** Pounds, of the whole partnership; null if the list does not say. */
  cost_per_year: number | null;
  start_date: DateSpan | null;
  end_date: DateSpan | null;
  phase_of_development: DevelopmentPhase | null;
}

/**
 * Reads one row of the list of partnerships. `partnership` is null if anything in it stops. An empty answer is unknown,
 * and warned of; an empty cost, date or phase of development is null.
 */
export function readPartnershipRow(
  row: Row,
  context: RowContext
): {partnership: Partnership | null; problems: Problem[]} {
  const reader = rowReader(row);
  const {cell, take, report, problems} = reader;
  const sourced = readSourced(reader, context);
  if (sourced.partnership_id === EXAMPLE) {
    report(null, stops("example_row", "is the example row of the template", "delete the row"));
  }
  const said = answered.map((id) => [id, take(id, readWord(cell(id), answers, "answer"))] as const);
  const empty = answered.filter((id) => cell(id) === "");
  if (empty.length) {
    const fix = "write yes, no or unknown in each; empty counts as unknown";
    report(null, warns("answer_empty", `says nothing on ${empty.join(", ")}`, fix));
  }
  const written = {precision: null, monthFirstRow: context.monthFirstRow};
  const start_date = take("start_date", readDate(cell("start_date"), written));
  const end_date = take("end_date", readDate(cell("end_date"), written));
  if (start_date && end_date && end_date.latest < start_date.earliest) {
    const found = `ends by ${formatDay(end_date.latest)}, before it begins on ${formatDay(start_date.earliest)}`;
    report("end_date", stops("ends_before_start", found, "look both dates up; have they been swapped?"));
  }
  const cost_per_year = take("cost_per_year", readCost(cell("cost_per_year")));
  const phase = readWord(cell("phase_of_development"), developmentPhases, "phase of development");
  const phase_of_development = take("phase_of_development", phase);
  const partnership = {
    file: row.file,
    row: row.row,
    ...sourced,
    answers: Object.fromEntries(said.map(([id, answer]) => [id, answer ?? "unknown"])) as Partnership["answers"],
    cost_per_year,
    start_date,
    end_date,
    phase_of_development
  };
  return {partnership: problems.some(({severity}) => severity === "stops") ? null : partnership, problems};
}

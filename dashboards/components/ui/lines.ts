import type {MeasureNote} from "./release.js";

export type Line = MeasureNote["line"];

/** The lines of the evidence framework, in the order in which pages show them. */
export const LINES: Readonly<Record<Line, string>> = {
  attainment: "Attainment",
  disadvantaged: "Disadvantaged pupils",
  behaviour: "Behaviour",
  attendance: "Attendance",
  staying_on: "Staying on",
  curriculum: "Broader curriculum",
  practice: "Staffing and leadership",
  efficiency: "Money",
  inspection: "Inspection",
  context: "Who the schools teach (not an outcome)"
};

/** Lines of the framework about which nothing is published by school. */
export const UNPUBLISHED: readonly string[] = ["School sport", "Extended services"];

/** Measures by line, in the order of the lines. */
export const byLine = (measures: readonly MeasureNote[]): {line: Line; label: string; measures: MeasureNote[]}[] =>
  (Object.entries(LINES) as [Line, string][])
    .map(([line, label]) => ({line, label, measures: measures.filter((d) => d.line === line)}))
    .filter((d) => d.measures.length > 0);

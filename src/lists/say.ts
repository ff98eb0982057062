import {format, group} from "d3";
import {features, oversight} from "../vocabulary/definition-check.ts";
import {formatDay} from "./date-span.ts";
import type {Problem} from "./problem.ts";
import type {PartnershipSummary} from "./summary.ts";

const marks = {stops: "✗", warns: "!", notes: "·"} as const;

/** “area.csv, row 4, column urn: “12345” is not a URN” and below it what to do. */
export function sayProblem({file, row, column, severity, message, fix}: Problem): string {
  const where = [file, row && `row ${row}`, column && `column ${column}`].filter(Boolean).join(", ");
  return `${marks[severity]} ${where}: ${message}${fix && `\n    → ${fix}`}`;
}

/**
 * Problems in their order, each in two lines. What is said in the same words of several rows is said once, with those
 * rows. Of many problems of one sort in one column the first `most` are written out, and below the last of those how many
 * more there are and in which rows.
 */
export function sayProblems(problems: readonly Problem[], {most}: {most: number}): string[] {
  const sorts = group(
    problems,
    ({file, column, code}) => `${file} ${column} ${code}`,
    ({message, fix}) => `${message} ${fix}`
  );
  const lines = new Map<Problem, string>();
  for (const texts of sorts.values()) {
    const shown = [...texts.values()].slice(0, isSame([...texts.values()][0][0]) ? 1 : most);
    const left = [...texts.values()].slice(shown.length).flat();
    for (const [first, ...same] of shown)
      lines.set(first, [sayProblem(first), ...sayRows("the same", same)].join("\n"));
    const last = shown.at(-1)![0];
    lines.set(last, [lines.get(last)!, ...sayRows("more of this sort", left)].join("\n"));
  }
  return problems.flatMap((problem) => lines.get(problem) ?? []);
}

/** What was read all the same is shown once: the others are alike. */
const isSame = ({code}: Problem): boolean => code === "read_as_urn" || code === "read_as_date";

/** “    … the same in 3 other rows, from 7 to 12”; nothing of none. */
function sayRows(what: string, problems: readonly Problem[]): string[] {
  const [first, last] = [problems[0], problems.at(-1)];
  if (!first || !last) return [];
  if (first.row === last.row) return [`    … ${what} in row ${first.row}`];
  return [`    … ${what} in ${formatCount(problems.length)} other rows, from ${first.row} to ${last.row}`];
}

const formatCount = format(",");

const sayCount = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? "" : "s"}`;

const lacking = {
  schools: "two or more schools",
  features: `one of ${Object.keys(features).join(", ")}`,
  oversight: `one of ${Object.keys(oversight).join(", ")}`
};

/** What is known of a partnership, in a few lines. */
export function saySummary(summary: PartnershipSummary): string {
  const {partnership_name, partnership_id, partnership_kind, schools, roles, joined, undated} = summary;
  const inRoles = Object.entries(roles)
    .filter(([, n]) => n > 0)
    .map(([role, n]) => `${n} ${role}`);
  const dates = joined && `joined from ${formatDay(joined.earliest)} to ${formatDay(joined.latest)}`;
  const facts = [
    [sayCount(schools, "school"), inRoles.join(", ")].filter(Boolean).join(": "),
    dates,
    undated > 0 && `${sayCount(undated, "row")} without a date of joining`
  ];
  return [
    `${partnership_name} (${partnership_id}, ${partnership_kind})`,
    `  ${facts.filter(Boolean).join("; ")}`,
    `  ${sayDefinition(summary)}`,
    ...(summary.model ? [`  ${sayModel(summary.model)}`] : [])
  ].join("\n");
}

function sayDefinition({definition}: PartnershipSummary): string {
  if (!definition) return "definition of a partnership: not checked, it has no usable row in a list of partnerships";
  const {met, lacks} = definition;
  const lack = lacks.map((one) => lacking[one]).join("; ");
  if (met === "yes")
    return `definition of a partnership: met (${[...definition.features, ...definition.oversight].join(", ")})`;
  return met === "no"
    ? `definition of a partnership: NOT met; it lacks ${lack}`
    : `definition of a partnership: not known to be met; it needs ${lack}`;
}

function sayModel({model, possible}: NonNullable<PartnershipSummary["model"]>): string {
  if (model !== null) return `area model ${model}, from the services it runs`;
  return possible.length
    ? `area model ${possible.join(" or ")}: some services are unknown`
    : "area model: none of the four; it runs statutory without traded school improvement";
}

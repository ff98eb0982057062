import {cutQuotes} from "../library/errors.ts";

/** Something wrong with a cell, before it is known where the cell stands. */
export interface Finding {
  /** One word for every problem of this sort, so that many can be inferred as one. */
  code: string;
  /** A problem that stops keeps the list from being used; one that warns should be looked at; a note needs nothing. */
  severity: "stops" | "warns" | "notes";
  /** What was found and why it will not do: the rest of a sentence that begins with the place. */
  message: string;
  /** What to do, in words for whoever keeps the list; empty for a note. */
  fix: string;
}

/** Something wrong with a list, and where. Rows count from 1, and row 1 is the header; null where it is the whole file. */
export interface Problem extends Finding {
  file: string;
  row: number | null;
  column: string | null;
}

/** What a cell says; null where it says nothing, or nothing that can be used: then a finding states why. */
export interface Reading<T> {
  value: T | null;
  findings: Finding[];
}

export const read = <T>(value: T | null, ...findings: Finding[]): Reading<T> => ({value, findings});

export const stops = (code: string, message: string, fix: string): Finding => ({
  code,
  severity: "stops",
  message,
  fix
});

export const warns = (code: string, message: string, fix: string): Finding => ({
  code,
  severity: "warns",
  message,
  fix
});

/** What was made of a list, for whoever keeps it to know: there is nothing to do. */
export const notes = (code: string, message: string): Finding => ({code, severity: "notes", message, fix: ""});

/** A reading that nothing can be made of, and why. */
export const refused = <T>(code: string, message: string, fix: string): Reading<T> =>
  read<T>(null, stops(code, message, fix));

/** The same finding, with its place. */
export const at = (
  finding: Finding,
  {file, row = null, column = null}: {file: string; row?: number | null; column?: string | null}
): Problem => ({
  file,
  row,
  column,
  ...finding,
  message: cutQuotes(finding.message),
  fix: cutQuotes(finding.fix)
});

/** By file in the order given, then by row; what is wrong with the whole file comes first. */
export function inOrder(problems: readonly Problem[], files: readonly string[]): Problem[] {
  const place = ({file, row}: Problem) => [files.indexOf(file), row ?? 0] as const;
  return problems
    .map((problem) => ({problem, place: place(problem)}))
    .sort((a, b) => a.place[0] - b.place[0] || a.place[1] - b.place[1])
    .map(({problem}) => problem);
}

import {PublishedFileError} from "../errors.ts";

/** What messages about a panel call its file, rows and columns. */
export interface PlacedInFile {
  /** What messages call the file. */
  file?: string;
  /** By row: its number in the file. */
  row?: ArrayLike<number>;
  /** What the columns are called there. */
  names?: Partial<Record<"id" | "time" | "cohort" | "outcome" | "weights" | "cluster" | "among", string>>;
}

export type Placing = ReturnType<typeof placeInFile>;

/** Makes errors that say where in the file something is wrong. */
export function placeInFile({file = "the panel", row, names = {}}: PlacedInFile) {
  return {
    number: (i: number) => row?.[i] ?? i + 2,
    name: (column: keyof typeof names) => names[column] ?? column,
    error: (problem: string, i: number | null, column: keyof typeof names | null, fix: string) =>
      new PublishedFileError(problem, {
        file,
        row: i === null ? null : (row?.[i] ?? i + 2),
        column: column && (names[column] ?? column),
        fix
      })
  };
}

/** The first treated period, Infinity for never: 0, nothing and infinite ones are. */
export const plainCohort = (g: number): number => (g === 0 || !Number.isFinite(g) ? Infinity : g);

/** A value as messages say it. */
export const showValue = (value: number | string): string =>
  value === Infinity ? "never" : typeof value === "number" && Number.isNaN(value) ? "nothing" : `“${value}”`;

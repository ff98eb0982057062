import {readFile} from "node:fs/promises";
import {PublishedFileError, UserError} from "../../src/library/errors.ts";
import type {EventStudy} from "../../src/library/inference/index.ts";
import {presentNumbers, readTable} from "../read/table.ts";
import type {Table} from "../read/table.ts";

/** Where the coefficients of an event study and their covariance are written down. */
export interface EventStudyFiles {
  /**
   * A table with a column `betahat` or `beta`, the reference left out; one with event times `e` is
   * checked against `pre`.
   */
  beta: string;
  /** The covariance, a line a row, without a header. */
  sigma: string;
  /** How many coefficients are earlier than the reference. */
  pre: number;
  /** Which later effect is meant: its number from 1, or “mean”. */
  post: string;
}

const layout = "one row and one column a coefficient, in the order of the coefficients, and no header";

/**
 * Reads an event study. Throws a UserError or PublishedFileError that says what to do where the
 * files do not fit one another: sizes, order of event times, a reference that was not left out, a
 * covariance that is not symmetric or has a variance that is not positive.
 */
export async function readEventStudy({beta, sigma, pre, post}: EventStudyFiles): Promise<EventStudy> {
  const table = await readTable(beta);
  const column = ["betahat", "beta"].find((name) => table.names.includes(name)) ?? "beta";
  const values = presentNumbers(table, column);
  if (!Number.isInteger(pre) || pre < 1 || pre >= values.length) {
    throw new UserError(`--pre ${pre}: ${beta} has ${values.length} coefficients`, {
      fix: `give how many of them are earlier than the reference, from 1 to ${values.length - 1}`
    });
  }
  const times = findEventTimes(table);
  if (times !== null) refuseDisorder(table, times, pre);
  return {
    beta: values,
    sigma: await readCovariance(sigma, values.length, beta),
    pre,
    target: readTarget(post, values.length - pre)
  };
}

/**
 * The column of event times: e, a k with times before 0 in it, or time, which are years; null where there is none. A k
 * that numbers the coefficients from 1 says nothing of times.
 */
function findEventTimes(table: Table): string | null {
  const isThere = (name: string) => table.names.includes(name);
  if (isThere("e")) return "e";
  if (isThere("k") && presentNumbers(table, "k").some((k) => k < 0)) return "k";
  // Some number the coefficients in time as well, without a place for the reference.
  return isThere("time") && !presentNumbers(table, "time").every((time, i) => time === i + 1) ? "time" : null;
}

function refuseDisorder(table: Table, column: string, pre: number): void {
  const times = presentNumbers(table, column);
  const reference = times.findIndex((e, i) => i > 0 && !(e > times[i - 1]));
  const gap = times.findIndex((e, i) => i > 0 && e - times[i - 1] !== (i === pre ? 2 : 1));
  const wrong = reference >= 0 ? reference : gap;
  if (wrong < 0) return;
  throw new PublishedFileError(
    `${column === "time" ? "time" : "event time"} ${times[wrong]} after ${times[wrong - 1]}, with ${pre} before the reference`,
    {
      file: table.file,
      row: table.row[wrong],
      column,
      fix: "sort rows by event time, one apart, leave out only the reference, and count those before it in --pre"
    }
  );
}

async function readCovariance(file: string, size: number, beta: string): Promise<Float64Array> {
  const text = await readFile(file, "utf8").catch((cause: unknown) => {
    throw new UserError(`cannot read ${file}`, {
      fix: "give the path of the covariance, a line a row, no header",
      cause
    });
  });
  const lines = text.trim().split(/\r?\n/);
  if (lines.length !== size) {
    throw new PublishedFileError(`${lines.length} rows where ${beta} has ${size} coefficients`, {file, fix: layout});
  }
  const sigma = Float64Array.from(lines.flatMap((line, i) => makeCells(line, {file, row: i + 1, size})));
  refuseNoCovariance(sigma, {size, file});
  return sigma;
}

function makeCells(line: string, {file, row, size}: {file: string; row: number; size: number}): number[] {
  const cells = line.split(",").map((cell) => cell.trim());
  if (cells.length !== size) {
    throw new PublishedFileError(`${cells.length} cells where there are ${size} coefficients`, {
      file,
      row,
      fix: layout
    });
  }
  return cells.map((cell, j) => {
    const value = Number(cell);
    if (cell !== "" && Number.isFinite(value)) return value;
    throw new PublishedFileError(`“${cell}” is not a number`, {file, row, column: String(j + 1), fix: layout});
  });
}

function refuseNoCovariance(sigma: Float64Array, {size, file}: {size: number; file: string}): void {
  const largest = sigma.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  for (let i = 0; i < size; i++) {
    if (!(sigma[i * size + i] > 0)) {
      throw new PublishedFileError(`a variance of ${sigma[i * size + i]}`, {
        file,
        row: i + 1,
        column: String(i + 1),
        fix: "leave the reference period out of coefficients and covariance"
      });
    }
    for (let j = 0; j < i; j++) {
      if (Math.abs(sigma[i * size + j] - sigma[j * size + i]) <= 1e-8 * largest) continue;
      throw new PublishedFileError(`${sigma[i * size + j]}, but ${sigma[j * size + i]} across the diagonal`, {
        file,
        row: i + 1,
        column: String(j + 1),
        fix: "give the covariance matrix, which is symmetric"
      });
    }
  }
}

function readTarget(post: string, later: number): Float64Array {
  const target = new Float64Array(later);
  if (post === "mean") return target.fill(1 / later);
  const number = Number(post);
  if (!Number.isInteger(number) || number < 1 || number > later) {
    throw new UserError(`--post ${post}: there are ${later} later effects`, {
      fix: `a number from 1 to ${later}, or mean`
    });
  }
  target[number - 1] = 1;
  return target;
}

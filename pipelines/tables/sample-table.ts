import {PublishedFileError, UserError} from "../../src/library/errors.ts";
import type {Covariate, Sample} from "../../src/library/matching/index.ts";
import {groupTexts} from "./look-alikes.ts";
import {numbers, presentNumbers, presentTexts, texts, type Table} from "../read/table.ts";

/**
 * The units of a table, a row each, to match or weigh. A column of which every
 * cell is a number is one; one of which most cells are none is of categories.
 *
 * Throws a PublishedFileError at an id that stands twice, a treated that is
 * neither 0 nor 1, a missing covariate or a text among numbers; a UserError if nobody is treated or
 * nobody is left to compare with.
 */
export function readSample(
  table: Table,
  {id, treated, covariates}: {id: string; treated: string; covariates: readonly string[]}
): Sample {
  const ids = presentTexts(table, id);
  refuseTwice(ids, table, id);
  const sample = {
    ids,
    treated: zerosAndOnes(table, treated),
    covariates: covariates.map((name) => readCovariate(table, name))
  };
  const count = sample.treated.reduce((sum, value) => sum + value, 0);
  if (count === 0 || count === ids.length) {
    throw new UserError(`${table.file}: ${treated} is ${count ? 1 : 0} in every row`, {
      fix: "give rows of units that were treated (1) and of units to compare them with (0)"
    });
  }
  return sample;
}

/**
 * A covariate by name: numbers, or categories where most cells are none. Throws at an empty cell, at one that is no
 * number where most are, and at a category that is written in two ways.
 */
export function readCovariate(table: Table, name: string): Covariate {
  const cells = texts(table, name);
  const missing = cells.findIndex((cell) => cell === "" || cell === "NA");
  if (missing >= 0) {
    throw new PublishedFileError("an empty cell in a covariate", {
      file: table.file,
      row: table.row[missing],
      column: name,
      fix: "fill the cell in, leave the row out, or give missing values a category of their own"
    });
  }
  const isNumber = cells.map((cell) => Number.isFinite(Number(cell)));
  const count = isNumber.filter(Boolean).length;
  if (count > cells.length / 2 && count < cells.length) {
    const other = isNumber.indexOf(false);
    throw new PublishedFileError(
      `“${cells[other]}” in a covariate that is a number in ${count} of ${cells.length} rows`,
      {
        file: table.file,
        row: table.row[other],
        column: name,
        fix: "write a number there or leave the row out; where all are categories, write no number by itself (“year 7”, not “7”)"
      }
    );
  }
  if (count === cells.length) return {name, values: presentNumbers(table, name)};
  const levels = [...new Set(groupTexts(table, name))].sort();
  const index = new Map(levels.map((level, i) => [level, i]));
  return {name, levels, codes: Int32Array.from(cells, (cell) => index.get(cell)!)};
}

function zerosAndOnes(table: Table, column: string): Uint8Array {
  const values = numbers(table, column);
  const other = values.findIndex((value) => value !== 0 && value !== 1);
  if (other < 0) return Uint8Array.from(values);
  throw new PublishedFileError(`“${texts(table, column)[other]}” where treated is 1 and not treated 0`, {
    file: table.file,
    row: table.row[other],
    column,
    fix: "write 1 for treated units and 0 for units they may be compared with"
  });
}

function refuseTwice(ids: readonly string[], table: Table, column: string): void {
  const seen = new Map<string, number>();
  ids.forEach((id, i) => {
    const first = seen.get(id);
    if (first !== undefined) {
      throw new PublishedFileError(`“${id}” stands in row ${table.row[first]} already`, {
        file: table.file,
        row: table.row[i],
        column,
        fix: "give each unit one row, of what is known of it before joining"
      });
    }
    seen.set(id, i);
  });
}

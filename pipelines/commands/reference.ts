import {existsSync} from "node:fs";
import {join} from "node:path";
import {group, max} from "d3";
import {UserError} from "../../src/library/errors.ts";
import {chooseFormat, printTable, type PrintedRow} from "../tables/print-table.ts";
import type {ReferenceRow, ReferenceSet} from "../validation/reference/row.ts";
import type {Command} from "./command.ts";

/** Recomputes every expected number of the reference sets and prints how far ours are from them. */
export const referenceCommand: Command = {
  name: "reference",
  about: "recompute every expected number of the reference sets and compare it with R’s",
  positionals: [{name: "SET", about: "sets to recompute, all if none is named", many: true}],
  options: {
    from: {type: "string", value: "DIR", about: "the folder of sets (../shared/reference, else test/reference)"},
    format: {type: "string", value: "FORMAT", about: "table, csv or json (table)"},
    all: {type: "boolean", about: "every number, not a line an estimator"}
  },
  run: async (
    {from = existsSync("../shared/reference") ? "../shared/reference" : "test/reference", format, all},
    named
  ) => {
    const {referenceSets} = await import("../validation/reference/index.ts");
    const printed = chooseFormat(format);
    const rows: ReferenceRow[] = [];
    const absent: string[] = [];
    for (const set of setsNamed(named, referenceSets)) {
      const folder = join(String(from), set.id);
      if (existsSync(folder)) rows.push(...(await set.rows(folder)));
      else absent.push(set.id);
    }
    const failures = rows.filter((row) => !row.pass);
    console.log(printTable(all ? rows.map(makeLine) : summary(rows), printed));
    if (!all && failures.length && printed === "table") console.log(`\n${printTable(failures.map(makeLine), printed)}`);
    console.error(`${rows.length - failures.length} of ${rows.length} expected numbers are reproduced`);
    if (absent.length)
      console.error(`not checked here, since ${String(from)} has no folder of them: ${absent.join(", ")}`);
  }
};

function setsNamed(named: readonly string[], referenceSets: readonly ReferenceSet[]): readonly ReferenceSet[] {
  const unknown = named.find((name) => !referenceSets.some(({id}) => id === name));
  if (unknown !== undefined) {
    throw new UserError(`no reference set called “${unknown}”`, {
      fix: `choose from ${referenceSets.map(({id}) => id).join(", ")}`
    });
  }
  return named.length ? referenceSets.filter(({id}) => named.includes(id)) : referenceSets;
}

const makeLine = ({
  set,
  estimator,
  what,
  expected,
  ours,
  relative,
  tolerance,
  pass,
  why
}: ReferenceRow): PrintedRow => ({
  set,
  estimator,
  what,
  expected,
  ours,
  relative,
  tolerance,
  pass: pass ? "yes" : "no",
  why: why ?? null
});

const summary = (rows: readonly ReferenceRow[]): PrintedRow[] =>
  [
    ...group(
      rows,
      ({set}) => set,
      ({estimator}) => estimator
    )
  ].flatMap(([set, estimators]) =>
    [...estimators].map(([estimator, all]) => ({
      set,
      estimator,
      numbers: all.length,
      passed: all.filter(({pass}) => pass).length,
      worst_passed:
        max(
          all.filter(({pass}) => pass),
          ({relative}) => relative
        ) ?? null,
      worst_failed:
        max(
          all.filter(({pass}) => !pass),
          ({relative}) => relative
        ) ?? null
    }))
  );

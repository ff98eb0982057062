import {readdir, readFile} from "node:fs/promises";
import {join} from "node:path";
import {csvFormatRows, csvParseRows} from "d3-dsv";
import {beforeAll, describe, expect, test} from "vitest";
import {readSources} from "../../pipelines/sources.ts";
import {allNames, type Source} from "../../src/published-files/source.ts";
import {readEach} from "../support/read-files.ts";

/** What no figure of a school can be, in any unit. */
const distortions = ["1.7e308", "-1.7e308", "1e12", "-987654321", "NaN", "inf", "0x1F", "1.2.3"];

const samples: {source: Source; file: string; text: string}[] = [];
for (const source of await readSources()) {
  const folder = join("test/input", source.id);
  const names = (await readdir(folder)).filter((name) => name.endsWith(".csv") && !name.includes(".meta."));
  if (!Object.values(source.columns).some(({is}) => is === "number")) continue;
  // The newest that has a number: of late years some have words alone.
  for (const file of names.sort().reverse()) {
    const sample = {source, file, text: await readFile(join(folder, file), "utf8")};
    if (distorted(sample, "0").changed === 0 && names.length > 1) continue;
    samples.push(sample);
    break;
  }
}

/** Every published name of a column that is read as a number, whatever the year. */
function numberNames({columns}: Source): Set<string> {
  const numbers = Object.values(columns).filter(({is}) => is === "number");
  return new Set(numbers.flatMap(allNames).map((name) => name.trim().toLowerCase()));
}

/** The file with one cell in all columns of numbers, in every row that has a number there. */
function distorted({source, text}: (typeof samples)[number], cell: string): {text: string; changed: number} {
  const rows = csvParseRows(text.replace(/^\ufeff/, ""));
  const names = numberNames(source);
  const header = rows.findIndex((row) => row.filter((name) => names.has(name.trim().toLowerCase())).length > 0);
  const at = new Set(rows[header]?.flatMap((name, i) => (names.has(name.trim().toLowerCase()) ? [i] : [])) ?? []);
  let changed = 0;
  const put = (old: string, i: number): string => {
    if (!at.has(i) || !/^-?[\d.]+%?$/.test(old.trim())) return old;
    changed++;
    return cell;
  };
  return {text: csvFormatRows(rows.map((row, i) => (i <= header ? row : row.map(put)))), changed};
}

/** What is said of a file with one cell in all its numbers, what is taken of them, and whether the file as it was has schools. */
interface Answered {
  changed: number;
  said: string;
  selected: unknown[];
  schools: boolean;
}

async function distortEach(sample: (typeof samples)[number]): Promise<Answered[]> {
  const {source, file} = sample;
  const files = distortions.map((cell) => distorted(sample, cell));
  const [asItWas, ...read] = await readEach([sample, ...files].map(({text}) => ({[file]: text})));
  const [{schools}] = await asItWas.query<{schools: boolean}>(
    `select count(*) > 0 as schools from staged.${source.id} where level = 'school' and ${asItWas.rows}`
  );
  return Promise.all(
    read.map(async ({said, query, rows}, i) => {
      const columns = await query<{column_name: string}>(`describe staged.${source.id}`);
      const names = new Set(columns.map(({column_name}) => column_name));
      const numbers = [...names].filter((name) => names.has(`${name}_missing`));
      const values = `[${numbers.map((name) => `case when abs(${name}::double) >= 1e6 then '${name} ' || ${name} end`).join(", ")}]`;
      const schoolRows = `from staged.${source.id} where level = 'school' and ${rows}`;
      const found = await query<{found: string}>(
        `select distinct unnest(list_filter(${values}, lambda x: x is not null)) as found ${schoolRows}`
      );
      return {
        changed: files[i].changed,
        said,
        selected: found.map((row) => row.found),
        schools
      };
    })
  );
}

describe.each(samples.map((sample) => [sample.source.id, sample] as const))("every number of %s", (_, sample) => {
  let answers: Answered[];
  beforeAll(async () => {
    answers = await distortEach(sample);
  });

  test.each(distortions.map((cell, i) => [cell, i] as const))("as “%s” is refused, or left out with a line", (_, i) => {
    const {changed, said, selected, schools} = answers[i];
    expect(changed).toBeGreaterThan(0);
    expect(selected).toEqual([]);
    // Of a source of trusts alone no figure is a school’s, and none is released.
    expect(said !== "" || !schools).toBe(true);
  });
});

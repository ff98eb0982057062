import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {csvParse, csvParseRows, range} from "d3";
import {describe, expect, test} from "vitest";
import {readSources} from "../pipelines/sources.ts";
import {findHeader} from "../src/published-files/header.ts";
import type {Reading} from "../src/vocabulary/measure.ts";
import {measures} from "../src/vocabulary/measures.ts";
import {recognise} from "../src/published-files/recognise.ts";
import {findNewestYear} from "../src/published-files/published-years.ts";
import {listNames, type Source} from "../src/published-files/source.ts";

const sources = await readSources();
const missing = csvParse(readFileSync("pipelines/codes/missing.csv", "utf8"));
const reasons = csvParse(readFileSync("pipelines/codes/reasons.csv", "utf8"));

const readHeaderCells = (path: string): readonly string[] =>
  findHeader(csvParseRows(readFileSync(path, "latin1").replace(/^ï»¿/, "")), sources).header;
const listSamples = (id: string): string[] =>
  existsSync(join("test/input", id))
    ? readdirSync(join("test/input", id)).map((name) => join("test/input", id, name))
    : [];

test("every folder of sources is a source, by the same name", () => {
  expect(sources.map(({id}) => id)).toEqual(readdirSync("pipelines/sources").sort());
});

describe.each(sources.map((source) => [source.id, source] as const))("the descriptor of %s", (id, source) => {
  const columns = Object.entries(source.columns);

  test("is data: it survives JSON", () => {
    expect(JSON.parse(JSON.stringify(source))).toEqual(source);
  });

  test("goes by snake_case names", () => {
    for (const name of [id, ...Object.keys(source.columns)]) expect(name).toMatch(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/);
  });

  test("has a sample in test/input, and what staging makes of it", () => {
    expect(listSamples(id)).not.toEqual([]);
    expect(existsSync(`test/output/${id}.csv`)).toBe(true);
  });

  test("is known by the header of each of its samples, and no other source is", () => {
    for (const path of listSamples(id)) expect(recognise(readHeaderCells(path), sources), path).toEqual({source});
  });

  test("is not known by the header of any other’s sample", () => {
    for (const other of sources.filter((s) => s.id !== id)) {
      for (const path of listSamples(other.id))
        expect(recognise(readHeaderCells(path), [source]).source, path).toBeNull();
    }
  });

  test("is known without its key columns, so that their loss is told", () => {
    const keys = columns.filter(([, {is}]) => is === "key").flatMap(([, {names}]) => Object.values(names).flat());
    const signature = source.signature.map((any) => any.filter((name) => !keys.includes(name)));
    expect(signature.filter((any) => any.length === 0)).toEqual([]);
  });

  test("weighs totals by number columns of its own", () => {
    const weights = columns.flatMap(([, {total}]) => (typeof total === "object" ? [total.weight] : []));
    for (const weight of weights) expect(source.columns[weight]?.is, weight).toBe("number");
  });

  test("never gives one published name to two columns in one year", () => {
    for (let year = source.years.first; year <= findNewestYear(source.years); year++) {
      const names = columns.flatMap(([, column]) => listNames(column, year)).map((name) => name.toLowerCase());
      expect(names, String(year)).toEqual([...new Set(names)]);
    }
  });

  test("has year marks that hold two digits", () => {
    for (const mark of source.year_marks ?? []) expect(new RegExp(mark).source).toContain("(\\d\\d)");
  });

  test("says what every number holds, unit included", () => {
    for (const [name, {is, about}] of columns) if (is === "number") expect(about, name).toBeTruthy();
  });

  test("uses a list of codes that there is", () => {
    expect(missing.map(({codes}) => codes)).toContain(source.codes);
  });
});

describe("the lists of codes", () => {
  test("every reason a code stands for has a meaning", () => {
    const known = reasons.map(({reason}) => reason);
    for (const {code, reason} of missing) expect(known, code).toContain(reason);
  });

  test("every meaning is of one reason, and says something", () => {
    expect(new Set(reasons.map(({reason}) => reason)).size).toBe(reasons.length);
    for (const {reason, meaning} of reasons) expect(meaning.length, reason).toBeGreaterThan(10);
  });

  test("no code stands for two reasons in one list and source", () => {
    const keys = missing.map(({code, codes, source}) => `${code} ${codes} ${source}`);
    expect(keys).toEqual([...new Set(keys)]);
  });

  test("a code of one source is of a source that uses its list", () => {
    const ofSource = missing.filter(({source}) => source !== "");
    for (const {source, codes} of ofSource) expect(sources.find(({id}) => id === source)?.codes).toBe(codes);
  });
});

describe.each(Object.entries(measures))("the measure %s", (_, {comparable_series}) => {
  const readings: Reading[] = comparable_series.flatMap(({read}) => [...read]);
  const column = ({source: id}: Reading, name: string): Source["columns"][string] | undefined =>
    sources.find((source) => source.id === id)?.columns[name];

  test("reads number columns that exist", () => {
    for (const reading of readings) {
      const {value, pupils} = reading;
      const names = [...(typeof value === "string" ? [value] : [value.count, value.of]), ...(pupils ? [pupils] : [])];
      for (const name of names) expect(column(reading, name)?.is, `${reading.source}.${name}`).toBe("number");
    }
  });

  test("reads nothing that was never published in the years it is read in", () => {
    const makeName = ({value}: Reading) => (typeof value === "string" ? value : value.count);
    for (const reading of readings) {
      const {years, columns} = sources.find(({id}) => id === reading.source)!;
      const name = makeName(reading);
      const newest = findNewestYear(years);
      const read = comparable_series
        .filter((series_id) => series_id.read.some((r) => r.source === reading.source && makeName(r) === name))
        .flatMap(({from, to}) => range(from, (to ?? newest) + 1))
        .map((year) => year + (reading.lag ?? 0));
      const published = read.filter((year) => year <= newest && listNames(columns[name], year).length > 0);
      expect(published, `${reading.source}.${name}`).not.toEqual([]);
    }
  });
});

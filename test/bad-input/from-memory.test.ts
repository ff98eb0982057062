import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {readSources} from "../../pipelines/sources.ts";
import {PublishedFileError} from "../../src/library/errors.ts";
import {readName} from "../../src/published-files/file-name.ts";
import {measures} from "../../src/vocabulary/measures.ts";
import {columnsRead} from "../../src/published-files/read-columns.ts";
import {listNames, listSeen, type Source} from "../../src/published-files/source.ts";
import {findFolder} from "../support/published-files.ts";
import {stagedAsText, stagingWarnings} from "../support/staged-text.ts";

const sources = await readSources();
const findSource = (id: string): Source => sources.find((source) => source.id === id)!;

interface Sample {
  source: Source;
  file: string;
  year: number | null;
}

const samples: Sample[] = sources.flatMap((source) =>
  (existsSync(join("test/input", source.id)) ? readdirSync(join("test/input", source.id)) : [])
    .filter((file) => file.endsWith(".csv"))
    .map((file) => ({source, file, year: source.dated === "in_file" ? null : (readName(file).years[0] ?? null)}))
);

/** The columns of a sample whose names are known from memory alone and that a measure reads, with those names. */
const remembered = ({source, file, year}: Sample): {name: string; published: string}[] => {
  const header = readHeaderCells(source.id, file);
  return [...columnsRead(measures, source.id, year).keys()].flatMap((name) => {
    const column = source.columns[name];
    const published = (year === null ? [] : listNames(column, year)).find((n) => header.includes(n));
    return published && listSeen(source, column, year) === "memory" ? [{name, published}] : [];
  });
};

const readText = (id: string, file: string): string => readFileSync(join("test/input", id, file), "latin1");
const readHeaderCells = (id: string, file: string): string[] =>
  readText(id, file).replace(/^ï»¿/, "").split(/\r?\n/, 1)[0].split(",");

/** The sample with another name over one column, as text that is latin1 byte for byte. */
function renamed(id: string, file: string, from: string, to: string): Buffer {
  const [head, ...rest] = readText(id, file).split("\n");
  const names = head.split(",").map((name) => (name.replace(/^ï»¿|\r$/g, "") === from ? name.replace(from, to) : name));
  return Buffer.from([names.join(","), ...rest].join("\n"), "latin1");
}

async function refusal(source: Source, file: string, bytes: Buffer): Promise<PublishedFileError> {
  const error: unknown = await stagedAsText(await findFolder({[file]: bytes}), source).then(
    () => null,
    (reason: unknown) => reason
  );
  expect(error).toBeInstanceOf(PublishedFileError);
  return error as PublishedFileError;
}

const cases = samples.flatMap((sample) =>
  remembered(sample).map(({name, published}) => ({...sample, id: sample.source.id, name, published}))
);

describe("a column known from memory that a measure reads, under another name in the file", () => {
  test("is found in the samples", () => {
    expect(cases.map(({id, name}) => `${id} ${name}`)).toContain("ks5_performance best_three_points");
  });

  test.each(cases)("$id, $file: $published is warned of", async ({source, file, name, published}) => {
    const bytes = renamed(source.id, file, published, `${published}_NEW`);
    const warnings = await stagingWarnings(await findFolder({[file]: bytes}), source);
    const warning = warnings.find((one) => one.includes(`(${name})`))!;
    expect(warning).toMatch(new RegExp(`^${file}, row 1, column .*${published}`));
    expect(warning).toContain("known from memory alone");
    expect(warning).toContain(`${published}_NEW`);
    expect(warning).toContain(`pipelines/sources/${source.id}/source.ts`);
  });
});

test("a column known from memory that no measure reads is listed as absent, and the run goes on", async () => {
  const file = "2018-2019_england_ks5revised.csv";
  const bytes = renamed("ks5_performance", file, "TALLPPE_AGEN", "TALLPPE_AGENERAL");
  const staged = await stagedAsText(await findFolder({[file]: bytes}), findSource("ks5_performance"));
  expect(staged).toMatch(new RegExp(`\n${file},utf-8,7,[^,]*\\bapplied_general_points\\b`));
});

describe("a file without a key column", () => {
  const ids = [
    "ks2_performance_ees",
    "ks4_performance_ees",
    "ks5_destinations",
    "ks5_higher_education",
    "ks5_performance",
    "ks5_performance_ees"
  ];
  const keys = samples
    .filter(({source}) => ids.includes(source.id))
    .flatMap(({source, file, year}) =>
      Object.entries(source.columns)
        .filter(([, {is}]) => is === "key")
        .map(([name, column]) => ({id: source.id, source, file, name, published: listNames(column, year ?? 2025)[0]}))
    );

  test.each(keys)("$id, $file: the loss of $published is told", async ({source, file, name, published}) => {
    const {message, fix} = await refusal(source, file, renamed(source.id, file, published, "ANOTHER"));
    expect(message).toContain(`${source.id} cannot be read without it (${name})`);
    expect(fix).toContain("ANOTHER");
  });
});

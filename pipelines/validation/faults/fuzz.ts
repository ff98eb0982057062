import {mkdtemp, mkdir, readFile, rm, writeFile} from "node:fs/promises";
import {createHash} from "node:crypto";
import {isUtf8} from "node:buffer";
import {tmpdir} from "node:os";
import {basename, dirname, join} from "node:path";
import {gzipSync} from "node:zlib";
import {randomLcg} from "d3";
import Papa from "papaparse";
import {UserError} from "../../../src/library/errors.ts";
import type {Source} from "../../../src/published-files/source.ts";
import {readFolderFiles} from "../../read/read-folder.ts";
import {listFiles} from "../../read/list-files.ts";
import {writeSample} from "../../synthetic-england/write-sample.ts";
import {readSources} from "../../sources.ts";
import {stage} from "../../stage/staged.ts";
import {openWarehouse, rows} from "../../warehouse.ts";
import {makeTally, type Outcome, type Tally} from "./tally.ts";

type Random = () => number;

/** A change of a file of rows. `harmless` ones must leave every figure as it was. */
interface Mutation {
  name: string;
  change(text: string, random: Random): Buffer | string;
  harmless?: boolean;
}

const below = (random: Random, count: number): number => Math.floor(random() * count);

/** The lines with a change of one of them, or of one cell. Cells with commas in quotes are left as they are. */
const onLine = (text: string, random: Random, change: (line: string) => string): string => {
  const lines = text.split("\n");
  const at = 1 + below(random, Math.max(1, lines.length - 2));
  if (lines[at] !== undefined) lines[at] = change(lines[at]);
  return lines.join("\n");
};
const onCell = (text: string, random: Random, value: string): string =>
  onLine(text, random, (line) => {
    if (line.includes('"')) return line;
    const cells = line.split(",");
    cells[below(random, cells.length)] = value;
    return cells.join(",");
  });

const values = [
  "350",
  "-1",
  "9999",
  "1.7e308",
  "NaN",
  "inf",
  "",
  " ",
  "SUPP",
  "x",
  "0,123",
  "1.2.3",
  "=1+1",
  "٣",
  "1 000",
  "-",
  "5%",
  "\u00a05"
];

const mutations: readonly Mutation[] = [
  {
    name: "cut at a byte",
    change: (text, random) => Buffer.from(text, "latin1").subarray(0, below(random, text.length))
  },
  {
    name: "a bit flipped",
    change: (text, random) => {
      const bytes = Buffer.from(text, "latin1");
      const at = below(random, bytes.length);
      bytes[at] = bytes[at] ^ (1 << below(random, 8));
      return bytes;
    }
  },
  {name: "a value put in", change: (text, random) => onCell(text, random, values[below(random, values.length)])},
  {name: "a cell too many", change: (text, random) => onLine(text, random, (line) => `${line},7`)},
  {
    name: "a cell too few",
    change: (text, random) => onLine(text, random, (line) => line.slice(0, line.lastIndexOf(",")))
  },
  {name: "a quote opened", change: (text, random) => onLine(text, random, (line) => line.replace(",", ',"'))},
  {name: "a row twice", change: (text, random) => onLine(text, random, (line) => `${line}\n${line}`)},
  {
    name: "the header twice",
    change: (text, random) => onLine(text, random, (line) => `${line}\n${text.split("\n")[0]}`)
  },
  {name: "semicolons", change: (text) => separatedBy(";", text)},
  {name: "Unicode text of a spreadsheet", change: (text) => inWide(separatedBy("\t", text))},
  {name: "a zero byte", change: (text, random) => onCell(text, random, "\0")},
  {name: "a long cell", change: (text, random) => onCell(text, random, "y".repeat(100_000))},
  {name: "UTF-16", change: inWide, harmless: true},
  {name: "packed under its own name", change: (text) => gzipSync(text)},
  {name: "nothing", change: () => ""},
  {name: "a column’s name lost", change: (text, random) => onHeader(text, random, () => "")},
  {
    name: "a column’s name twice",
    change: (text, random) => onHeader(text, random, (names, at) => names[(at + 1) % names.length])
  },
  {name: "two kinds of line end", change: (text, random) => onLine(text, random, (line) => `${line}\r`)},
  {
    name: "a mark before it",
    change: (text) => (isUtf8(Buffer.from(text, "latin1")) ? `\xef\xbb\xbf${text}` : text),
    harmless: true
  },
  {name: "line ends of Windows", change: (text) => text.replace(/\r?\n/g, "\r\n"), harmless: true},
  {
    name: "another case of names",
    change: (text) => text.replace(/^[^\n]*/, (header) => header.toLowerCase()),
    harmless: true
  },
  {
    name: "blank lines at the end",
    change: (text) => text + (text.includes("\r\n") ? "\r\n\r\n" : "\n\n"),
    harmless: true
  }
];

/** As a spreadsheet saves a table with another mark between its cells. */
const separatedBy = (delimiter: string, text: string): string =>
  Papa.unparse(Papa.parse<string[]>(text, {delimiter: ","}).data, {delimiter, newline: "\n"});

/** Two bytes a letter, of a text that holds a byte a letter. */
function inWide(text: string): Buffer {
  const bytes = Buffer.from(text, "latin1");
  return Buffer.from(`\ufeff${isUtf8(bytes) ? bytes.toString("utf8") : text}`, "utf16le");
}

function onHeader(text: string, random: Random, name: (names: readonly string[], at: number) => string): string {
  const [header = "", ...rest] = text.split("\n");
  const names = header.split(",");
  const at = below(random, names.length);
  names[at] = name(names, at);
  return [names.join(","), ...rest].join("\n");
}

/** What the reader makes of one file: each staged row as text, or why it was refused; “left out” where it is no data. */
type Reading = {rows: readonly string[]} | {refused: string} | {left: string};

async function readFolder(
  file: string,
  content: Buffer | string,
  sources: readonly Source[],
  folder: string
): Promise<Reading> {
  const from = join(folder, "one");
  const work = join(folder, "work");
  for (const place of [from, work]) await rm(place, {recursive: true, force: true});
  await mkdir(dirname(join(from, file)), {recursive: true});
  await writeFile(join(from, file), content);
  const {warehouse, close} = await openWarehouse();
  try {
    const filesRead = await readFolderFiles(from, sources, {
      work,
      said: {year: 2019, stage: "final", snapshot: "2019-03-01"}
    });
    await stage(warehouse, filesRead.files, sources);
    const ids = [...new Set(filesRead.files.map(({source}) => source.id))];
    const staged = await Promise.all(
      ids.map((id) =>
        rows<{row: string}>(
          warehouse,
          `select to_json(s)::varchar as "row" from (select * exclude (file_id, source_row) from staged.${id} order by source_row) s`
        )
      )
    );
    return {rows: staged.flat().map(({row}) => row)};
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return /^no published file that is known/.test(error.message) ? {left: error.message} : {refused: error.message};
  } finally {
    close();
  }
}

export interface FuzzOptions {
  tries: number;
  seed: number;
  /** Where a case that was read wrongly is kept, cut down to few rows. */
  keep: string;
  log: (line: string) => void;
}

/**
 * Changes the files of a synthetic England in the ways that files come to harm, one at a time, and reads each: it has
 * to be refused with a message, left out with a line, or read so that at most the row that was changed is another.
 */
export async function fuzz({tries, seed, keep, log}: FuzzOptions): Promise<Tally[]> {
  const folder = await mkdtemp(join(tmpdir(), "pav-fuzz-"));
  const random = randomLcg(seed);
  try {
    const published = join(folder, "published");
    await writeSample(published, {schools: 60});
    const sources = await readSources();
    const files = (await listFiles(published)).filter(({file}) => /^(?!truth|partnerships|lists).*\.csv$/.test(file));
    const tallies = mutations.map(({name}) => makeTally(name));
    const good = new Map<string, Reading>();
    for (let i = 0; i < tries; i++) {
      const {file} = files[below(random, files.length)];
      const at = i % mutations.length;
      const text = shortened(await readFile(join(published, file), "latin1"));
      const before = good.get(file) ?? (await readFolder(file, Buffer.from(text, "latin1"), sources, folder));
      good.set(file, before);
      const content = mutations[at].change(text, random);
      const bytes = typeof content === "string" ? Buffer.from(content, "latin1") : content;
      const [outcome, what] = await judged(file, bytes, before, mutations[at], sources, folder);
      tallies[at].add(outcome, `${file}: ${what}`);
      if (outcome !== "survived")
        log(`${mutations[at].name}, ${file}: ${outcome}, ${what}; kept as ${await keepCase(keep, file, bytes)}`);
    }
    return tallies;
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}

/** Few rows find as much as many, and a case that is found is small from the start. */
const shortened = (text: string): string => `${text.split("\n").slice(0, 12).join("\n").trimEnd()}\n`;

async function judged(
  file: string,
  bytes: Buffer,
  before: Reading,
  {harmless = false, name}: Mutation,
  sources: readonly Source[],
  folder: string
): Promise<[Outcome, string]> {
  const begun = performance.now();
  let after: Reading;
  try {
    after = await readFolder(file, bytes, sources, folder);
  } catch (error) {
    return ["bad_message", (error as Error).message.split("\n")[0]];
  }
  if (performance.now() - begun > 60_000) return ["blocked", "more than a minute"];
  if (!("rows" in after)) return harmless && "rows" in before ? ["lost", JSON.stringify(after)] : ["survived", ""];
  if (!("rows" in before)) return ["survived", ""];
  if (isOfHeader(name)) {
    const changed = changedValue(before.rows, after.rows);
    return changed === null ? ["survived", ""] : ["silent_wrong", changed];
  }
  const others = rowsThatDiffer(before.rows, after.rows);
  if (harmless) {
    const same = others.length === 0 && after.rows.length === before.rows.length;
    return same ? ["survived", ""] : ["silent_wrong", `${others.length} of ${after.rows.length} rows differ`];
  }
  return others.length > 1
    ? ["silent_wrong", `${others.length} rows differ: ${others[0].slice(0, 200)}`]
    : ["survived", ""];
}

/** Rows with another value than they had. Where no row came or went, a value that is missing for a reason is no other. */
function rowsThatDiffer(before: readonly string[], after: readonly string[]): string[] {
  if (before.length === after.length) return after.filter((row, i) => changedValue([before[i]], [row]) !== null);
  const known = new Set(before);
  return after.filter((row) => !known.has(row));
}

/** Where a name is lost its values are missing for a reason; no other value may stand there. */
const isOfHeader = (name: string): boolean => name.startsWith("a column’s");

function changedValue(before: readonly string[], after: readonly string[]): string | null {
  for (const [i, row] of after.entries()) {
    const was = JSON.parse(before[i] ?? "{}") as Record<string, unknown>;
    for (const [column, value] of Object.entries(JSON.parse(row) as Record<string, unknown>)) {
      if (value !== null && !column.endsWith("_missing") && JSON.stringify(value) !== JSON.stringify(was[column])) {
        return `${column} of row ${i + 1} was ${JSON.stringify(was[column])} and is ${JSON.stringify(value)}`;
      }
    }
  }
  return null;
}

async function keepCase(folder: string, file: string, bytes: Buffer): Promise<string> {
  const path = join(folder, createHash("sha256").update(bytes).digest("hex").slice(0, 8), basename(file));
  await mkdir(dirname(path), {recursive: true});
  await writeFile(path, bytes);
  return path;
}

import {existsSync} from "node:fs";
import {readFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {ValidationFile} from "../../../src/release/release.ts";
import type {Found} from "../truth-page.ts";
import type {Tally} from "./tally.ts";

const columns: ValidationFile["columns"] = [
  {name: "family", numeric: false},
  ...["tried", "survived", "silently wrong", "lost", "blocked", "bad message"].map((name) => ({name, numeric: true}))
];

const makeRow = ({family, tried, survived, silent_wrong, lost, blocked, bad_message}: Tally) => [
  family,
  tried,
  survived,
  silent_wrong,
  lost,
  blocked,
  bad_message
];

/**
 * What came of a campaign of faults, a row a family. Families that it left out keep their row of the run before, if
 * one is kept in `folder`.
 */
export async function faultsFound(
  tallies: readonly Tally[],
  {command, folder}: {command: string; folder: string}
): Promise<Found> {
  const now = new Set(tallies.map(({family}) => family));
  const file = join(folder, "faults.json");
  const before = existsSync(file) ? (JSON.parse(await readFile(file, "utf8")) as ValidationFile) : null;
  const kept = before?.rows.filter(([family]) => !now.has(String(family))) ?? [];
  return found([...kept, ...tallies.map(makeRow)], {
    id: "faults",
    title: "Faults and full disks",
    what: "disturbed runs and requests",
    command,
    fails: [...failing(kept), ...countFailures(tallies)],
    notes: [
      "Each disturbed run starts beside an earlier release. It survives when a whole release stands after it, it said in one message what was wrong, the next run makes the bytes of an undisturbed one, and nothing is left over.",
      "Mended after this campaign and attacks by hand: a release lost at its swap, a lock left by a dead run, work left half done, files left by killed builds, requests that ended the server, errors without a plain message."
    ]
  });
}

/** What came of reading damaged files, a row a way of damaging them. */
export const fuzzFound = (tallies: readonly Tally[], command: string): Found =>
  found(tallies.map(makeRow), {
    id: "fuzz",
    title: "Damaged files",
    what: "damaged files",
    command,
    fails: countFailures(tallies),
    notes: [
      "Each is a file of the synthetic England with one thing changed. It survives when it is refused with a message, left out with a line, or read so that no row is another but the one that was changed.",
      "Mended after this campaign and attacks by hand: impossible values taken, columns that look alike lost, columns swapped or moved without a word, days read month first, cut compressed files answered without a plain message."
    ]
  });

function found(
  rows: ValidationFile["rows"],
  {what, ...rest}: Pick<Found, "id" | "title" | "command" | "fails" | "notes"> & {what: string}
): Found {
  const sum = (at: number): number => rows.reduce((total, row) => total + Number(row[at]), 0);
  const [tried, survived] = [sum(1), sum(2)].map((n) => n.toLocaleString("en-GB"));
  const summary = `${survived} of ${tried} ${what} ended as they should; silently wrong: ${sum(3)}, lost: ${sum(4)}.`;
  return {...rest, summary, columns, rows};
}

const countFailures = (tallies: readonly Tally[]): string[] =>
  tallies.filter(({first}) => first !== "").map(({family, first}) => `${family}: ${firstLine(first)}`);

/** Of earlier rows only the counts are known. */
const failing = (rows: ValidationFile["rows"]): string[] =>
  rows.filter(([, tried, survived]) => tried !== survived).map(([family]) => `${family}: not all survived`);

/** One line of it, without the folder of this machine that it happened in. */
const firstLine = (text: string): string => (text.split("\n")[0] ?? "").replaceAll(tmpdir(), "").slice(0, 200);

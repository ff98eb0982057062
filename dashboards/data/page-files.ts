import {lightColumns} from "../../src/release/light-columns.ts";
import type {PartnershipIndex} from "../../src/release/partnership-files.ts";
import type {ResultIndex} from "../../src/release/result-index.ts";
import {choiceIndex, lightIndex} from "./light-index.ts";
import {makeMethods} from "./methods-file.ts";
import {readRelease, RELEASE_FILES, releaseFolder} from "./read-release.ts";

/** The text of a file of pages, from a release. */
type PageFile = (folder: string) => Promise<string>;

const fromResults =
  (light: (index: ResultIndex) => unknown): PageFile =>
  async (folder) =>
    JSON.stringify(light(JSON.parse(await readRelease("results", folder)) as ResultIndex));

async function listPartnerships(folder: string): Promise<string> {
  const {columns, shards} = JSON.parse(await readRelease("partnerships", folder)) as PartnershipIndex;
  const {schools, ...rest} = columns;
  // Nearly always none, which weighs nothing; the list adds up again how many schools there are.
  const besides = schools.map((all, i) => all - columns.supported[i] - columns.supporter[i] - columns.member[i]);
  return JSON.stringify({shards, columns: lightColumns({...rest, besides})});
}

/** By name, every file that pages read as data/NAME.json: most are files of the release, unchanged. */
export const pageFiles: Readonly<Record<string, PageFile>> = {
  ...Object.fromEntries(RELEASE_FILES.map((name): [string, PageFile] => [name, (folder) => readRelease(name, folder)])),
  results: fromResults(lightIndex),
  choices: fromResults(choiceIndex),
  partnerships: listPartnerships,
  methods: async (folder) => JSON.stringify(makeMethods(await readRelease("plan", folder)))
};

/** A loader’s whole work: prints one file of the release that is shown. A build makes them all itself, in one process. */
export async function printPageFile(name: string): Promise<void> {
  process.stdout.write(await pageFiles[name](releaseFolder()));
}

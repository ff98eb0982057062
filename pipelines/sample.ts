import {existsSync} from "node:fs";
import {mkdir, readdir, rename, rm, writeFile} from "node:fs/promises";
import {basename, dirname, join, resolve} from "node:path";
import {range} from "d3";
import {UserError} from "../src/errors.ts";
import {absenceFile} from "./sample/absence-file.ts";
import {absenceTable} from "./sample/absence-table.ts";
import {censusTable} from "./sample/census-table.ts";
import {tableYear, type Published} from "./sample/csv.ts";
import {destinationsTable} from "./sample/destinations-table.ts";
import {inventEngland} from "./sample/england.ts";
import {exclusionsFile} from "./sample/exclusions-file.ts";
import {informationTable} from "./sample/information-table.ts";
import {ks2Table} from "./sample/ks2-table.ts";
import {ks4Table} from "./sample/ks4-table.ts";
import {live} from "./sample/life.ts";
import {plan} from "./sample/plan.ts";
import {reasonsFile} from "./sample/reasons-file.ts";
import {academyLinksFile, allLinksFile, groupsFile, membershipFile} from "./sample/register-groups.ts";
import {linksFile} from "./sample/register-links.ts";
import {establishmentsFile} from "./sample/register.ts";
import {schoolList} from "./sample/school-list.ts";
import {termlyFile} from "./sample/termly-file.ts";
import {zip} from "./sample/zip.ts";

export {plan};

export interface SampleOptions {
  /** State schools, about: 600. */
  schools?: number;
  seed?: number;
}

/** Marks a folder of made-up files. */
export const INVENTED = "INVENTED.txt";

const notice = `Every school, pupil, partnership and place in these files is made up.
The files are laid out as the publishers lay out theirs; nothing in them is about England.
`;

/** Academic years of each file, by the year they end. */
const years = {
  ks4: [...range(2011, 2020), ...range(2022, 2026)],
  ks2: [...range(2011, 2020), ...range(2023, 2026)],
  absence: [...range(2011, 2016), 2019, 2023],
  census: [...range(2011, 2020), ...range(2021, 2026)],
  destinations: [2019, 2022, 2023],
  information: [2019, 2023],
  absence_ees: [...range(2014, 2020), ...range(2021, 2024)],
  absence_by_reason: range(2013, 2018),
  exclusions: range(2007, 2018),
  exclusions_termly: range(2017, 2024)
};

/** The year whose tables come in one archive, as the service delivers more than one. */
const zipped = 2019;

/** The made-up files, in memory: the same for the same options. */
export function sampleFiles({schools = plan.schools, seed = plan.seed}: SampleOptions = {}): Published[] {
  const england = inventEngland(schools, seed);
  const lives = live(england);
  const tables = [
    ...years.ks4.map((year) => ({year, file: ks4Table(england, year, lives)})),
    ...years.ks2.map((year) => ({year, file: ks2Table(england, year, lives)})),
    ...years.absence.map((year) => ({year, file: absenceTable(year, lives.in(year))})),
    ...years.census.map((year) => ({year, file: censusTable(year, lives.in(year))})),
    ...years.destinations.map((year) => ({year, file: destinationsTable(england, year, lives)})),
    ...years.information.map((year) => ({year, file: informationTable(england, year)}))
  ];
  const inArchive = tables.filter(({year}) => year === zipped).map(({file}) => inside(file, zipped));
  return [
    ...tables.filter(({year}) => year !== zipped).map(({file}) => file),
    zip("performance_tables/Performancetables_1.zip", inArchive),
    zip("ees/pupil-absence-in-schools-in-england_2022-23.zip", [absenceFile(england, years.absence_ees, lives)]),
    zip("ees/suspensions-and-permanent-exclusions-in-england_2022-23.zip", [
      termlyFile(years.exclusions_termly, lives)
    ]),
    reasonsFile(england, years.absence_by_reason, lives),
    ...exclusionsFile(england, years.exclusions, lives),
    academyLinksFile(england, "2018-05-01"),
    academyLinksFile(england, "2019-03-01"),
    allLinksFile(england, "2022-08-31"),
    groupsFile(england, "2022-08-31"),
    membershipFile(england, "2023-04-21"),
    linksFile(england, "2023-04-21"),
    establishmentsFile(england, "2023-04-21"),
    schoolList(england, 2018)
  ];
}

/** In an archive the year is the folder’s name, not the file’s. */
const inside = ({path, bytes}: Published, year: number): Published => ({
  path: basename(path).replace(`${tableYear(year)}_`, `${tableYear(year)}/`),
  bytes
});

/**
 * Writes a small made-up England into a folder, as published files. The folder
 * is swapped in whole: what was there before is a sample, or nothing, or the
 * UserError says so.
 */
export async function writeSample(folder: string, options: SampleOptions = {}): Promise<void> {
  const target = resolve(folder);
  await refuseOtherFiles(target, folder);
  const partial = join(dirname(target), `.${basename(target)}.partial`);
  const old = join(dirname(target), `.${basename(target)}.old`);
  await rm(partial, {recursive: true, force: true});
  for (const {path, bytes} of [...sampleFiles(options), {path: INVENTED, bytes: Buffer.from(notice)}]) {
    await mkdir(dirname(join(partial, path)), {recursive: true});
    await writeFile(join(partial, path), bytes);
  }
  await rm(old, {recursive: true, force: true});
  if (existsSync(target)) await rename(target, old);
  await rename(partial, target);
  await rm(old, {recursive: true, force: true});
}

async function refuseOtherFiles(target: string, folder: string): Promise<void> {
  const found: string[] = existsSync(target) ? await readdir(target) : [];
  if (found.length === 0 || found.includes(INVENTED)) return;
  throw new UserError(`${folder} holds files that are no sample`, {
    fix: "give --to a new folder: a sample replaces all that is in it"
  });
}

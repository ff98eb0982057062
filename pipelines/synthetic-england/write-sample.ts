import {existsSync} from "node:fs";
import {readdir, rm} from "node:fs/promises";
import {basename, dirname, join, resolve} from "node:path";
import {range} from "d3";
import type {AcademicYear} from "../../src/vocabulary/academic-year.ts";
import {UserError} from "../../src/library/errors.ts";
import {SYNTHETIC} from "../read/synthetic.ts";
import {absenceFile} from "./absence-file.ts";
import {absenceTable} from "./absence-table.ts";
import {censusTable} from "./census-table.ts";
import {tableYear, type Published} from "./csv.ts";
import {areaFiles} from "./area-files.ts";
import {destinationsTable} from "./destinations-table.ts";
import {makeSyntheticEngland, type England} from "./england.ts";
import {exclusionsFile} from "./exclusions-file.ts";
import {financeWorkbooks} from "./finance-workbooks.ts";
import {informationTable} from "./information-table.ts";
import {ks2File} from "./ks2-file.ts";
import {ks2Table} from "./ks2-table.ts";
import {ks4File} from "./ks4-file.ts";
import {ks4Table} from "./ks4-table.ts";
import {ks5DestinationsTable} from "./ks5-destinations-table.ts";
import {ks5File} from "./ks5-file.ts";
import {ks5HigherEducationTable} from "./ks5-higher-education-table.ts";
import {ks5Table} from "./ks5-table.ts";
import {live, type Lives} from "./life.ts";
import {listFiles} from "./lists.ts";
import {FIRST_INSPECTIONS} from "./ofsted.ts";
import {ofstedFiles} from "./ofsted-files.ts";
import {defaultPlan, type Plan} from "./plan.ts";
import {writeInParts} from "./parts.ts";
import {reasonsFile} from "./reasons-file.ts";
import {registerFiles} from "./register-files.ts";
import {exclusionsByYearFile} from "./exclusions-by-year-file.ts";
import {truthJobs} from "./truth-files.ts";
import {writePublished} from "./write.ts";
import {workforceFiles} from "./workforce-files.ts";
import {workforceTable} from "./workforce-table.ts";
import {zip} from "./zip.ts";
import {recover, swap} from "../files/whole-folder.ts";

const notice = `Every school, pupil, partnership and place in these files is made up.
The files are laid out as the publishers lay out theirs; nothing in them is about England.
`;

/** Says of a folder that its files are a sample. */
export const noticeFile: Published = {path: SYNTHETIC, bytes: Buffer.from(notice)};

/** A file a year, in the years it was published: the performance tables. */
interface Tables {
  years: readonly AcademicYear[];
  file(england: England, year: AcademicYear, lives: Lives): Published | readonly Published[];
}

/** Files that each hold many years. */
interface Series {
  years: readonly AcademicYear[];
  files(england: England, years: readonly AcademicYear[], lives: Lives): Published | readonly Published[];
}

/** To add a dataset with a file a year, add a line. Academic years are stated by the year they end. */
const tables: readonly Tables[] = [
  {years: [...range(2011, 2020), ...range(2022, 2026)], file: ks4Table},
  {years: [...range(2011, 2020), ...range(2023, 2026)], file: ks2Table},
  {years: [...range(2011, 2020), ...range(2022, 2026)], file: ks5Table},
  {years: range(2022, 2026), file: ks5DestinationsTable},
  {years: range(2022, 2026), file: ks5HigherEducationTable},
  {years: [...range(2011, 2016), 2019, 2023], file: absenceTable},
  {years: [...range(2011, 2020), ...range(2021, 2026)], file: censusTable},
  {years: [2019, 2022, 2023], file: destinationsTable},
  {years: [2019, 2023], file: informationTable},
  {years: range(2011, 2019), file: workforceTable},
  {years: range(2022, 2026), file: financeWorkbooks}
];

/** To add a dataset with all its years in one file, or some, add a line. */
const series: readonly Series[] = [
  {years: [...range(2014, 2020), ...range(2021, 2024)], files: absenceFile},
  {years: range(2017, 2024), files: exclusionsByYearFile},
  {years: range(2013, 2018), files: reasonsFile},
  {years: range(2007, 2018), files: exclusionsFile},
  {years: range(2023, 2026), files: ks2File},
  {years: range(2023, 2026), files: ks4File},
  {years: range(2022, 2026), files: ks5File},
  {years: range(2011, 2026), files: workforceFiles},
  {years: range(FIRST_INSPECTIONS, 2026), files: ofstedFiles},
  {years: [], files: registerFiles},
  {years: [], files: listFiles},
  {years: [], files: areaFiles}
];

/** The year whose tables come in one archive, as the service delivers more than one. */
const zipped = 2019;

/** Some of the files: each job can be done by itself. */
type Job = () => Iterable<Published>;

/** The jobs that make the whole sample, with the truth beside it unless that is not wanted. The country is made once the first of them is done. */
export function sampleJobs(plan: Plan, {truth = true} = {}): Job[] {
  let made: {england: England; lives: Lives} | undefined;
  const country = () => {
    if (made) return made;
    const england = makeSyntheticEngland(plan);
    return (made = {england, lives: live(england)});
  };
  const {first, last} = plan.years;
  return [
    ...range(first, last + 1).map((year) => () => makeTables(year, country())),
    ...series.map(({years, files}) => () => {
      const {england, lives} = country();
      const within = years.filter((year) => year >= first && year <= last);
      return several(files(england, within, lives));
    }),
    ...(truth ? truthJobs : []).map((files) => () => several(files(country().england, country().lives)))
  ];
}

/** The synthetic files of the default plan with some changes, made one at a time: the same for the same plan. */
export function* sampleFiles(changes: Partial<Plan> = {}, {truth = true} = {}): Generator<Published> {
  for (const job of sampleJobs({...defaultPlan, ...changes}, {truth})) yield* job();
}

function* makeTables(year: AcademicYear, {england, lives}: {england: England; lives: Lives}): Generator<Published> {
  const now = tables.filter(({years}) => years.includes(year));
  if (year !== zipped) for (const {file} of now) yield* several(file(england, year, lives));
  else {
    const members = now.flatMap(({file}) => several(file(england, year, lives))).map((file) => inside(file, zipped));
    yield zip("performance_tables/Performancetables_1.zip", members);
  }
}

/** Up to so many schools one process is as quick as two. */
const ALONE = 1500;

const several = (files: Published | readonly Published[]): readonly Published[] => ("path" in files ? [files] : files);

/** In an archive the year is the folder’s name, not the file’s. */
const inside = ({path, bytes}: Published, year: number): Published => ({
  path: basename(path).replace(`${tableYear(year)}_`, `${tableYear(year)}/`),
  bytes
});

/**
 * Writes the synthetic England of the default plan with some changes into a folder, as published files. The
 * folder is swapped in whole: what was there before is a sample, or nothing, or
 * the UserError says so.
 */
export async function writeSample(folder: string, changes: Partial<Plan> = {}, {truth = true} = {}): Promise<void> {
  const plan = {...defaultPlan, ...changes};
  await replaceSample(folder, async (fresh) => {
    if (plan.schools > ALONE) await writeInParts(fresh, plan, sampleJobs(plan, {truth}).length);
    else for (const file of sampleFiles(plan, {truth})) await writePublished(fresh, file);
    await writePublished(fresh, noticeFile);
  });
}

/** Has the files of a sample written into a fresh folder, and swaps it in as `writeSample` says. */
export async function replaceSample(folder: string, write: (fresh: string) => Promise<void>): Promise<void> {
  const target = resolve(folder);
  await refuseOtherFiles(target, folder);
  const partial = join(dirname(target), `.${basename(target)}.partial`);
  await recover(target, () => undefined);
  await rm(partial, {recursive: true, force: true});
  await write(partial);
  await swap(partial, target);
}

async function refuseOtherFiles(target: string, folder: string): Promise<void> {
  const found: string[] = existsSync(target) ? await readdir(target) : [];
  if (found.length === 0 || found.includes(SYNTHETIC)) return;
  throw new UserError(`${folder} holds files that are no sample`, {
    fix: "give --to a new folder: a sample replaces all that is in it"
  });
}

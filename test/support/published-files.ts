import {statfsSync} from "node:fs";
import {mkdir, mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {atEnd} from "./at-end.ts";

/** Published files by their path in a folder: invented rows in a published layout. */
export type Files = Record<string, string | Buffer>;

/** Memory, where there is plenty set aside for files: a run has the disk confirm a hundred times that it has written. */
const scratch = hasRoom("/dev/shm") ? "/dev/shm" : tmpdir();

function hasRoom(folder: string): boolean {
  try {
    const {bavail, bsize} = statfsSync(folder);
    return bavail * bsize > 4e9;
  } catch {
    return false;
  }
}

/** A folder of its own for one test, gone when the tests of the file are over. */
export async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(scratch, "pav-"));
  atEnd(() => rm(folder, {recursive: true, force: true}));
  return folder;
}

/** A folder that holds these files. */
export async function findFolder(files: Files): Promise<string> {
  const folder = join(await emptyFolder(), "published");
  await mkdir(folder);
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), {recursive: true});
    await writeFile(join(folder, path), content);
  }
  return folder;
}

/** The text of a file, a line an argument. */
export const lines = (...all: readonly string[]): string => all.map((line) => `${line}\n`).join("");

/** Key stage 4 as published, cut down to a dozen columns. */
export const ks4Header = "RECTYPE,LEA,ESTAB,URN,SCHNAME,PCODE,NFTYPE,ICLOSE,TPUP,TOTPUPS,ATT8SCR,P8MEA";

/** One school’s row under ks4Header. */
export const ks4Row = (
  urn: number,
  {
    la = "901",
    estab = String(urn).slice(-4),
    postcode = "",
    type = "CY",
    pupils = "100",
    attainment = "50",
    progress = "0"
  } = {}
): string => `1,${la},${estab},${urn},School ${urn},${postcode},${type},0,${pupils},600,${attainment},${progress}`;

/** The national row of key stage 4. */
export const ks4National = "5,,,,,,,,,,,";

/** A whole key stage 4 file: schools and the national row. */
export const ks4File = (...schools: readonly string[]): string => lines(ks4Header, ...schools, ks4National);

/** Exclusions as published, without the rates. */
export const exclusionsHeader =
  "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,la_name,laestab,school_type,academy_type,academy_open_date,num_schools,headcount,perm_excl,fixed_excl,one_plus_fixed";

/** One school’s row under exclusionsHeader. */
export const exclusionsRow = (
  laestab: number,
  {
    year = "201617",
    phase = "State-funded secondary",
    academy = "Total",
    opened = "Total",
    headcount = "500",
    permanent = "0",
    fixed = "10",
    pupils = "5"
  } = {}
): string =>
  `${year},Academic year,School,E92000001,England,E12000001,North,${String(laestab).slice(0, 3)},Ashshire,${laestab},${phase},${academy},${opened},1,${headcount},${permanent},${fixed},${pupils}`;

/** One printed total of exclusions: of an authority if one is given, of the nation otherwise. */
export const exclusionsTotal = (
  la: number | null,
  {
    year = "201617",
    phase = "State-funded secondary",
    schools = "",
    headcount = "",
    permanent = "",
    fixed = "",
    pupils = ""
  } = {}
): string =>
  `${year},Academic year,${la ? "Local authority" : "National"},E92000001,England,,${la ? "North" : ""},${la ?? ""},${la ? "Ashshire" : ""},,${phase},Total,Total,${schools},${headcount},${permanent},${fixed},${pupils}`;

/** Absence by school in the performance tables. */
export const absenceFile = (...schools: readonly string[]): string =>
  lines("LA,ESTAB,URN,PERCTOT,PPERSABS10", ...schools, "NAT,SEC,,5.5,13.7");

/** Links of the register: from, to, date. */
export const linksFile = (...links: readonly (readonly [number, number, string])[]): string =>
  lines(
    "URN,LinkURN,LinkName,LinkType,LinkEstablishedDate",
    ...links.map(([from, to, date]) => `${from},${to},School ${to},Successor,${date}`)
  );

/** The list of schools by LAESTAB and URN. */
export const listFile = (...schools: readonly (readonly [number, number])[]): string =>
  lines(
    "AcademicYear,LA,LAEstab,SchoolName,URN",
    ...schools.map(([laestab, urn]) => `201718,${String(laestab).slice(0, 3)},${laestab},School ${urn},${urn}`)
  );

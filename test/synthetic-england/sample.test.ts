import {group, rollup} from "d3";
import Papa from "papaparse";
import {createHash} from "node:crypto";
import {existsSync} from "node:fs";
import {readdir, readFile, stat, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {beforeAll, describe, expect, it} from "vitest";
import {readFolderFiles} from "../../pipelines/read/read-folder.ts";
import type {FilesRead} from "../../pipelines/read/published-file.ts";
import {TRUTH} from "../../pipelines/read/synthetic.ts";
import {defaultPlan as plan, type Plan} from "../../pipelines/synthetic-england/plan.ts";
import {SYNTHETIC} from "../../pipelines/read/synthetic.ts";
import {sampleFiles, writeSample} from "../../pipelines/synthetic-england/write-sample.ts";
import {makeSyntheticEngland} from "../../pipelines/synthetic-england/england.ts";
import {findCohort} from "../../pipelines/synthetic-england/school.ts";
import {readSources} from "../../pipelines/sources.ts";
import {openDuckDB, rows} from "../../pipelines/warehouse.ts";
import {UserError} from "../../src/library/errors.ts";
import type {ReconciliationFile, ReleaseFacts} from "../../src/release/release.ts";
import {emptyFolder} from "../support/published-files.ts";
import {sampleRelease} from "../support/sample-release.ts";

/** Which source each file is, by its name. */
const findSource: readonly [RegExp, string][] = [
  [/_?england_ks4final/, "ks4_performance"],
  [/_?england_ks2final/, "ks2_performance"],
  [/_?england_ks4-pupdest/, "ks4_destinations"],
  [/_?england_ks5final/, "ks5_performance"],
  [/_?england_ks5-studest\.csv/, "ks5_destinations"],
  [/_?england_ks5-studest-he\.csv/, "ks5_higher_education"],
  [/ks2_school_attainment_data/, "ks2_performance_ees"],
  [/performance_tables_schools_final/, "ks4_performance_ees"],
  [/institution_performance_/, "ks5_performance_ees"],
  [/_?england_census/, "school_characteristics"],
  [/_?england_school_information/, "school_information"],
  [/_?england_abs/, "absence"],
  [/absence_3term_school/, "absence_ees"],
  [/missing_at_least_one_session/, "absence_by_reason"],
  [/exclusions_by_geographic_level/, "exclusions"],
  [/exc_school/, "exclusions_termly"],
  [/^gias\/links_/, "gias_links"],
  [/grouplinks_|alllinksdata|academiesmatmembership/, "gias_group_links"],
  [/allgroupsdata/, "gias_groups"],
  [/edubasealldata/, "gias_establishments"],
  [/school_list/, "school_list"],
  [/_?england_swf/, "workforce_tables"],
  [/workforce_ptrs_/, "workforce_ratios"],
  [/teacher_turnover_/, "teacher_turnover"],
  [/workforce_teacher_pay_/, "teacher_pay"],
  [/sickness_absence_teachers/, "teacher_sickness"],
  [/vacancies_number_rate/, "teacher_vacancies"],
  [/CFR_.*\.xlsx/, "finance_maintained"],
  [/AAR_.*\.xlsx/, "finance_academies"],
  [/ofsted\/Management_information_-_state-funded_schools_1_September/, "ofsted_inspections"],
  [/ofsted\/.*_31_August_20(20|21|22|23|24)\.csv/, "ofsted_latest"],
  [/ofsted\/.*_31_Aug_2025/, "ofsted_judgements"]
];

/** What some layouts of a source have and others of the same year lack, and the synthetic ones with them. */
const otherLayout: Record<string, RegExp> = {
  // Four lists, each with dates, types or identifiers that the others lack.
  gias_group_links: /^(?:group|federation|companies_house|establishment|left)_/,
  // Report cards began in November 2025; the last synthetic list is of that August.
  ofsted_judgements: /^report_card_/,
  // The layout that was seen names no authorities and counts none who came or went.
  teacher_turnover: /^(?:region_name|la_code|la_name|entrants_fte|leavers_fte)$/,
  // Addresses of schools are not made up, but of consortia, whose members stand in them.
  ks5_performance: /^address[12]$/,
  // The layout of short names, to 2013/14, has no phase.
  workforce_tables: /^school_phase$/
};

/** Of all files of a synthetic England of 60 schools, seed 7. */
const SUM = "a8a2679ac35c1dd5ce70ab8a468d6c8d9f9cc0212e406bf72bb71d9546ef2980";

const computeSum = (content: string | Buffer): string => createHash("sha256").update(content).digest("hex");

const checksums = (changes: Partial<Plan>): {path: string; sum: string}[] =>
  Array.from(sampleFiles(changes), ({path, bytes}) => ({path, sum: computeSum(bytes)}));

describe("the synthetic England", () => {
  it("is the same for the same seed, byte for byte, on every machine, and another for another", () => {
    const first = checksums({schools: 60, seed: 7});
    // A changed sum is right only where the synthetic England was meant to change.
    expect(computeSum(first.map(({path, sum}) => `${path} ${sum}\n`).join(""))).toBe(SUM);
    const other = checksums({schools: 60, seed: 8});
    expect(other.map(({path}) => path)).toEqual(first.map(({path}) => path));
    const sums = new Set(first.map(({sum}) => sum));
    expect(other.filter(({sum}) => sums.has(sum)).map(({path}) => path)).toEqual([
      "ees/exclusions_by_geographic_level.meta.csv",
      "partnerships/programmes.csv",
      "truth/before.csv"
    ]);
  });

  it("replaces an earlier sample whole, and no other folder", async () => {
    const few = {schools: 30, years: {first: 2023, last: 2024}};
    const folder = await emptyFolder();
    const sample = join(folder, "sample");
    await writeSample(sample, few);
    await writeFile(join(sample, "gias", "left-over.csv"), "URN\n");
    await writeSample(sample, few);
    expect(await readdir(join(sample, "gias"))).not.toContain("left-over.csv");
    expect(await readdir(folder)).toEqual(["sample"]);
    await writeFile(join(folder, "mine.csv"), "URN\n");
    await expect(writeSample(folder, few)).rejects.toThrow(UserError);
    expect((await readdir(folder)).sort()).toEqual(["mine.csv", "sample"]);
  });
});

describe("its files", () => {
  let intake: FilesRead;
  let absent: {file: string; source: string; absent: string[]}[];
  let encodings: Set<string>;
  let bytes = 0;

  beforeAll(async () => {
    const release = await sampleRelease();
    const published = join(release, "../../published");
    bytes = await readBytes(published);
    intake = await readFolderFiles(published, await readSources(), {work: await emptyFolder(), said: {}});
    encodings = new Set(intake.files.map(({encoding}) => encoding));
    const {warehouse, close} = await openDuckDB(join(release, "../schools.duckdb"), {access_mode: "READ_ONLY"});
    absent = await rows(warehouse, "select file, source, absent from file where len(absent) > 0 order by file");
    close();
  });

  it("are each known as the source they are, and one marks them as invented", () => {
    const found = intake.files.map(({file, source}) => ({file, source: source.id}));
    const wanted = found.map(({file}) => ({file, source: findSource.find(([name]) => name.test(file))?.[1]}));
    expect(found).toEqual(wanted);
    expect(new Set(found.map(({source}) => source)).size).toBe(findSource.length);
    expect(intake.unknown.map(({file}) => file.split("/")[0])).toEqual([TRUTH, SYNTHETIC]);
    expect(intake.lists.map(({file}) => file.split("/")[0])).toEqual(Array.from({length: 15}, () => "lists"));
    expect(intake.tables.map(({file}) => file)).toEqual([
      "partnerships/area_partnerships.csv",
      "partnerships/programme_areas.csv",
      "partnerships/programmes.csv",
      "partnerships/teaching_school_hubs.csv"
    ]);
    expect(intake.copies).toEqual([]);
    expect(intake.metadata.map(({lacks}) => lacks)).toEqual([[]]);
  });

  it("come in both encodings", () => {
    expect(encodings).toEqual(new Set(["utf-8", "windows-1252"]));
  });

  it("have every column their publisher printed that year, but those of another layout of the same source", () => {
    const lacking = absent.flatMap(({file, source, absent: columns}) =>
      columns.filter((column) => !otherLayout[source]?.test(column)).map((column) => ({file, column}))
    );
    expect(lacking).toEqual([]);
  });

  it("are small", () => {
    expect(bytes).toBeLessThan(30e6);
  });
});

describe("its schools", () => {
  const england = makeSyntheticEngland(plan);

  it("are about as many as asked for, in twelve authorities that do not exist", () => {
    const state = england.schools.filter(
      ({independent, establishments}) => !independent && establishments[0].reason_opened !== "Split school"
    );
    expect(
      Object.fromEntries(
        rollup(
          state,
          (all) => all.length,
          ({phase}) => phase
        )
      )
    ).toEqual({
      primary: Math.round(plan.schools * plan.shares.primary),
      secondary: Math.round(plan.schools * plan.shares.secondary),
      special: Math.round(plan.schools * plan.shares.special)
    });
    expect(england.authorities.map(({code}) => Number(code)).every((code) => code >= 500 && code <= 649)).toBe(true);
    expect(new Set(england.establishments.map(({urn}) => urn)).size).toBe(england.establishments.length);
  });

  it("have the roles that were planted, in enough partnerships", () => {
    const trusts = england.roles.filter(
      ({partnership: {partnership_type}}) => partnership_type === "multi_academy_trust"
    );
    const of = (role: string, phase: string) =>
      trusts.filter((r) => r.role === role && r.school.phase === phase).length;
    expect(of("supported", "secondary")).toBeGreaterThanOrEqual(20);
    expect(of("supported", "primary")).toBeGreaterThanOrEqual(40);
    expect(of("supporter", "secondary")).toBeGreaterThanOrEqual(12);
    expect(of("supporter", "primary")).toBeGreaterThanOrEqual(20);
    expect(of("member", "secondary")).toBeGreaterThanOrEqual(12);
    expect(of("member", "primary")).toBeGreaterThanOrEqual(25);
    expect(
      new Set(trusts.filter(({role}) => role === "supported").map((r) => r.partnership)).size
    ).toBeGreaterThanOrEqual(10);
    const cohorts = new Set(trusts.filter(({role}) => role === "supported").map(({from}) => findCohort(from)));
    expect([2013, 2014, 2015, 2016, 2017].filter((year) => !cohorts.has(year))).toEqual([]);
  });

  it("change their URN with links on both sides, some undated, some of mergers", () => {
    const types = group(england.links, ({partnership_type}) => partnership_type);
    expect([...types.keys()].sort()).toEqual(["amalgamated", "merged", "plain", "split"]);
    expect(england.links.some(({date}) => date === null)).toBe(true);
    expect(england.links.some(({one_sided}) => one_sided)).toBe(true);
  });
});

describe("its release", () => {
  let folder: string;

  beforeAll(async () => {
    folder = await sampleRelease();
  });

  const read = async <T>(name: string) => JSON.parse(await readFile(join(folder, `${name}.json`), "utf8")) as T;

  it("says that it is invented", async () => {
    expect((await read<ReleaseFacts>("release")).synthetic).toBe(true);
  });

  it("has totals that the schools give, within what is rounded and hidden", async () => {
    const notes = await read<ReconciliationFile[]>("reconciliation");
    expect(
      notes.filter(({unexplained}) => unexplained > 0).map(({file, column, why}) => ({file, column, why}))
    ).toEqual([]);
  });
});

async function readBytes(folder: string): Promise<number> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true});
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(files.map(({parentPath, name}) => stat(join(parentPath, name))));
  return sizes.reduce((sum, {size}) => sum + size, 0);
}

const real = "../shared/data";

describe.skipIf(!existsSync(real))("its names (compared with ../shared/data)", () => {
  it("are those of no real school, authority or group, and neither are its URNs", async () => {
    const england = makeSyntheticEngland(plan);
    const known = await realCells();
    const names = [
      ...england.establishments.map(({name}) => name),
      ...england.groups.map(({name}) => name),
      ...england.authorities.flatMap(({name, code}) => [name, code])
    ];
    expect(names.filter((name) => known.has(plain(name)))).toEqual([]);
    expect(england.establishments.filter(({urn}) => known.has(String(urn)))).toEqual([]);
  });
});

const plain = (text: string): string => text.toLowerCase().replaceAll("’", "'");

/** Every name, URN and authority code in the real registers. */
async function realCells(): Promise<Set<string>> {
  const columns =
    /^(urn|linkurn|linkname|schname|establishmentname|schoolname|group name|la|la \(code\)|la \(name\)|laname)$/i;
  const entries = await readdir(real, {recursive: true});
  const cells = new Set<string>();
  for (const path of entries.filter((name) => /(gias|school_list|school_information).*\.csv$/.test(name))) {
    const text = new TextDecoder("windows-1252").decode(await readFile(join(real, path)));
    const {data} = Papa.parse<Record<string, string>>(text, {header: true, skipEmptyLines: true});
    for (const row of data)
      for (const [name, cell] of Object.entries(row)) if (columns.test(name)) cells.add(plain(String(cell)));
  }
  return cells;
}

import {readFile} from "node:fs/promises";
import {join} from "node:path";
import Papa from "papaparse";
import type {Phase} from "../synthetic-england/school.ts";
import type {Described, Figures} from "./described.ts";

/** The files that describe the real England: not part of the project. */
const files = {
  census: "published/performance_tables/2018-2019_england_census.csv",
  absence: "published/performance_tables/2018-2019_england_abs.csv",
  ks4: "reduced/performance_tables/2018-2019_england_ks4final.csv",
  ks4_before: "reduced/performance_tables/2017-2018_england_ks4final.csv",
  exclusions: "published/ees/exclusions_by_geographic_level.csv"
};
const areas = ["850", "936"];

/** The real England: 2018/19, and suspensions of 2016/17, the last of the old statistics. */
export async function describeReal(folder: string): Promise<Described> {
  const read = (name: string) => readRows(join(folder, name));
  const [census, absence, ks4, before, exclusions] = await Promise.all(Object.values(files).map(read));
  const absent = byKey(absence, (row) => row["URN"]!);
  const examined = byKey(ks4, (row) => row["URN"]!);
  const earlier = byKey(before, (row) => row["URN"]!);
  const eleven = await readKs2(folder);
  const suspended = {
    now: byKey(ofYear(exclusions, "201617"), makeKey),
    before: byKey(ofYear(exclusions, "201516"), makeKey)
  };
  const described: Record<Phase, Figures[]> = {primary: [], secondary: [], special: []};
  for (const row of census) {
    const phase = findPhase(row["SCHOOLTYPE"]!);
    if (!phase || row["URN"] === "NAT") continue;
    const urn = row["URN"]!;
    const results = phase === "secondary" ? examined.get(urn) : eleven.now.get(urn);
    described[phase].push({
      id: urn,
      roll: number(row["NOR"]),
      fsm: number(row["PNUMFSMEVER"]),
      eal: number(row["PNUMEAL"]),
      absence: number(absent.get(urn)?.["PERCTOT"]),
      persistent: number(absent.get(urn)?.["PPERSABS10"]),
      pupils: number(results?.["TPUP"] ?? results?.["TELIG"]),
      disadvantaged: number(results?.["PTFSM6CLA1A"]),
      attainment: number(results?.["ATT8SCR"] ?? results?.["PTRWM_EXP"]),
      attainment_hidden: results && hidden(results["ATT8SCR"] ?? results["PTRWM_EXP"]),
      attainment_before: number(earlier.get(urn)?.["ATT8SCR"] ?? eleven.before.get(urn)?.["PTRWM_EXP"]),
      progress: number(results?.["P8MEA"] ?? results?.["READPROG"]),
      ebacc: number(results?.["PTEBACC_E_PTQ_EE"])
    });
  }
  for (const [id, row] of suspended.now) {
    const phase = findPhase(row["school_type"]!);
    if (!phase) continue;
    described[phase].push({
      id,
      suspensions: computeRate(row),
      suspensions_hidden: row["fixed_excl"] === "x" ? 1 : 0,
      suspensions_before: computeRate(suspended.before.get(id))
    });
  }
  return described;
}

/** The results at eleven that are at hand: of two authorities, this year and the year before. */
async function readKs2(folder: string) {
  const of = async (years: string) => {
    const all = await Promise.all(
      areas.map((area) => readRows(join(folder, `published/performance_tables/${years}_${area}_ks2final.csv`)))
    );
    return byKey(
      all.flat().filter((row) => row["RECTYPE"] === "1"),
      (row) => row["URN"]!
    );
  };
  return {now: await of("2018-2019"), before: await of("2017-2018")};
}

type Row = Partial<Record<string, string>>;

async function readRows(path: string): Promise<Row[]> {
  const text = (await readFile(path, "utf8")).replace(/^\ufeff/, "");
  return Papa.parse<Row>(text, {header: true, skipEmptyLines: true}).data;
}

/** Schools that had pupils in a year. */
const ofYear = (rows: readonly Row[], year: string): Row[] =>
  rows.filter(
    (row) => row["time_period"] === year && row["geographic_level"] === "School" && Number(row["headcount"]) > 0
  );

/** The last row of each key. */
const byKey = (rows: readonly Row[], key: (row: Row) => string): Map<string, Row> =>
  new Map(rows.map((row) => [key(row), row]));

const makeKey = (row: Row): string => row["laestab"]!;

const findPhase = (type: string): Phase | null =>
  (({
    "State-funded primary": "primary",
    "State-funded secondary": "secondary",
    "State-funded special school": "special",
    Special: "special"
  })[type] as Phase | undefined) ?? null;

/** A printed number; undefined of any code. */
function number(cell: string | undefined): number | undefined {
  const value = Number((cell ?? "").replace("%", "") || NaN);
  return Number.isFinite(value) ? value : undefined;
}

const hidden = (cell: string | undefined): number => (cell === "SUPP" ? 1 : 0);

/** Suspensions of a hundred pupils; one or two are hidden, and count as one and a half. */
function computeRate(row: Row | undefined): number | undefined {
  if (!row) return undefined;
  const count = row["fixed_excl"] === "x" ? 1.5 : number(row["fixed_excl"]);
  return count === undefined ? undefined : (100 * count) / Number(row["headcount"]);
}

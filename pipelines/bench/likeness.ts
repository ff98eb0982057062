import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {deviation, mean} from "d3";
import Papa from "papaparse";
import {inventEngland} from "../sample/england.ts";
import {live, type Lives, type SchoolYear} from "../sample/life.ts";
import {defaultPlan, type Plan} from "../sample/plan.ts";
import type {Phase} from "../sample/school.ts";
import {truths} from "../sample/truth-measures.ts";
import {tell} from "../sample/truth.ts";

/** A moment of the made-up England beside that of the real one. */
export interface Likeness {
  moment: string;
  phase: Phase;
  real: number;
  made_up: number;
  /** How far apart they may be: a share of the real one or, of shares and correlations, a difference. */
  within: number;
  as: "share" | "difference";
}

/** A school: its URN or LAESTAB, and figures by name; undefined where none is printed. */
type Figures = {id: string} & Record<string, number | string | undefined>;

/** What is known of a phase in one world: schools with figures of the year, and of the year before. */
type Described = Record<Phase, readonly Figures[]>;

/** The files that describe the real England: not part of the project. */
const files = {
  census: "published/performance_tables/2018-2019_england_census.csv",
  absence: "published/performance_tables/2018-2019_england_abs.csv",
  ks4: "reduced/performance_tables/2018-2019_england_ks4final.csv",
  ks4_before: "reduced/performance_tables/2017-2018_england_ks4final.csv",
  exclusions: "published/ees/exclusions_by_geographic_level.csv"
};
const areas = ["850", "936"];

/** Moments of the distributions of 2018/19 (of suspensions, of 2016/17), beside those of a made-up England of so many schools. */
export async function likeness(folder = "../shared/data", plan: Partial<Plan> = {schools: 2400}): Promise<Likeness[]> {
  const real = await describeReal(folder);
  const madeUp = describeMadeUp({...defaultPlan, ...plan});
  return moments.flatMap(({name, phases, of, within, as}) =>
    phases.map((phase) => ({
      moment: name,
      phase,
      real: of(real[phase]),
      made_up: of(madeUp[phase]),
      within,
      as
    }))
  );
}

/** Whether a moment is as close as is said. */
export const isClose = ({real, made_up, within, as}: Likeness): boolean =>
  Math.abs(made_up - real) <= within * (as === "share" ? Math.abs(real) : 1);

type Of = (all: readonly Figures[]) => number;

const numbers = (all: readonly Figures[], name: string): number[] =>
  all.map((school) => school[name]).filter((value) => typeof value === "number");

const meanOf =
  (name: string): Of =>
  (all) =>
    mean(numbers(all, name))!;
const sdOf =
  (name: string): Of =>
  (all) =>
    deviation(numbers(all, name))!;
const shareOf =
  (name: string, is: (value: number) => boolean): Of =>
  (all) =>
    numbers(all, name).filter(is).length / numbers(all, name).length;

const correlationOf =
  (one: string, other: string): Of =>
  (all) => {
    const both = all.filter((school) => typeof school[one] === "number" && typeof school[other] === "number");
    const [x, y] = [numbers(both, one), numbers(both, other)];
    const [mx, my] = [mean(x)!, mean(y)!];
    return mean(x, (_, i) => (x[i]! - mx) * (y[i]! - my))! / (deviation(x)! * deviation(y)!);
  };

const mainstream = ["primary", "secondary"] as const;

/** What is compared, and how close it must be. */
const moments: readonly {
  name: string;
  phases: readonly Phase[];
  of: Of;
  within: number;
  as: Likeness["as"];
}[] = [
  {name: "pupils on roll: mean", phases: mainstream, of: meanOf("roll"), within: 0.1, as: "share"},
  {name: "pupils on roll: sd", phases: mainstream, of: sdOf("roll"), within: 0.2, as: "share"},
  {name: "pupils examined: mean", phases: ["secondary"], of: meanOf("pupils"), within: 0.1, as: "share"},
  {name: "pupils examined: sd", phases: ["secondary"], of: sdOf("pupils"), within: 0.15, as: "share"},
  {name: "FSM: mean", phases: ["primary", "secondary", "special"], of: meanOf("fsm"), within: 0.1, as: "share"},
  {name: "FSM: sd", phases: ["primary", "secondary", "special"], of: sdOf("fsm"), within: 0.15, as: "share"},
  {name: "EAL: mean", phases: mainstream, of: meanOf("eal"), within: 0.15, as: "share"},
  {name: "EAL: sd", phases: mainstream, of: sdOf("eal"), within: 0.2, as: "share"},
  {name: "Attainment 8: mean", phases: ["secondary"], of: meanOf("attainment"), within: 0.03, as: "share"},
  {name: "Attainment 8: sd", phases: ["secondary"], of: sdOf("attainment"), within: 0.15, as: "share"},
  {name: "Progress 8: sd", phases: ["secondary"], of: sdOf("progress"), within: 0.15, as: "share"},
  {name: "EBacc entry: sd", phases: ["secondary"], of: sdOf("ebacc"), within: 0.2, as: "share"},
  // Of two authorities, where fewer pupils are poor than in England and more reach the standard.
  {name: "reading, writing and maths: mean", phases: ["primary"], of: meanOf("attainment"), within: 0.1, as: "share"},
  {name: "reading, writing and maths: sd", phases: ["primary"], of: sdOf("attainment"), within: 0.15, as: "share"},
  {name: "reading progress: sd", phases: ["primary"], of: sdOf("progress"), within: 0.2, as: "share"},
  {
    name: "results with FSM: correlation",
    phases: mainstream,
    of: correlationOf("attainment", "disadvantaged"),
    within: 0.12,
    as: "difference"
  },
  {
    name: "results with those of the year before: correlation",
    phases: mainstream,
    of: correlationOf("attainment", "attainment_before"),
    within: 0.08,
    as: "difference"
  },
  {name: "absence: mean", phases: ["primary", "secondary", "special"], of: meanOf("absence"), within: 0.1, as: "share"},
  {name: "absence: sd", phases: mainstream, of: sdOf("absence"), within: 0.15, as: "share"},
  {name: "persistent absence: mean", phases: mainstream, of: meanOf("persistent"), within: 0.15, as: "share"},
  {name: "persistent absence: sd", phases: mainstream, of: sdOf("persistent"), within: 0.2, as: "share"},
  {
    name: "absence with FSM: correlation",
    phases: mainstream,
    of: correlationOf("absence", "fsm"),
    within: 0.17,
    as: "difference"
  },
  {name: "suspension rate: mean", phases: mainstream, of: meanOf("suspensions"), within: 0.25, as: "share"},
  {name: "suspension rate: sd", phases: mainstream, of: sdOf("suspensions"), within: 0.35, as: "share"},
  {
    name: "no suspension: share",
    phases: mainstream,
    of: shareOf("suspensions", (rate) => rate === 0),
    within: 0.1,
    as: "difference"
  },
  {
    name: "count of suspensions hidden: share",
    phases: mainstream,
    of: shareOf("suspensions_hidden", (hidden) => hidden === 1),
    within: 0.06,
    as: "difference"
  },
  {
    name: "suspension rate with that of the year before: correlation",
    phases: mainstream,
    of: correlationOf("suspensions", "suspensions_before"),
    within: 0.15,
    as: "difference"
  },
  {
    name: "results hidden, pupils too few: share",
    phases: ["primary"],
    of: shareOf("attainment_hidden", (hidden) => hidden === 1),
    within: 0.02,
    as: "difference"
  }
];

async function describeReal(folder: string): Promise<Described> {
  const read = (name: string) => readRows(join(folder, name));
  const [census, absence, ks4, before, exclusions] = await Promise.all(Object.values(files).map(read));
  const absent = byKey(absence!, (row) => row["URN"]!);
  const examined = byKey(ks4!, (row) => row["URN"]!);
  const earlier = byKey(before!, (row) => row["URN"]!);
  const eleven = await readKs2(folder);
  const suspended = {
    now: byKey(ofYear(exclusions!, "201617"), keyOf),
    before: byKey(ofYear(exclusions!, "201516"), keyOf)
  };
  const described: Record<Phase, Figures[]> = {primary: [], secondary: [], special: []};
  for (const row of census!) {
    const phase = phaseOf(row["SCHOOLTYPE"]!);
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
    const phase = phaseOf(row["school_type"]!);
    if (!phase) continue;
    described[phase].push({
      id,
      suspensions: rateOf(row),
      suspensions_hidden: row["fixed_excl"] === "x" ? 1 : 0,
      suspensions_before: rateOf(suspended.before.get(id))
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

const keyOf = (row: Row): string => row["laestab"]!;

const phaseOf = (type: string): Phase | null =>
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
function rateOf(row: Row | undefined): number | undefined {
  if (!row) return undefined;
  const count = row["fixed_excl"] === "x" ? 1.5 : number(row["fixed_excl"]);
  return count === undefined ? undefined : (100 * count) / Number(row["headcount"]);
}

function describeMadeUp(plan: Plan): Described {
  const england = inventEngland(plan);
  const lives = live(england);
  const of = (phase: Phase) => (life: SchoolYear) => !life.school.independent && life.school.phase === phase;
  const described: Record<Phase, Figures[]> = {primary: [], secondary: [], special: []};
  for (const phase of ["primary", "secondary", "special"] as const) {
    const then = lives.in(2018);
    const before = new Map(then.map((life) => [life.school.id, life]));
    for (const life of lives.in(2019).filter(of(phase)))
      described[phase].push(figuresOf(life, before.get(life.school.id)));
    described[phase].push(...suspensionsOf(lives, of(phase)));
  }
  return described;
}

/** What is printed of a school: undefined where it is hidden. */
function shown(measure: string, life: SchoolYear | undefined): number | undefined {
  const told = life && tell(truths[measure]!, life);
  return typeof told === "number" ? told : undefined;
}

function figuresOf(life: SchoolYear, before: SchoolYear | undefined): Figures {
  const {school, standing} = life;
  const results = school.phase === "secondary" ? "ks4_attainment" : "ks2_attainment";
  const told = tell(truths[results]!, life);
  return {
    id: String(school.id),
    roll: standing.roll,
    fsm: shown("fsm6_pct", life),
    eal: shown("eal_pct", life),
    absence: shown("overall_absence_pct", life),
    persistent: shown("persistent_absence_10_pct", life),
    pupils: standing.pupils,
    disadvantaged: (100 * standing.disadvantaged) / standing.pupils,
    attainment: shown(results, life),
    attainment_hidden: told === null ? undefined : told === "suppressed" ? 1 : 0,
    attainment_before: shown(results, before),
    progress: shown(school.phase === "secondary" ? "progress8" : "ks2_reading_progress", life),
    ebacc: shown("ebacc_entry_pct", life)
  };
}

function suspensionsOf(lives: Lives, is: (life: SchoolYear) => boolean): Figures[] {
  // In 2015/16 and the year before, which the statistics tell as whole years.
  return lives
    .in(2016)
    .filter(is)
    .map((life) => {
      const rate = shown("suspension_rate", life);
      const count = ((rate ?? 0) * life.standing.roll) / 100;
      return {
        id: String(life.school.id),
        suspensions: rate,
        suspensions_hidden: Math.round(count) === 1 || Math.round(count) === 2 ? 1 : 0,
        suspensions_before: shown("suspension_rate", lives.of(life.school, 2015))
      };
    });
}

import {deviation, mean} from "d3";
import type {Study} from "../../src/analysis/study.ts";
import {UserError} from "../../src/errors.ts";
import {measures} from "../../src/measures.ts";
import {partnershipKinds} from "../../src/partnership-kinds/index.ts";
import type {Phase} from "../../src/release.ts";
import {readPhase} from "../estimate/phase-schools.ts";
import {readMemberships} from "../estimate/read-joinings.ts";
import {readStudy} from "../estimate/read-study.ts";
import type {Warehouse} from "../warehouse.ts";
import {askOften, type Answer, type Country} from "./calibration-draws.ts";
import {questions, type Asked} from "./calibration-questions.ts";
import {rounded, type Found} from "./truth-note.ts";

/** The shares, in per cent, in which intervals may leave out zero where nothing happened. */
const promised = [3, 7] as const;

export interface CalibrationOptions {
  draws: number;
  seed: number;
  asked?: readonly Asked[];
  log?: (line: string) => void;
}

/** A question with an answer a measure and base; null where there are too few schools to draw from. */
export interface Asking {
  asked: Asked;
  answers: Answer[] | null;
}

/** Asks of the schools in a warehouse that joined nothing real how often fake partnerships of them seem to have added something. */
export async function calibrate(
  warehouse: Warehouse,
  {draws, seed, asked = questions, log = () => undefined}: CalibrationOptions
): Promise<Asking[]> {
  const countries = new Map<string, Country>();
  const askings: Asking[] = [];
  for (const one of asked) {
    const key = [one.phase, ...one.measures].join();
    const country = countries.get(key) ?? (await readCountry(warehouse, one));
    countries.set(key, country);
    const [{measure, outcome, better}] = country.studies as [Study];
    const start = performance.now();
    const question = {...one, by: {measure, outcome, good: better === "lower" ? (-1 as const) : (1 as const)}};
    const asking = {asked: one, answers: askOften(country, question, {draws, seed})};
    askings.push(asking);
    const seconds = ((performance.now() - start) / 1000).toFixed(0);
    for (const row of rowsOf(asking)) log(`${row.join("  ")}  (${seconds} s)`);
  }
  return askings;
}

/** Schools of a phase; those that ever joined a kind that the register keeps are neither drawn nor compared with. */
async function readCountry(
  warehouse: Warehouse,
  {phase, measures: asked}: {phase: Phase; measures: readonly string[]}
): Promise<Country> {
  const schools = await readPhase(warehouse, phase);
  const {firstIn} = await readMemberships(warehouse);
  const registered = Object.entries(partnershipKinds).filter(([, {group_type}]) => group_type !== undefined);
  const treatedFrom = Float64Array.from(schools.ids, (id) =>
    registered.some(([kind]) => firstIn.get(kind)?.has(id)) ? -Infinity : Infinity
  );
  const studies: Study[] = [];
  for (const measure of asked) {
    const study = await readStudy(warehouse, measure, schools);
    if (!study)
      throw new UserError(`no ${measure} of ${phase} schools`, {
        fix: "give --warehouse one made from files that have it"
      });
    studies.push(study);
  }
  return {treatedFrom, variables: schools.variables, studies, authority: schools.authority};
}

const columns = [
  {name: "schools", numeric: true},
  {name: "partnerships", numeric: true},
  {name: "picked", numeric: false},
  {name: "phase of education", numeric: false},
  {name: "measure", numeric: false},
  {name: "change counted from", numeric: false},
  {name: "interval", numeric: false},
  {name: "draws with an interval", numeric: true},
  {name: "found something, %", numeric: true},
  {name: "higher, %", numeric: true},
  {name: "lower, %", numeric: true},
  {name: "mean of estimates", numeric: true},
  {name: "their standard deviation", numeric: true},
  {name: "in 3–7%", numeric: false}
];

const methods: Record<string, string> = {
  student: "Student’s t",
  randomisation: "made-up partnerships",
  made_up_partnerships: "made-up partnerships, of one partnership",
  none: "none"
};

function rowsOf({asked, answers}: Asking): (string | number | null)[][] {
  const {partnerships, schools, pick, phase} = asked;
  const head = [partnerships * schools, partnerships, pick, phase];
  if (!answers) {
    return asked.measures.map((measure) => [
      ...head,
      measures[measure]!.label,
      ...["too few schools to draw from", null, 0, null, null, null, null, null, null]
    ]);
  }
  return answers.map(({measure, base, method, intervals, higher, lower, estimates}) => {
    const share = (count: number) => rounded((100 * count) / intervals, 1);
    const found = share(higher + lower);
    return [
      ...head,
      measures[measure]!.label,
      base === "window" ? "the base window" : "the year before",
      methods[method]!,
      intervals,
      found,
      share(higher),
      share(lower),
      rounded(mean(estimates), 3),
      rounded(deviation(estimates), 3),
      found === null ? null : found >= promised[0] && found <= promised[1] ? "yes" : "no"
    ];
  });
}

const standardError = (draws: number): string => (100 * Math.sqrt((0.05 * 0.95) / draws)).toFixed(1);

/** What came out, as a validation. */
export function calibrationFound(askings: readonly Asking[], {command}: {command: string}): Found {
  const rows = askings.flatMap(rowsOf);
  const byLot = rows.filter((row) => row[2] === "by lot" && typeof row[8] === "number");
  const shares = byLot.map((row) => row[8] as number);
  const within = byLot.filter((row) => row.at(-1) === "yes").length;
  return {
    id: "calibration",
    title: "Fake partnerships of schools in which nothing happened",
    summary: shares.length
      ? `Drawn by lot, at ${new Set(byLot.map((row) => row[0])).size} sizes, fake partnerships seem to have added something in ${Math.min(...shares)} to ${Math.max(...shares)}% of draws; ${within} of ${byLot.length} rows lie in the promised 3 to 7%.`
      : "No fake partnership had an interval.",
    command,
    columns,
    rows,
    notes: [
      "Each row is of so many draws of fake partnerships from schools that never joined a trust, a sponsor or a federation; they are matched and compared as real ones are, with the interval that a page of that size prints. A draw whose schools cannot be compared has no interval.",
      `Where 5% is true, a share counted over 1,000 draws has a standard error of ${standardError(1000)} percentage points, over 250 of ${standardError(250)}.`,
      "One authority: all schools of a partnership are drawn from one, where they share what happens there. The interval of one partnership allows for that, those of several do not. Lowest third: of three times as many schools that join, those lowest on the measure in the base window, as the role rule tells who is supported. Bad year: of eight schools the one that did worst in the year before, once counted from the base window as results are, and once from that very year, which misleads.",
      "One partnership: the interval of a partnership’s own page. Five partnerships of one school: the smallest that a kind’s page prints an interval for."
    ]
  };
}

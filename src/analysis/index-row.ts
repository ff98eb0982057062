import type {Direction, Result} from "../release/results.ts";
import type {IndexRow, ResultIndex, TimedColumn} from "../release/result-index.ts";
import {design} from "../design.ts";

const letters: Record<Direction, string> = {
  better: "b",
  worse: "w",
  higher: "h",
  lower: "l",
  same: "s",
  unclear: "u",
  already: "a",
  of_many: "m",
  too_weak: "v",
  too_few: "f"
};

/** A result as a row of results.json. */
export function makeIndexRow(result: Omit<Result, "words" | "family">): IndexRow {
  const {effect, periods, by, absent, time_to_benefit} = result;
  const {early, development, longer_term} = periods;
  return {
    id: result.id,
    partnership_type: result.partnership_type,
    role: result.role,
    phase: result.phase,
    measure: result.measure,
    dimension: by && by.dimension,
    subgroup: by && by.value,
    from: effect && effect.from,
    to: effect && effect.to,
    low: effect && effect.low,
    high: effect && effect.high,
    first_year: result.years && result.years[0],
    last_year: result.years && result.years[1],
    early_from: early && early.from,
    early_to: early && early.to,
    early_low: early && early.low,
    early_high: early && early.high,
    development_from: development && development.from,
    development_to: development && development.to,
    development_low: development && development.low,
    development_high: development && development.high,
    longer_term_from: longer_term && longer_term.from,
    longer_term_to: longer_term && longer_term.to,
    longer_term_low: longer_term && longer_term.low,
    longer_term_high: longer_term && longer_term.high,
    sd: result.sd,
    unit: absent === null ? result.unit : null,
    digits: absent === null ? result.digits : null,
    time_to_benefit: time_to_benefit.first,
    years: absent === null && by === null ? listYears(result) : null,
    period_verdicts: result.period_verdicts && writeLetters(Object.values(result.period_verdicts)),
    detectable: result.detectable,
    verdict: result.verdict,
    strength: result.strength,
    schools: result.schools,
    partnerships: result.partnerships,
    absent
  };
}

/** A row for what nobody of a phase joined. */
export const absentRow = ({
  partnership_type,
  role,
  phase,
  measure,
  absent
}: Pick<IndexRow, "partnership_type" | "role" | "phase" | "measure"> & {absent: string}): IndexRow => ({
  id: [partnership_type, role, phase, measure].join("."),
  partnership_type,
  role,
  phase,
  measure,
  dimension: null,
  subgroup: null,
  from: null,
  to: null,
  low: null,
  high: null,
  first_year: null,
  last_year: null,
  early_from: null,
  early_to: null,
  early_low: null,
  early_high: null,
  development_from: null,
  development_to: null,
  development_low: null,
  development_high: null,
  longer_term_from: null,
  longer_term_to: null,
  longer_term_low: null,
  longer_term_high: null,
  sd: null,
  unit: null,
  digits: null,
  time_to_benefit: null,
  years: null,
  period_verdicts: null,
  detectable: null,
  verdict: null,
  strength: null,
  schools: 0,
  partnerships: 0,
  absent
});

/** A letter for each event time from 0 to the last of the plan, by the band of all years together; a year without one says so itself. */
function listYears({event_times, time_to_benefit}: Pick<Result, "event_times" | "time_to_benefit">): string {
  const verdicts = Array.from({length: design.event_times[1] + 1}, (_, e) => {
    const isThen = ({event_time}: {event_time: number}) => event_time === e;
    return (time_to_benefit.by_event_time.find(isThen) ?? event_times.find(isThen))?.verdict ?? null;
  });
  return writeLetters(verdicts);
}

const writeLetters = (verdicts: readonly (Direction | null)[]): string =>
  verdicts.map((verdict) => (verdict ? letters[verdict] : "-")).join("");

const nobody = absentRow({partnership_type: "", role: "member", phase: "primary", measure: "", absent: ""});

/** The columns of results.json, in their order. */
export const INDEX_COLUMNS = Object.keys(nobody) as readonly (keyof IndexRow)[];

/** Those that state of time, which one page alone reads. */
export const TIMED_COLUMNS: readonly TimedColumn[] = [
  "early_from",
  "early_to",
  "early_low",
  "early_high",
  "development_from",
  "development_to",
  "development_low",
  "development_high",
  "longer_term_from",
  "longer_term_to",
  "longer_term_low",
  "longer_term_high",
  "time_to_benefit",
  "years",
  "period_verdicts",
  "detectable"
];

export const isTimed = (name: keyof IndexRow): name is TimedColumn => TIMED_COLUMNS.some((timed) => timed === name);

/** Rows as columns of equal length. */
export const resultIndex = (rows: readonly IndexRow[]): ResultIndex => ({
  columns: Object.fromEntries(
    INDEX_COLUMNS.map((name) => [name, rows.map((row) => row[name])])
  ) as ResultIndex["columns"]
});

import source from "../sources/school_characteristics/source.ts";
import type {AcademicYear} from "../../src/vocabulary/academic-year.ts";
import type {Census} from "./census.ts";
import {pickColumns, per, publish, tableYear, type Cells, type Published} from "./csv.ts";
import type {England} from "./england.ts";
import type {Lives} from "./life.ts";
import {censusDay, on, type Phase} from "./school.ts";

const layout = [
  "urn",
  "la_code",
  "estab",
  "school_type",
  "roll",
  "girls",
  "boys",
  "PNORG",
  "PNORB",
  "sen_statement_pct",
  "sen_action_plus_pct",
  "sen_action_pct",
  "ehc_pupils",
  "ehc_pct",
  "sen_support_pupils",
  "sen_support_pct",
  "eal_pupils",
  "first_language_english",
  "first_language_unclassified",
  "eal_pct",
  "fsm_pupils",
  "fsm_pct",
  "fsm6_pupils",
  "fsm6_denominator",
  "fsm6_pct"
];

const phases: readonly [Phase, code: string, name: string][] = [
  ["primary", "PRI", "State-funded primary"],
  ["secondary", "SEC", "State-funded secondary"],
  ["special", "SPE", "State-funded special school"]
];

/** Pupils in January of a year: every school, and the nation by phase. */
export function censusTable(_: England, year: AcademicYear, lives: Lives): Published {
  const all = lives.in(year);
  const rows = all.map(({school, census}): Cells[] => {
    const then = on(school, censusDay(year))!;
    const school_type = school.independent
      ? "Independent school"
      : phases.find(([phase]) => phase === school.phase)![2];
    const keys = {urn: then.urn, la_code: school.authority.code, estab: then.estab, school_type};
    const cells = [makeCells(census, year), keys];
    return school.independent ? [...cells, notRequired] : cells;
  });
  const nation = phases.map(([phase, estab, school_type]): Cells => {
    const some = all.filter(({school}) => school.phase === phase && !school.independent);
    return {...makeCells(add(some.map(({census}) => census)), year), urn: "NAT", la_code: "", estab, school_type};
  });
  return publish(
    `performance_tables/${tableYear(year)}_england_census.csv`,
    pickColumns(source, year, layout),
    [...rows, ...nation],
    {
      encoding: "utf-8 with mark",
      newline: year < 2019 ? "\r\n" : "\n"
    }
  );
}

/** Independent schools are not asked. */
const notRequired = Object.fromEntries(
  layout.filter((name) => /^(eal|first_language|fsm)/.test(name)).map((name) => [name, "NA"])
);

const add = (all: readonly Census[]): Census =>
  all.reduce(
    (sum, one) =>
      Object.fromEntries(Object.entries(sum).map(([k, n]) => [k, n + one[k as keyof Census]])) as unknown as Census
  );

function makeCells(c: Census, year: AcademicYear): Cells {
  // To 2017/18 and again from 2021/22 per cents carry their sign.
  const pct = (part: number, whole = c.roll) =>
    year === 2019 || year === 2021 ? per(part, whole, 1) : `${per(part, whole, 1)}%`;
  return {
    roll: c.roll,
    girls: c.girls,
    boys: c.roll - c.girls,
    PNORG: pct(c.girls),
    PNORB: pct(c.roll - c.girls),
    sen_statement_pct: pct(c.plans),
    sen_action_plus_pct: pct(Math.round(c.support * 0.4)),
    sen_action_pct: pct(Math.round(c.support * 0.6)),
    ehc_pupils: c.plans,
    ehc_pct: pct(c.plans),
    sen_support_pupils: c.support,
    sen_support_pct: pct(c.support),
    eal_pupils: c.eal,
    first_language_english: c.roll - c.eal - c.unclassified,
    first_language_unclassified: c.unclassified,
    eal_pct: pct(c.eal),
    fsm_pupils: c.fsm,
    fsm_pct: pct(c.fsm),
    fsm6_pupils: c.fsm6,
    fsm6_denominator: c.roll,
    fsm6_pct: pct(c.fsm6)
  };
}

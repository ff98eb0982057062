import {readFileSync} from "node:fs";
import type {AcademicYear} from "../../src/vocabulary/academic-year.ts";
import {listNames, type Source} from "../../src/published-files/source.ts";
import {resolveFromPipelines} from "../warehouse.ts";

type Table = "ks4" | "ks2";

/** How the header of a year that no one has kept follows from one that was: by this rule. */
interface Resemblance {
  /** The year whose header was kept. */
  like: AcademicYear;
  /** What was not printed. */
  drop?: RegExp;
  /** What is written differently, in names that carry no year. */
  rewrite?: readonly (readonly [RegExp, string])[];
}

const beforeWolf: Resemblance["rewrite"] = [[/_PTQ$/, ""]];

/**
 * Headers were kept of the tables of 2013/14, 2016/17 to 2018/19 and 2022/23 (key stage 2:
 * 2016/17 to 2018/19), in layouts/. Those of the years between are inferred: years in names move
 * along, and what the descriptor says was printed under another name that year is.
 */
const similarities: Record<Table, Record<AcademicYear, Resemblance>> = {
  ks4: {
    2011: {like: 2014, drop: /^P[BG]PUP$|NMOB/, rewrite: beforeWolf},
    2012: {like: 2014, rewrite: beforeWolf},
    2013: {like: 2014, rewrite: beforeWolf},
    2014: {like: 2014},
    2015: {
      like: 2014,
      rewrite: [
        [/_PTQ$/, "_PTQ_EE"],
        [/FSM(CLA)?(?!\d)/, "FSM6CLA1A"],
        [/SENST4$/, "SENSE4"],
        [/SENAP4$/, "SENAPK4"]
      ]
    },
    2016: {
      like: 2017,
      drop: /^ADMPOL_2017$|_95/,
      rewrite: [
        [/^PTL2BASICS_94$/, "PTL2BASICS_LL_PTQ_EE"],
        [/^PT5EM_94/, "PTAC5EM_PTQ_EE"],
        [/_94$/, "_PTQ_EE"],
        [/_94_/, "_"],
        [/91$/, "AG_PTQ_EE"]
      ]
    },
    2017: {like: 2017},
    2018: {like: 2018},
    2019: {like: 2019},
    2022: {like: 2023},
    2023: {like: 2023},
    2024: {like: 2023},
    2025: {like: 2023, drop: /P8|KS2ASS|PRIOR|_(LO|MID|HI)(_|$)|VA(MEA|LOW|UPP|COV|PUP)|(LO|AV|HI)_(9|PTQ)/}
  },
  ks2: {
    2016: {like: 2017, drop: /_\d\d$/},
    2017: {like: 2017},
    2018: {like: 2018},
    2019: {like: 2019},
    2023: {like: 2019, drop: /_\d\d$|_3YR$/},
    2024: {like: 2019, drop: /_\d\d$|_3YR$|PROG|KS1|_[LMH]$/},
    2025: {like: 2019, drop: /_\d\d$|_3YR$|PROG|KS1|_[LMH]$/}
  }
};

/** The academic year a name carries, as two digits of its summer: PTEBACC_E_17_PTQ_EE, AC5EM14_PTQ. Null if none. */
export function findYear(name: string): AcademicYear | null {
  const [, digits] = /(?:_|AC5EM)([012]\d)(?=_|$)/.exec(name) ?? [];
  return digits ? 2000 + Number(digits) : null;
}

/** The names above the columns of a year’s table, in order: all that were printed. Null of a year whose layout is unknown. */
export function layOut(table: Table, year: AcademicYear, source: Source): string[] | null {
  const balancePlot = similarities[table][year];
  if (!balancePlot) return null;
  const {like, drop, rewrite = []} = balancePlot;
  const kept = readFileSync(resolveFromPipelines(`synthetic-england/layouts/${table}-${like}.txt`), "utf8")
    .trim()
    .split("\n");
  const names = kept
    .filter((name) => !drop?.test(name))
    .map((name) =>
      findYear(name) === null
        ? rewrite.reduce((text, [from, to]) => text.replace(from, to), name)
        : moved(name, year - like)
    );
  return renameCells(source, year, [...new Set(names)]);
}

/** The name with the year it carries so many years later, and what that year’s results were called. */
function moved(name: string, years: number): string {
  const then = findYear(name);
  if (then === null || years === 0) return name;
  const now = then + years;
  const digits = String(now).slice(2);
  if (name.startsWith("AC5EM")) return `AC5EM${digits}${now >= 2015 ? "_PTQ_EE" : now === 2014 ? "_PTQ" : ""}`;
  return name.replace(/_[012]\d(?=_|$)/, `_${digits}`);
}

/** With a name that the descriptor knows in place of the one it had in other years, or at the end. */
function renameCells({columns}: Source, year: AcademicYear, names: string[]): string[] {
  const result = [...names];
  const has = (name: string) => result.some((other) => other.toLowerCase() === name.toLowerCase());
  for (const column of Object.values(columns)) {
    const wanted = listNames(column, year);
    const others = Object.values(column.names).flat();
    const printed = result.findIndex((name) => others.includes(name) && !wanted.includes(name));
    if (wanted.length === 0 && printed >= 0) result.splice(printed, 1);
    else if (wanted.length > 0 && !wanted.some(has)) {
      if (printed >= 0) result[printed] = wanted[0]!;
      else result.push(wanted[0]);
    }
  }
  return result;
}

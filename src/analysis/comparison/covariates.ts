import {design} from "../../design.ts";
import type {CovariateSet} from "./assumptions.ts";
import type {PhaseData} from "./phase-data.ts";
import {makeFloats} from "../../library/statistics/index.ts";
import {windowMeans, type Window} from "./yearly.ts";

/** A covariate of some schools, at the base of a trial. */
export interface Covariate {
  /** As the plan names it, and for a category its value: “region: London”. */
  name: string;
  /** The entry of the plan it comes from. */
  entry: string;
  /** By school; NaN where unknown. */
  values: Float64Array;
}

/** Which schools, and when. */
export interface At {
  rows: Int32Array;
  cohort: number;
  base: Window;
}

/**
 * The covariates of one entry of the plan (`design.covariates`), over the base window: means of the years there are,
 * categories as an indicator for each value but the commonest. `own` and `own²` are the outcome’s, and not made here.
 */
export function listCovariates(entry: string, data: PhaseData, at: At): Covariate[] {
  const squared = entry.endsWith("²");
  const base = squared ? entry.slice(0, -1) : entry;
  const column = (name: string, values: Float64Array): Covariate => ({
    name: squared ? `${name}²` : name,
    entry,
    values: squared ? squareAroundMean(values) : values
  });
  if (base in data.intake) {
    const series = data.intake[base as keyof PhaseData["intake"]];
    return [column(base, windowMeans(series, at.rows, at.cohort, at.base))];
  }
  if (base === "past") {
    return data.past.map(({measure, by}) => column(measure, windowMeans(by, at.rows, at.cohort, at.base)));
  }
  if (base === "selective" || base === "sixth_form") return [column(base, pick(data[base], at.rows))];
  if (base === "region") {
    const codes = makeFloats(at.rows.length, (i) => {
      const region = data.region[at.rows[i]];
      return region < 0 ? NaN : region;
    });
    return indicators("region", codes, (code) => data.regions[code]);
  }
  if (base === "governance") {
    const year: Window = [at.base[1], at.base[1]];
    return indicators("governance", windowMeans(data.governance, at.rows, at.cohort, year), (code) => forms[code]);
  }
  throw new Error(`the plan names a covariate that nobody makes: ${entry}`);
}

/** Whether a covariate is the past of a measure, which is none next to the measure itself. */
export const isOwnPast = ({name, entry}: Covariate, measure: string): boolean =>
  entry.replace("²", "") === "past" && name.replace("²", "") === measure;

const forms = ["maintained", "academy alone", "trust"];

const pick = (values: Float64Array, rows: Int32Array): Float64Array => makeFloats(rows.length, (i) => values[rows[i]]);

/** Squares around the mean span the same as plain squares next to the variable itself, and lose fewer digits. */
function squareAroundMean(values: Float64Array): Float64Array {
  let sum = 0;
  let count = 0;
  for (const value of values) if (!Number.isNaN(value)) [sum, count] = [sum + value, count + 1];
  return values.map((value) => (value - sum / count) ** 2);
}

function indicators(entry: string, codes: Float64Array, makeName: (code: number) => string): Covariate[] {
  const counts = new Map<number, number>();
  for (const code of codes) if (!Number.isNaN(code)) counts.set(code, (counts.get(code) ?? 0) + 1);
  if (counts.size === 0) return [{name: entry, entry, values: codes}];
  const [, ...others] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([code]) => code);
  return others.map((code) => ({
    name: `${entry}: ${makeName(code)}`,
    entry,
    values: codes.map((own) => (Number.isNaN(own) ? NaN : own === code ? 1 : 0))
  }));
}

/** The entries of a covariate set that apply: governance is no covariate where it is the treatment. */
export function listEntries(set: CovariateSet, isGovernance: boolean): string[] {
  return design.covariates[set].filter((entry) => !(isGovernance && entry === "governance"));
}

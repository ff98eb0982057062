import {html} from "htl";
import {academicYear, listed} from "../ui/format.js";
import type {MeasureRow, Result} from "../ui/release.js";
import {table} from "../ui/table.js";

/** What pages call the entries of the plan (src/design.ts) that are no outcome. */
export const COVARIATES: Readonly<Record<string, string>> = {
  free_meals: "Pupils eligible for free meals",
  log_roll: "Pupils on roll",
  eal: "Pupils whose first language is not English",
  selective: "Whether it selects",
  sixth_form: "Whether it has a sixth form",
  governance: "Governance: maintained, academy alone, or in a trust",
  region: "Region",
  own: "The outcome itself, earlier",
  past: "Attainment, absence and suspensions, earlier"
};

type Measures = readonly Pick<MeasureRow, "id" | "label">[];
type Controlled = Result["covariates"];

const isSquare = (code: string): boolean => code.endsWith("²");

/** “Region” of “region: London”, “Overall absence, earlier” of an outcome’s id; the same of a square. */
export function covariateName(code: string, measures: Measures): string {
  const id = code.replace("²", "").split(":")[0];
  const measure = measures.find((d) => d.id === id);
  return COVARIATES[id] ?? (measure ? `${measure.label}, earlier` : id);
}

/** What is known of a school, and whether each assumption holds it equal: codes of one thing stand together. */
export function listControlled(
  {same_trend, same_past}: Controlled,
  measures: Measures
): {name: string; a: string; b: string}[] {
  const names = [...new Set([...same_trend, ...same_past].map((code) => covariateName(code, measures)))];
  const says = (codes: readonly string[], name: string) => {
    const mine = codes.filter((code) => covariateName(code, measures) === name);
    return mine.length === 0 ? "does not" : mine.some(isSquare) ? "counts, with its square" : "counts";
  };
  return names.map((name) => ({name, a: says(same_trend, name), b: says(same_past, name)}));
}

/** What was left out of some calculations, and for schools that joined when. */
export function leftOutRows({left_out}: Controlled, measures: Measures): {name: string; cohorts: number[]}[] {
  const names = [...new Set(left_out.map(({name}) => covariateName(name, measures)))];
  return names.map((name) => {
    const mine = left_out.filter((d) => covariateName(d.name, measures) === name);
    const cohorts = [...new Set(mine.flatMap((d) => d.cohorts))].sort((a, b) => a - b);
    return {name: mine.every((d) => isSquare(d.name)) ? `${name} (its square)` : name, cohorts};
  });
}

/** What is held equal between schools that joined and the donor pool, under each assumption, and what was left out. */
export function covariates({covariates: controlled}: Result, measures: Measures): HTMLElement {
  const left = leftOutRows(controlled, measures);
  return html`<div>
    <p>
      Expected change of a school is worked out from what was known of it in the base years, in two ways. If schools of
      the same intake would have had the <strong>same trend</strong> (A), intake is enough. If schools with the
      <strong>same past</strong> would have fared alike (B), earlier results count too. Either may be right.
    </p>
    ${table("What is held equal (covariates)", listControlled(controlled, measures), [
      {name: "Known of a school", show: ({name}) => name},
      {name: "Same trend (A)", show: ({a}) => a},
      {name: "Same past (B)", show: ({b}) => b}
    ])}
    ${
      left.length === 0
        ? html`<p>Nothing was left out in any year of joining.</p>`
        : table("Left out where too few schools have it, or donors are few", left, [
            {name: "Left out of some calculations", show: ({name}) => name},
            {name: "For schools that joined in", show: ({cohorts}) => listed(cohorts.map(academicYear))}
          ])
    }
  </div>`;
}

import {STRENGTHS} from "./directions.js";
import {academicYears, counted, small} from "./format.js";
import {LOOKS} from "../chart/look.js";
import type {MeasureRow, Phase, Result, Role} from "./release.js";
import type {Column} from "./table.js";

/** What a figure is of, once for each role that it shows, so that it stands alone wherever it is taken. */
export interface About {
  type?: string;
  phase?: Phase | null;
  outcome?: string;
  role?: Role;
  years?: string;
  schools?: number;
  strength?: string;
}

/** What all figures of a result have in common: the partnership type in words, and the outcome. */
export interface ResultContext {
  type: string;
  measure: MeasureRow;
}

export const aboutResult = (
  {phase, role, years, schools, strength}: Pick<Result, "phase" | "role" | "years" | "schools" | "strength">,
  {type, measure}: ResultContext
): About => ({
  type,
  phase,
  outcome: measure.label,
  role,
  ...(years && {years: academicYears(...years)}),
  schools,
  ...(strength && {strength: STRENGTHS[strength]})
});

/** “Multi-academy trusts, primary schools, reading at 11. Supported: 312 schools, 2013/14 to 2018/19, moderate strength of evidence.” */
export function aboutWords(abouts: readonly About[]): string {
  const first = abouts[0];
  if (first === undefined) return "";
  const head = [first.type, first.phase && `${first.phase} schools`, first.outcome && small(first.outcome)];
  const parts = abouts.map(({role, schools, years, strength}) => {
    const words = [
      schools === undefined ? null : counted(schools, "school"),
      years,
      strength && `${strength} strength of evidence`
    ].filter(Boolean);
    const name =
      role === undefined ? "" : `${LOOKS[role].name.replace(/ schools$/, "")}${words.length > 0 ? ": " : ""}`;
    return `${name}${words.join(", ")}`;
  });
  return [head.filter(Boolean).join(", "), ...parts]
    .filter((part) => part !== "")
    .map((part) => `${part}.`)
    .join(" ");
}

/** “Made on 22 November 2026 with version 0.1.0, plan 521767dd”, as the foot of every page says. */
export const releaseWords = (): string => document.querySelector(".footer .release")?.textContent?.trim() ?? "";

/** What a figure is of as columns of its file; of a row that has a role, what is true of that role. */
export function aboutColumns<Row>(abouts: readonly About[]): Column<Row>[] {
  const of = (row: Row): readonly About[] => {
    const role = typeof row === "object" && row !== null && "role" in row ? row.role : undefined;
    const mine = abouts.filter((about) => about.role !== undefined && about.role === role);
    return mine.length > 0 ? mine : abouts;
  };
  const column = (name: string, value: (about: About) => string | number | null | undefined): Column<Row>[] => {
    const has = abouts.some((about) => value(about) != null);
    const show = (row: Row) => [...new Set(of(row).map(value))].filter((d) => d != null).join("; ");
    return has ? [{name, show}] : [];
  };
  return [
    ...column("Partnership type", ({type}) => type),
    ...column("Phase of education", ({phase}) => phase),
    ...column("Outcome measured", ({outcome}) => outcome),
    ...column("Role of the schools", ({role}) => role && LOOKS[role].name),
    ...column("Years since joining, from and to", ({years}) => years),
    ...column("Schools behind it", ({schools}) => schools),
    ...column("Strength of its evidence", ({strength}) => strength),
    {name: "Release", show: releaseWords},
    {name: "Address", show: () => location.href}
  ];
}

import {fromAddress} from "./address.js";
import {PHASES, ROLES} from "../chart/look.js";
import type {ChoiceRow, KindNote, MeasureNote, Phase, Role} from "./release.js";

/** What a reader asks for. A page uses the parts that it offers controls for. */
export interface ResultChoice {
  measure: string;
  kind: string;
  phase: Phase;
  role: Role;
}

export type Part = keyof ResultChoice;

export interface Notes {
  measures: readonly MeasureNote[];
  kinds: readonly KindNote[];
}

/** Rows that agree with a choice in these parts, role by role. */
export const answers = <Row extends ChoiceRow>(
  rows: readonly Row[],
  choice: ResultChoice,
  parts: readonly Part[] = ["measure", "kind", "phase"]
): Row[] =>
  rows
    .filter((d) => parts.every((part) => d[part] === choice[part]))
    .sort((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role));

export const hasResult = ({absent, verdict}: Pick<ChoiceRow, "absent" | "verdict">): boolean =>
  absent === null && verdict !== null;

/** Where a reader starts: intervals for the most roles, on attainment if possible, resting on the most schools. */
export function firstResult(rows: readonly ChoiceRow[], {measures}: Notes): ResultChoice {
  const attainment = new Set(measures.filter(({line}) => line === "attainment").map(({id}) => id));
  const found = new Map<string, {row: ChoiceRow; sure: number; schools: number}>();
  for (const row of rows) {
    const id = [row.measure, row.kind, row.phase].join();
    const {sure, schools} = found.get(id) ?? {sure: 0, schools: 0};
    found.set(id, {
      row,
      sure: sure + (hasResult(row) && row.verdict !== "too_few" ? 1 : 0),
      schools: schools + row.schools
    });
  }
  const [first] = [...found.values()].sort(
    (a, b) =>
      b.sure - a.sure ||
      Number(attainment.has(b.row.measure)) - Number(attainment.has(a.row.measure)) ||
      b.schools - a.schools
  );
  const {measure = "", kind = "", phase = "primary"} = first?.row ?? {};
  return {measure, kind, phase, role: "supported"};
}

/** The choice in the address, and the first choice for what the address does not say or says wrongly. */
export function addressedResult(rows: readonly ChoiceRow[], notes: Notes): ResultChoice {
  const first = firstResult(rows, notes);
  const known: Record<Part, readonly string[]> = {
    measure: notes.measures.map(({id}) => id),
    kind: notes.kinds.map(({id}) => id),
    phase: Object.keys(PHASES),
    role: ROLES
  };
  const asked = (Object.keys(first) as Part[]).map((part) => {
    const value = fromAddress(part);
    return [part, value !== null && known[part].includes(value) ? value : first[part]];
  });
  return Object.fromEntries(asked) as ResultChoice;
}

/** The address of a choice on another page. */
export const linkTo = (page: string, choice: Partial<ResultChoice>): string =>
  `${page}?${new URLSearchParams(choice as Record<string, string>)}`;

/** Up to three choices that have a result, those most like what was asked for first. */
export function nearbyResults(rows: readonly ChoiceRow[], choice: ResultChoice): ResultChoice[] {
  const parts = ["measure", "kind", "phase"] as const;
  const near = (d: ResultChoice) => parts.filter((part) => d[part] === choice[part]).length;
  const distinct = new Map(
    rows
      .filter(hasResult)
      .map(({measure, kind, phase, role}) => [[measure, kind, phase].join(), {measure, kind, phase, role}])
  );
  return [...distinct.values()].sort((a, b) => near(b) - near(a)).slice(0, 3);
}

import {fromAddress} from "./address.js";
import {PHASES, ROLES} from "../chart/look.js";
import type {UnknownValue} from "./unknown-value.js";
import type {ChoiceRow, PartnershipTypeRow, MeasureRow, Phase, Role} from "./release.js";

/** What a reader asks for. A page uses the parts that it offers controls for. */
export interface ResultChoice {
  measure: string;
  partnership_type: string;
  phase: Phase;
  role: Role;
}

export type Part = keyof ResultChoice;

export interface ReleaseRows {
  measures: readonly MeasureRow[];
  types: readonly PartnershipTypeRow[];
}

/** Rows that agree with a choice in these parts, role by role. */
export const answers = <Row extends ChoiceRow>(
  rows: readonly Row[],
  choice: ResultChoice,
  parts: readonly Part[] = ["measure", "partnership_type", "phase"]
): Row[] =>
  rows
    .filter((d) => parts.every((part) => d[part] === choice[part]))
    .sort((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role));

export const hasResult = ({absent, verdict}: Pick<ChoiceRow, "absent" | "verdict">): boolean =>
  absent === null && verdict !== null;

/** Where a reader starts: intervals for the most roles, on attainment if possible, resting on the most schools. */
export function firstResult(rows: readonly ChoiceRow[], {measures}: ReleaseRows): ResultChoice {
  const attainment = new Set(measures.filter(({domain}) => domain === "attainment").map(({id}) => id));
  const found = new Map<string, {row: ChoiceRow; sure: number; schools: number}>();
  for (const row of rows) {
    const id = [row.measure, row.partnership_type, row.phase].join();
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
  const {measure = "", partnership_type = "", phase = "primary"} = first?.row ?? {};
  return {measure, partnership_type, phase, role: "supported"};
}

/** What each part is called by readers. */
export const PART_NAMES: Readonly<Record<Part, string>> = {
  measure: "outcome",
  partnership_type: "partnership type",
  phase: "phase of education",
  role: "role"
};

/** The values that each part can have in this release. */
export const listValues = (notes: ReleaseRows): Readonly<Record<Part, readonly string[]>> => ({
  measure: notes.measures.map(({id}) => id),
  partnership_type: notes.types.map(({id}) => id),
  phase: Object.keys(PHASES),
  role: ROLES
});

/** The choice in the address, and the first choice for what the address does not say or says wrongly. */
export function addressedResult(rows: readonly ChoiceRow[], notes: ReleaseRows): ResultChoice {
  const first = firstResult(rows, notes);
  const known = listValues(notes);
  const requested = (Object.keys(first) as Part[]).map((part) => {
    const value = fromAddress(part);
    return [part, value !== null && known[part].includes(value) ? value : first[part]];
  });
  return Object.fromEntries(requested) as ResultChoice;
}

/** What the address asks for in these parts that this release does not have. */
export function unknownParts(notes: ReleaseRows, parts: readonly Part[]): UnknownValue[] {
  const known = listValues(notes);
  return parts.flatMap((part) => {
    const value = fromAddress(part);
    return value === null || known[part].includes(value) ? [] : [{name: PART_NAMES[part], value}];
  });
}

const NOBODY = "No school of this phase is on record in this partnership type with this outcome.";

/** Why nothing answers a choice in these parts, each reason once; never empty. Of no use where something does. */
export function whyNothing(rows: readonly ChoiceRow[], choice: ResultChoice, parts: readonly Part[]): string[] {
  const reasons = answers(rows, choice, parts).flatMap(({absent}) => (absent === null ? [] : [absent]));
  return reasons.length > 0 ? [...new Set(reasons)] : [NOBODY];
}

/** The address of a choice on another page. */
export const linkTo = (page: string, choice: Partial<ResultChoice>): string => `${page}?${new URLSearchParams(choice)}`;

/** Up to three choices that have a result, those most like what was asked for first. */
export function nearbyResults(rows: readonly ChoiceRow[], choice: ResultChoice): ResultChoice[] {
  const parts = ["measure", "partnership_type", "phase"] as const;
  const near = (d: ResultChoice) => parts.filter((part) => d[part] === choice[part]).length;
  const distinct = new Map(
    rows
      .filter(hasResult)
      .map(({measure, partnership_type, phase, role}) => [
        [measure, partnership_type, phase].join(),
        {measure, partnership_type, phase, role}
      ])
  );
  return [...distinct.values()].sort((a, b) => near(b) - near(a)).slice(0, 3);
}

import {html} from "htl";
import {answered} from "../ui/answered.js";
import {chooseResult} from "../ui/choose-result.js";
import {listEach, withEach} from "./each-partnership.js";
import {fetchRelease} from "../ui/fetch-release.js";
import {folded} from "../ui/folded.js";
import {counted} from "../ui/format.js";
import {indexColumns} from "../evidence/index-columns.js";
import {typeRows, partRows, scaleOfRow} from "./type-groups.js";
import {leadershipView} from "./leadership.js";
import {LOOKS, ROLES} from "../chart/look.js";
import {matrix, type MatrixRow} from "../evidence/matrix.js";
import {MODELS, findModel} from "./models.js";
import type {
  Dimension,
  PartnershipTypeRow,
  PartnershipTypesFile,
  LeadershipFile,
  MeasureRow,
  PartRow,
  ResultRow
} from "../ui/release.js";
import {answers, type ReleaseRows, type ResultChoice} from "../ui/result-choice.js";
import {collectRows} from "../ui/collect-rows.js";
import {noResults} from "../ui/no-results.js";
import {tally} from "../evidence/tally.js";
import {takeCsv} from "../ui/take-csv.js";

interface Requested extends ReleaseRows {
  rows: readonly ResultRow[];
  measure: MeasureRow;
  choice: ResultChoice;
}

/** Partnership types side by side, models and programmes within them, what each type is, and the phases behind it all. */
export function types(
  rows: readonly ResultRow[],
  {leadership, ...notes}: ReleaseRows & {leadership: LeadershipFile}
): HTMLElement {
  if (rows.length === 0) return html`<div>${noResults()} ${aboutTypes(notes.types, leadership, notes.measures)}</div>`;
  const form = chooseResult(rows, notes, ["measure", "phase"]);
  const pickRows = (choice: ResultChoice): Requested => ({
    ...notes,
    rows,
    choice,
    measure: notes.measures.find(({id}) => id === choice.measure)!
  });
  const part = (dimension: Dimension, words: PartWords) =>
    answered(form, (choice) => byPart(pickRows(choice), dimension, words));
  return html`<div>
    ${form} ${answered(form, (choice) => byType(pickRows(choice)))}
    <h2 id="models">Four models of area partnership</h2>
    <p>
      A model is never chosen by hand: it follows from the services that the partnership runs. Models were not assigned
      at random, and areas that chose one differ from areas that chose another: the difference between two of them is
      not what changing model would do.
    </p>
    ${part("model", {first: "Model, and what it runs", none: "No result by model", about: (subgroup) => MODELS[findModel(subgroup) ?? 0] ?? ""})}
    <h2 id="programmes">Programmes, and when schools joined</h2>
    ${part("programme", {first: "Programme", none: "No result by programme"})}
    ${part("period", {first: "Period of joining", none: "No result by period of joining"})}
    ${aboutTypes(notes.types, leadership, notes.measures)}
  </div>`;
}

const aboutTypes = (
  all: readonly PartnershipTypeRow[],
  leadership: LeadershipFile,
  measures: readonly MeasureRow[]
): HTMLElement =>
  html`<div>
    <h2 id="about">What each type is</h2>
    <div class="folds">${all.map(about)}</div>
    <h2 id="leadership">The times behind the figures</h2>
    ${leadershipView(leadership, measures)}
  </div>`;

const caption = ({measure, choice}: Requested): string =>
  `${measure.label}, ${choice.phase} schools, beyond what was expected of them`;

const frame = (first: string) => ({
  first,
  columns: ROLES.map((role) => ({label: LOOKS[role].name, role})),
  ends: ["← worse", "better →"] as const
});

async function byType(requested: Requested): Promise<HTMLElement> {
  const {rows, types: all, choice, measure} = requested;
  const found = typeRows(rows, requested);
  const {few} = await partnershipTypesFile(choice);
  const reported = found.map(({partnership_type, row}) =>
    withRings(row, {...requested, few, partnership_type, model: null})
  );
  const without = all.filter(({id}) => !found.some(({partnership_type}) => partnership_type.id === id));
  const none = html`<p>No partnership type has a result for ${choice.phase} schools on this outcome.</p>`;
  const asked = answers(rows, choice, ["measure", "phase"]);
  return html`<div>
    ${reported.length === 0 ? "" : ROLES.map((role) => html`<p class="tally">${LOOKS[role].glyph} ${tally(asked, role, "type")}</p>`)}
    ${reported.length === 0 ? none : matrix([{label: null, rows: reported}], {caption: caption(requested), ...frame("Partnership type")})}
    ${without.length === 0 ? "" : folded(`${counted(without.length, "type")} without a result here`, () => listReasons(without, requested))}
    <p class="small">
      <b>How to read it.</b> Lines are in standard deviations between schools, better to the right; the ends of the
      scale stand over each column, an arrow goes on beyond; within ±0.05 is small. Under five partnerships no interval
      is claimed, and each partnership is a hollow bar. Types were joined by different schools in different years: a
      longer line is not a better type.
    </p>
    ${takeCsv(`types-${measure.id}-${choice.phase}`, asked, indexColumns(requested))}
  </div>`;
}

function listReasons(without: readonly PartnershipTypeRow[], {rows, choice}: Requested): HTMLElement {
  const requested = answers(rows, choice, ["measure", "phase"]);
  const why = (partnership_type: PartnershipTypeRow) => [
    ...new Set(
      requested.flatMap((d) => (d.partnership_type === partnership_type.id && d.absent !== null ? [d.absent] : []))
    )
  ];
  return html`<ul>
    ${without.map((partnership_type) => html`<li>${partnership_type.label}: ${why(partnership_type).join(" ") || "No school of this phase is on record in it."}</li>`)}
  </ul>`;
}

/** What is shown of one outcome beyond the index. Throws NotOpened. */
const partnershipTypesFile = ({measure}: Pick<ResultChoice, "measure">): Promise<PartnershipTypesFile> =>
  fetchRelease<PartnershipTypesFile>(`types/${measure}.json.gz`);

/** Cells with too few partnerships for an interval are given what each partnership did. */
function withRings(
  row: MatrixRow,
  {
    rows,
    few,
    choice,
    measure,
    partnership_type,
    model
  }: Requested & Pick<PartnershipTypesFile, "few"> & {partnership_type: PartnershipTypeRow; model: number | null}
): MatrixRow {
  const cells = row.cells.map((cell) => {
    const requested = {...choice, partnership_type: partnership_type.id, role: cell.role};
    const scale = scaleOfRow(answers(rows, requested, ["measure", "partnership_type", "phase", "role"])[0], measure);
    return withEach(cell, listEach(few, {...requested, model}), scale);
  });
  return {...row, cells};
}

interface PartWords {
  first: string;
  none: string;
  about?: (subgroup: string) => string;
}

async function byPart(
  requested: Requested,
  dimension: Dimension,
  {first, none, about: says}: PartWords
): Promise<HTMLElement> {
  const {parts, few} = await partnershipTypesFile(requested.choice);
  const found = partRows(collectRows<PartRow>(parts), {...requested, dimension});
  if (found.length === 0) return html`<p>${none} for ${requested.choice.phase} schools on this outcome.</p>`;
  const reported = found.map(({partnership_type, subgroup, row}) => {
    const named = {...row, about: [partnership_type.label, says?.(subgroup)].filter(Boolean).join(": ")};
    const model = dimension === "model" ? findModel(subgroup) : null;
    return model === null
      ? named
      : withRings({...named, label: `Model ${model}`}, {...requested, few, partnership_type, model});
  });
  return matrix([{label: null, rows: reported}], {caption: caption(requested), ...frame(first)});
}

const SOURCES = {
  register: "the national register of schools",
  geography: "the areas that a programme covered",
  list: "lists that partnerships bring",
  rule: "a rule over published inspections"
} as const;

const GRADES = {
  A: "Well (A): published files name schools or areas.",
  B: "In part (B): pages or tables, or the leading schools alone.",
  C: "Poorly (C): reports, the press, or what partners keep themselves."
} as const;

/** What joining a type means, how roles are reported, and how well members are known. */
const about = (partnership_type: PartnershipTypeRow): HTMLElement =>
  folded(
    partnership_type.label,
    () =>
      html`<dl class="facts nested">
        <dt>Joining</dt>
        <dd>${partnership_type.joining}</dd>
        <dt>Who gives</dt>
        <dd>${partnership_type.gives}</dd>
        <dt>Who takes</dt>
        <dd>${partnership_type.takes}</dd>
        <dt>Roles</dt>
        <dd>${partnership_type.roles}</dd>
        <dt>Where members come from</dt>
        <dd>${partnership_type.membership.map((source) => SOURCES[source]).join(", or ")}</dd>
        <dt>How well members are known</dt>
        <dd>${GRADES[partnership_type.strength]} ${partnership_type.evidence}</dd>
      </dl>`
  );

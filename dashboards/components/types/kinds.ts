import {html} from "htl";
import {answered} from "../ui/answered.js";
import {chooseResult} from "../ui/choose-result.js";
import {eachOf, withEach} from "./each-partnership.js";
import {SCALE} from "../evidence/evidence.js";
import {fetchRelease} from "../ui/fetch-release.js";
import {folded} from "../ui/folded.js";
import {counted} from "../ui/format.js";
import {indexColumns} from "../evidence/index-columns.js";
import {kindRows, partRows, scaleOfRow} from "./kind-groups.js";
import {leadershipView} from "./leadership.js";
import {LOOKS, ROLES} from "../chart/look.js";
import {matrix, type MatrixRow} from "../evidence/matrix.js";
import {MODELS, modelOf} from "./models.js";
import type {Dimension, KindNote, KindsFile, LeadershipNote, MeasureNote, PartRow, ResultRow} from "../ui/release.js";
import {answers, type Notes, type ResultChoice} from "../ui/result-choice.js";
import {rowsOf} from "../ui/rows-of.js";
import {takeCsv} from "../ui/take-csv.js";

interface Asked extends Notes {
  rows: readonly ResultRow[];
  measure: MeasureNote;
  choice: ResultChoice;
}

/** Partnership types side by side, models and programmes within them, what each type is, and the phases behind it all. */
export function kinds(
  rows: readonly ResultRow[],
  {leadership, ...notes}: Notes & {leadership: LeadershipNote}
): HTMLElement {
  const form = chooseResult(rows, notes, ["measure", "phase"]);
  const asked = (choice: ResultChoice): Asked => ({
    ...notes,
    rows,
    choice,
    measure: notes.measures.find(({id}) => id === choice.measure)!
  });
  const part = (dimension: Dimension, words: PartWords) =>
    answered(form, (choice) => byPart(asked(choice), dimension, words));
  return html`<div>
    ${form} ${answered(form, (choice) => byKind(asked(choice)))}
    <h2 id="models">Four models of area partnership</h2>
    <p>
      A model is never chosen by hand: it follows from the services that the partnership runs. Models were not assigned
      at random, and areas that chose one differ from areas that chose another: the difference between two of them is
      not what changing model would do.
    </p>
    ${part("model", {first: "Model, and what it runs", none: "No result by model", about: (subgroup) => MODELS[modelOf(subgroup) ?? 0] ?? ""})}
    <h2 id="programmes">Programmes, and when schools joined</h2>
    ${part("programme", {first: "Programme", none: "No result by programme"})}
    ${part("period", {first: "Period of joining", none: "No result by period of joining"})}
    <h2 id="about">What each type is</h2>
    <div>${notes.kinds.map(about)}</div>
    <h2 id="leadership">The times behind the figures</h2>
    ${leadershipView(leadership, notes.measures)}
  </div>`;
}

const caption = ({measure, choice}: Asked): string =>
  `${measure.label}, ${choice.phase} schools, beyond what was expected of them`;

const frame = (first: string) => ({
  first,
  columns: ROLES.map((role) => ({label: LOOKS[role].name, role})),
  ends: ["← worse", "better →"] as const,
  ...SCALE
});

async function byKind(asked: Asked): Promise<HTMLElement> {
  const {rows, kinds: all, choice, measure} = asked;
  const found = kindRows(rows, asked);
  const {few} = await kindsFile(choice);
  const told = found.map(({kind, row}) => withRings(row, {...asked, few, kind, model: null}));
  const without = all.filter(({id}) => !found.some(({kind}) => kind.id === id));
  const none = html`<p>No partnership type has a result for ${choice.phase} schools on this outcome.</p>`;
  return html`<div>
    ${told.length === 0 ? none : matrix([{label: null, rows: told}], {caption: caption(asked), ...frame("Partnership type")})}
    ${without.length === 0 ? "" : folded(`${counted(without.length, "type")} without a result here`, () => reasonsOf(without, asked))}
    <p class="small">
      <b>How to read it.</b> Lines are in standard deviations between schools, from ${"\u2212"}0.3 to +0.3, better to
      the right; an arrow goes on beyond; within ±0.05 is small. Under five partnerships no interval is claimed, and
      each partnership is a hollow bar. Types were joined by different schools in different years: a longer line is not
      a better type.
    </p>
    ${takeCsv(`kinds-${measure.id}-${choice.phase}`, answers(rows, choice, ["measure", "phase"]), indexColumns(asked))}
  </div>`;
}

function reasonsOf(without: readonly KindNote[], {rows, choice}: Asked): HTMLElement {
  const asked = answers(rows, choice, ["measure", "phase"]);
  const why = (kind: KindNote) => [
    ...new Set(asked.flatMap((d) => (d.kind === kind.id && d.absent !== null ? [d.absent] : [])))
  ];
  return html`<ul>
    ${without.map((kind) => html`<li>${kind.label}: ${why(kind).join(" ") || "No school of this phase is on record in it."}</li>`)}
  </ul>`;
}

/** What is shown of one outcome beyond the index. Throws NotOpened. */
const kindsFile = ({measure}: Pick<ResultChoice, "measure">): Promise<KindsFile> =>
  fetchRelease<KindsFile>(`kinds/${measure}.json`);

/** Cells with too few partnerships for an interval are given what each partnership did. */
function withRings(
  row: MatrixRow,
  {rows, few, choice, measure, kind, model}: Asked & Pick<KindsFile, "few"> & {kind: KindNote; model: number | null}
): MatrixRow {
  const cells = row.cells.map((cell) => {
    const asked = {...choice, kind: kind.id, role: cell.role};
    const scale = scaleOfRow(answers(rows, asked, ["measure", "kind", "phase", "role"])[0], measure);
    return withEach(cell, eachOf(few, {...asked, model}), scale);
  });
  return {...row, cells};
}

interface PartWords {
  first: string;
  none: string;
  about?: (subgroup: string) => string;
}

async function byPart(asked: Asked, dimension: Dimension, {first, none, about: says}: PartWords): Promise<HTMLElement> {
  const {parts, few} = await kindsFile(asked.choice);
  const found = partRows(rowsOf<PartRow>(parts), {...asked, dimension});
  if (found.length === 0) return html`<p>${none} for ${asked.choice.phase} schools on this outcome.</p>`;
  const told = found.map(({kind, subgroup, row}) => {
    const named = {...row, about: [kind.label, says?.(subgroup)].filter(Boolean).join(": ")};
    const model = dimension === "model" ? modelOf(subgroup) : null;
    return model === null ? named : withRings({...named, label: `Model ${model}`}, {...asked, few, kind, model});
  });
  return matrix([{label: null, rows: told}], {caption: caption(asked), ...frame(first)});
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

/** What joining a kind means, how roles are told, and how well members are known. */
const about = (kind: KindNote): HTMLElement =>
  folded(
    kind.label,
    () =>
      html`<dl class="facts nested">
        <dt>Joining</dt>
        <dd>${kind.joining}</dd>
        <dt>Who gives</dt>
        <dd>${kind.gives}</dd>
        <dt>Who takes</dt>
        <dd>${kind.takes}</dd>
        <dt>Roles</dt>
        <dd>${kind.roles}</dd>
        <dt>Where members come from</dt>
        <dd>${kind.membership.map((source) => SOURCES[source]).join(", or ")}</dd>
        <dt>How well members are known</dt>
        <dd>${GRADES[kind.strength]} ${kind.evidence}</dd>
      </dl>`
  );

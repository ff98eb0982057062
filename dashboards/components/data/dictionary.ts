import {html} from "htl";
import {academicYears, capital, count, counted, spelled} from "../ui/format.js";
import {folded} from "../ui/folded.js";
import type {PartnershipTypeRow, MeasureRow, ReasonRow, DescribedTable} from "../ui/release.js";
import {table} from "../ui/table.js";

const DIRECTIONS = {
  higher: "Higher is better",
  lower: "Lower is better",
  neither: "Neither higher nor lower is better"
};

/** A measure: what it counts, which way is better, and its comparable series. */
export const measure = ({id, label, subject, unit, better, comparable_series}: MeasureRow): HTMLElement =>
  html`<section aria-labelledby=${`measure-${id}`}>
    <h3 id=${`measure-${id}`}>${label}</h3>
    <p>The ${subject}, in ${unit}. ${DIRECTIONS[better]}. In the files: <code>${id}</code>.</p>
    ${folded(`${counted(comparable_series.length, "stretch", "stretches")} of years measured alike`, () =>
      table(`${label}: years that are measured alike`, comparable_series, [
        {name: "Years", show: ({from, to}) => capital(academicYears(from, to))},
        {name: "Called", show: (d) => d.label},
        {name: "Unit", show: (d) => d.unit},
        {name: "Why it stands alone", show: ({why}) => capital(why)}
      ])
    )}
  </section>`;

/** A partnership type: what joining means, and how roles are reported. */
export const partnership_type = ({id, label, joining, roles, evidence}: PartnershipTypeRow): HTMLElement =>
  html`<section aria-labelledby=${`kind-${id}`}>
    <h3 id=${`kind-${id}`}>${label}</h3>
    <dl class="facts">
      <dt>Joining</dt>
      <dd>${joining}</dd>
      <dt>Roles</dt>
      <dd>${roles}</dd>
      <dt>Evidence</dt>
      <dd>${evidence}</dd>
      <dt>In the files</dt>
      <dd><code>${id}</code></dd>
    </dl>
  </section>`;

/** Why a figure is missing, and how publishers write that. */
export const reasonsTable = (reasons: readonly ReasonRow[]): HTMLElement =>
  table("Why a figure is missing", reasons, [
    {name: "Reason", show: ({reason}) => spelled(reason)},
    {name: "What it means", show: ({meaning}) => capital(meaning)},
    {name: "Written as", show: ({codes}) => codes.map((code) => (code === "" ? "an empty cell" : code)).join(", ")}
  ]);

/** A table of the data: what a row is, and every column. */
export const dataTable = ({table: name, about, key, rows, columns}: DescribedTable): HTMLElement =>
  html`<section aria-labelledby=${`table-${name}`}>
    <h3 id=${`table-${name}`}>${name}</h3>
    <p>${about} ${counted(rows, "row")}. ${key === null ? "No key." : `One row for each ${key}.`}</p>
    ${folded(counted(columns.length, "column"), () =>
      table(`${name}: columns`, columns, [
        {name: "Column", show: ({column}) => html`<code>${column}</code>`},
        {name: "Type", show: ({type}) => html`<code>${type}</code>`},
        {name: "What it holds", show: (d) => d.about ?? "Not described"}
      ])
    )}
  </section>`;

/** How large the dictionary is, in a sentence. */
export const dictionaryLead = (
  tables: readonly DescribedTable[],
  measures: readonly MeasureRow[],
  types: readonly PartnershipTypeRow[]
): string =>
  `${counted(measures.length, "measure")}, ${counted(types.length, "partnership_type")} of partnership, and ${counted(tables.length, "table")} with ${count(tables.reduce((sum, d) => sum + d.columns.length, 0))} columns: what each of them means.`;

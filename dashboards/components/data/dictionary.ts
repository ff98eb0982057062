import {html} from "htl";
import {academicYears, capital, count, counted, spelled} from "../ui/format.js";
import {folded} from "../ui/folded.js";
import type {PartnershipTypeRow, MeasureRow, ReasonRow, DescribedTable} from "../ui/release.js";
import {table} from "../ui/table.js";
import {takeCsv} from "../ui/take-csv.js";

const DIRECTIONS = {
  higher: "Higher is better",
  lower: "Lower is better",
  neither: "Neither higher nor lower is better"
};

/** Every measure in a row: what it counts, in which unit, which way is better, and its comparable series folded. */
export const measuresTable = (measures: readonly MeasureRow[]): HTMLElement =>
  html`<div>
    ${table("Measures", measures, [
      {name: "Measure", show: ({id, label}) => html`<span id=${`measure-${id}`}>${label}</span>`},
      {name: "What it is", show: ({subject}) => capital(subject)},
      {name: "Unit", show: ({unit}) => unit},
      {name: "Which way is better", show: ({better}) => DIRECTIONS[better]},
      {name: "Years measured alike", show: seriesFolded},
      {name: "In the files", show: ({id}) => html`<code>${id}</code>`}
    ])}
    ${takeCsv(
      "measures",
      measures.flatMap((measure) => measure.comparable_series.map((series) => ({measure, series}))),
      [
        {name: "Measure", show: ({measure}) => measure.id},
        {name: "Label", show: ({measure}) => measure.label},
        {name: "What it is", show: ({measure}) => measure.subject},
        {name: "Which way is better", show: ({measure}) => measure.better},
        {name: "Years", show: ({series}) => academicYears(series.from, series.to)},
        {name: "Called", show: ({series}) => series.label},
        {name: "Unit", show: ({series}) => series.unit},
        {name: "Why it stands alone", show: ({series}) => series.why}
      ]
    )}
  </div>`;

const seriesFolded = ({label, comparable_series}: MeasureRow): HTMLElement =>
  folded(counted(comparable_series.length, "series", "series"), () =>
    table(`${label}: years that are measured alike`, comparable_series, [
      {name: "Years", show: ({from, to}) => capital(academicYears(from, to))},
      {name: "Called", show: (d) => d.label},
      {name: "Unit", show: (d) => d.unit},
      {name: "Why it stands alone", show: ({why}) => capital(why)}
    ])
  );

/** Every partnership type in a row: what joining means; how roles are reported and how well members are known, folded. */
export const typesTable = (types: readonly PartnershipTypeRow[]): HTMLElement =>
  html`<div>
    ${table("Partnership types", types, [
      {name: "Type", show: ({id, label}) => html`<span id=${`kind-${id}`}>${label}</span>`},
      {name: "Joining", show: ({joining}) => joining},
      {
        name: "Roles and evidence",
        show: ({roles, evidence}) => folded("How they are known", () => html`<p>${roles} ${evidence}</p>`)
      },
      {name: "In the files", show: ({id}) => html`<code>${id}</code>`}
    ])}
    ${takeCsv("partnership-types", types, [
      {name: "Type", show: ({id}) => id},
      {name: "Label", show: ({label}) => label},
      {name: "Joining", show: ({joining}) => joining},
      {name: "Roles", show: ({roles}) => roles},
      {name: "Evidence", show: ({evidence}) => evidence}
    ])}
  </div>`;

/** Why a figure is missing, and how publishers write that. */
export const reasonsTable = (reasons: readonly ReasonRow[]): HTMLElement =>
  table("Why a figure is missing", reasons, [
    {name: "Reason", show: ({reason}) => spelled(reason)},
    {name: "What it means", show: ({meaning}) => capital(meaning)},
    {name: "Written as", show: ({codes}) => codes.map((code) => (code === "" ? "an empty cell" : code)).join(", ")}
  ]);

/** Every table of the data in a row: what a row of it is, its key, and its columns folded; all columns as one file. */
export const tablesTable = (tables: readonly DescribedTable[]): HTMLElement =>
  html`<div>
    ${table("Tables", tables, [
      {name: "Table", show: ({table: name}) => html`<code id=${`table-${name}`}>${name}</code>`},
      {name: "What a row is", show: ({about}) => about},
      {name: "One row for each", show: ({key}) => key ?? "no key"},
      {name: "Rows", show: ({rows}) => count(rows), numeric: true},
      {name: "Columns", show: columnsFolded}
    ])}
    ${takeCsv(
      "columns",
      tables.flatMap(({table: name, columns}) => columns.map((column) => ({...column, name}))),
      [
        {name: "Table", show: ({name}) => name},
        {name: "Column", show: ({column}) => column},
        {name: "Type", show: ({type}) => type},
        {name: "What it holds", show: ({about}) => about ?? "Not described"}
      ]
    )}
  </div>`;

const columnsFolded = ({table: name, columns}: DescribedTable): HTMLElement =>
  folded(counted(columns.length, "column"), () =>
    table(`${name}: columns`, columns, [
      {name: "Column", show: ({column}) => html`<code>${column}</code>`},
      {name: "Type", show: ({type}) => html`<code>${type}</code>`},
      {name: "What it holds", show: (d) => d.about ?? "Not described"}
    ])
  );

/** How large the dictionary is, in a sentence. */
export const dictionaryLead = (
  tables: readonly DescribedTable[],
  measures: readonly MeasureRow[],
  types: readonly PartnershipTypeRow[]
): string =>
  `${counted(measures.length, "measure")}, ${counted(types.length, "type")} of partnership, and ${counted(tables.length, "table")} with ${count(tables.reduce((sum, d) => sum + d.columns.length, 0))} columns: what each of them means.`;

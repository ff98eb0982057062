import {html} from "htl";
import {capital, count, counted} from "../ui/format.js";
import {fileName} from "../ui/file-name.js";
import {folded} from "../ui/folded.js";
import {reconciled, reconciliation as listChecks} from "./reconciliation.js";
import type {ReasonRow, ReconciliationFile, ReleaseFacts, SourceRow} from "../ui/release.js";
import {agreement, freshness, yearOrDay} from "./sources-table.js";
import {table} from "../ui/table.js";
import {takeCsv} from "../ui/take-csv.js";

const LICENCES: Readonly<Record<string, string>> = {"OGL-UK-3.0": "Open Government Licence v3.0"};

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** How much was read, in a sentence. */
export function sourcesLead(sources: readonly SourceRow[], {synthetic}: ReleaseFacts): string {
  const files = sources.flatMap((d) => d.files);
  const publishers = [...new Set(sources.map((d) => d.publisher))];
  const by = publishers.length === 1 ? ` by the ${publishers[0]}` : "";
  const all = synthetic ? "all invented, laid out as those that are published" : "all published";
  const read = sources.filter((d) => d.files.length > 0).length;
  const rest = sources.length - read;
  const without =
    rest === 0 ? "" : ` ${counted(rest, "more source")} can be read and ${rest === 1 ? "has" : "have"} no file in it.`;
  return `This release was made from ${counted(files.length, "file")} of ${counted(read, "source")}, ${all}${by}.${without}`;
}

/** One source in a line, and all that is known of it folded: where it is from, its files, what is missing, and whether it adds up. */
export function source(
  note: SourceRow,
  context: {reasons: readonly ReasonRow[]; reconciliation: readonly ReconciliationFile[]}
): HTMLElement {
  const {id, title, files} = note;
  const isRequested = location.hash === `#${id}`;
  const line = `${title}: ${freshness(note).years}${files.length === 0 ? "" : `, ${counted(files.length, "file")}; totals: ${agreement(context.reconciliation.filter((d) => d.source === id))}`}`;
  const row = folded(line, () => details(note, context), {open: isRequested}) as HTMLDetailsElement;
  row.id = id;
  addEventListener("hashchange", () => {
    if (location.hash === `#${id}`) row.open = true;
  });
  return row;
}

function details(
  note: SourceRow,
  context: {reasons: readonly ReasonRow[]; reconciliation: readonly ReconciliationFile[]}
): HTMLElement {
  const {publisher, page, licence, notes, files} = note;
  return html`<div>
    <dl class="facts">
      <dt>Publisher</dt>
      <dd>${publisher}</dd>
      <dt>Page</dt>
      <dd class="break"><a href=${page}>${page.replace(/^https?:\/\//, "")}</a></dd>
      <dt>Licence</dt>
      <dd>${LICENCES[licence] ?? licence}</dd>
    </dl>
    ${notes ? html`<p>${notes}</p>` : ""} ${files.length === 0 ? "" : whatItHolds(note, context)}
  </div>`;
}

/** Every file that was read, and every column of it that was not, as files to take along. */
export const sourceFiles = (sources: readonly SourceRow[]): HTMLElement =>
  html`<div>
    ${takeCsv(
      "files-read",
      sources.flatMap(({files, ...note}) => files.map((file) => ({...file, note}))),
      [
        {name: "Source", show: ({note}) => note.title},
        {name: "Publisher", show: ({note}) => note.publisher},
        {name: "Page", show: ({note}) => note.page},
        {name: "Licence", show: ({note}) => LICENCES[note.licence] ?? note.licence},
        {name: "File", show: ({file}) => file},
        {name: "Year", show: ({year}) => year ?? ""},
        {name: "Stage", show: ({stage}) => stage ?? ""},
        {name: "Rows", show: ({rows}) => count(rows), raw: ({rows}) => rows, numeric: true},
        {name: "Rows of schools", show: (d) => count(d.school_rows), raw: (d) => d.school_rows, numeric: true},
        {name: "Checksum", show: ({sha256}) => sha256},
        {name: "Columns not read", show: ({note}) => note.not_read.join("; ")}
      ]
    )}
  </div>`;

/** Its files, what is missing in them, and whether they add up. */
function whatItHolds(
  {id, title, files, numbers, missing, absent, not_read: left}: SourceRow,
  {reasons, reconciliation}: {reasons: readonly ReasonRow[]; reconciliation: readonly ReconciliationFile[]}
): HTMLElement {
  const checks = reconciliation.filter((d) => d.source === id);
  return html`<div>
    ${folded(`${counted(files.length, "file")}, ${count(sum(files.map((d) => d.school_rows)))} rows of schools`, () => filesTable(title, files))}
    ${missingTable(title, numbers, missing, reasons)}
    ${
      absent.length > 0
        ? folded(`Columns that ${counted(absent.length, "file lacks", "files lack")}`, () =>
            table(`${title}: columns not in the file`, absent, [
              {name: "File", show: ({file}) => fileName(file)},
              {name: "Columns", show: ({columns}) => html`<span class="break">${columns.join(", ")}</span>`}
            ])
          )
        : ""
    }
    ${
      left.length > 0
        ? folded(
            `In the file, not read: ${counted(left.length, "column")}`,
            () => html`<p class="break">${left.join(", ")}</p>`
          )
        : ""
    }
    ${
      checks.length > 0
        ? html`<div>
            <p>${reconciled(checks)}</p>
            ${folded(`All ${counted(checks.length, "check")}`, () => listChecks(title, checks))}
          </div>`
        : html`<p>These figures were not set against printed totals.</p>`
    }
  </div>`;
}

const filesTable = (title: string, files: SourceRow["files"]): HTMLElement =>
  table(`${title}: files`, files, [
    {name: "File", show: ({file}) => fileName(file)},
    {name: "Year", show: ({year}) => (year === null ? "no year" : yearOrDay(year))},
    {name: "Stage", show: ({stage}) => stage ?? "not stated"},
    {name: "Rows", show: ({rows}) => count(rows), numeric: true},
    {name: "Rows of schools", show: (d) => count(d.school_rows), numeric: true},
    {name: "Encoding", show: ({encoding}) => encoding},
    {name: "Checksum begins", show: ({sha256}) => html`<code title=${sha256}>${sha256.slice(0, 12)}</code>`}
  ]);

/** How many cells of number columns hold a number, and why the others do not. */
function missingTable(
  title: string,
  numbers: number,
  missing: SourceRow["missing"],
  reasons: readonly ReasonRow[]
): HTMLElement {
  const cells = numbers + sum(missing.map((d) => d.cells));
  if (cells === 0) return html`<p>No column of this source is read as a number.</p>`;
  const share = (n: number) => `${((100 * n) / cells).toFixed(1)}%`;
  const meaning = (reason: string) => reasons.find((d) => d.reason === reason)?.meaning ?? "";
  const rows = [
    {words: "A number", meaning: "The cell holds a figure.", cells: numbers},
    ...missing.map((d) => ({
      words: `No number: ${d.reason.replaceAll("_", " ")}`,
      meaning: capital(meaning(d.reason)),
      cells: d.cells
    }))
  ];
  return table(`${title}: cells that should hold a number`, rows, [
    {name: "What the cell holds", show: ({words}) => words},
    {name: "What that means", show: (d) => d.meaning},
    {name: "Cells", show: (d) => count(d.cells), numeric: true},
    {name: "Share", show: (d) => share(d.cells), numeric: true}
  ]);
}

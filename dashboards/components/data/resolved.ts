import {html} from "htl";
import {count, counted} from "../ui/format.js";
import {fileName} from "../ui/file-name.js";
import {folded} from "../ui/folded.js";
import type {RunFile, SourceRow} from "../ui/release.js";
import {table, type Column} from "../ui/table.js";

type Resolved = RunFile["resolved"][number];

/** How many differences a page lists before it only counts them. */
const SHOWN = 200;

/** What the run that made the release resolved, left out or warns of. */
export function resolved(
  {warnings, resolved: differences, earlier_stage: earlier}: RunFile,
  sources: readonly SourceRow[]
): HTMLElement {
  const writeTitle = (id: string) => sources.find((d) => d.id === id)?.title ?? id;
  return html`<div>
    ${
      warnings.length === 0
        ? html`<p>The last run gave no warning.</p>`
        : html`<ul>
            ${warnings.map((warning) => html`<li class="break">${warning}</li>`)}
          </ul>`
    }
    <p>
      ${
        differences.length === 0
          ? "No two files disagree on the same school, year and figure."
          : `In ${counted(differences.length, "place")} two files disagree on the same school, year and figure. The later or fuller file was used.`
      }
    </p>
    ${[...new Set(differences.map((d) => d.source))].map((id) => {
      const rows = differences.filter((d) => d.source === id);
      return folded(`${writeTitle(id)}: ${counted(rows.length, "figure")}`, () => differencesTable(writeTitle(id), rows));
    })}
    ${
      earlier.length > 0
        ? table("Schools found only in an earlier stage of a year, and left out", earlier, [
            {name: "Source", show: (d) => writeTitle(d.source)},
            {name: "Year", show: ({year}) => year},
            {name: "Stage", show: ({stage}) => stage},
            {name: "Schools", show: ({schools}) => count(schools), numeric: true}
          ])
        : html`<p>No school is found only in an earlier stage of a year.</p>`
    }
  </div>`;
}

function differencesTable(title: string, rows: readonly Resolved[]): HTMLElement {
  const few = rows.length > SHOWN ? `, the first ${SHOWN} of ${count(rows.length)}` : "";
  return table(`${title}: which figure was used${few}`, rows.slice(0, SHOWN), columns);
}

const columns: readonly Column<Resolved>[] = [
  {name: "School", show: ({school}) => school},
  {name: "Year", show: ({year}) => year},
  {name: "Column", show: ({column}) => html`<code>${column}</code>`},
  {name: "Used", show: ({selected}) => selected, numeric: true},
  {name: "Left out", show: ({left}) => left, numeric: true},
  {name: "Used from", show: (d) => fileName(d.selected_from)},
  {name: "Left out of", show: (d) => fileName(d.left_in)}
];

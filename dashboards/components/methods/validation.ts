import {html} from "htl";
import {longDate} from "../ui/dates.js";
import {folded} from "../ui/folded.js";
import {capital, count, counted} from "../ui/format.js";
import type {ValidationFile} from "../ui/release.js";
import {table} from "../ui/table.js";

/** A table of more rows than this is folded under what came out. */
const LONG = 12;

/** A cell as it is read: nothing is “none”, whole numbers with commas, others as they were written down. */
export const cellText = (value: string | number | null): string =>
  value === null
    ? "none"
    : typeof value === "string"
      ? value
      : Number.isInteger(value)
        ? count(value)
        : String(value).replace("-", "\u2212");

/** How many standards are not met, in words. */
export const failsTitle = (fails: number): string => `What falls short (${counted(fails, "line")})`;

/** One check of the whole: what came out, what falls short, the table, and how to run it again. */
export function validation(note: ValidationFile): HTMLElement {
  const {id, title, summary, made, version, plan, command, rows, fails, notes} = note;
  return html`<section aria-labelledby=${`checked-${id}`}>
    <h3 id=${`checked-${id}`}>${title}</h3>
    <p>${summary}</p>
    ${
      fails.length > 0
        ? html`<p><strong>${failsTitle(fails.length)}</strong></p>
            <ul>
              ${fails.map((words) => html`<li>${words}</li>`)}
            </ul>`
        : ""
    }
    ${
      rows.length > LONG
        ? folded(
            `All ${counted(rows.length, "row")}${notes.length > 0 ? ", and what to know of them" : ""}`,
            () => html`<div>${rowsTable(note)} ${remarks(notes)}</div>`
          )
        : html`<div>${rowsTable(note)} ${remarks(notes)}</div>`
    }
    <p class="small">
      Run on ${longDate(made)} with version ${version}, plan ${plan}. To run it again: <code>${command}</code>
    </p>
  </section>`;
}

const remarks = (notes: readonly string[]): HTMLElement | "" =>
  notes.length === 0
    ? ""
    : html`<ul>
        ${notes.map((words) => html`<li>${words}</li>`)}
      </ul>`;

const rowsTable = ({title, columns, rows}: ValidationFile): HTMLElement =>
  table(
    title,
    rows,
    columns.map(({name, numeric}, i) => ({
      name: capital(name),
      numeric,
      show: (row: (string | number | null)[]) => cellText(row[i] ?? null)
    }))
  );

/** All of them, or that none has been kept. */
export const validations = (notes: readonly ValidationFile[]): HTMLElement =>
  notes.length === 0
    ? html`<p class="plain">No run of these checks is kept with this release. The commands in the README run them.</p>`
    : html`<div>${notes.map(validation)}</div>`;

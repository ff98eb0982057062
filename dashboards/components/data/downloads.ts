import {html} from "htl";
import {releaseAddress} from "../ui/fetch-release.js";
import {folded} from "../ui/folded.js";
import {count, counted} from "../ui/format.js";
import type {DownloadRow} from "../ui/release.js";
import {table} from "../ui/table.js";

/** “820 bytes”, “12 kB”, “3.4 MB”. */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return counted(bytes, "byte");
  return bytes < 1_000_000 ? `${count(Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** A table to take away: what a row is, its files, and its columns one click below; or a program. */
const download = ({id, title, row, rows, columns, files}: DownloadRow): HTMLElement =>
  html`<section aria-labelledby=${`download-${id}`}>
    <h3 id=${`download-${id}`}>${title}</h3>
    <p>${row}${rows === null ? "" : ` ${counted(rows, "row")}.`}</p>
    <ul class="files">
      ${files.map(
        ({file, what, bytes}) =>
          html`<li><a href=${releaseAddress(`download/${file}`)} download>${what}</a> ${sizeWords(bytes)}</li>`
      )}
    </ul>
    ${columns.length > 0 &&
    folded(counted(columns.length, "column"), () =>
      table(`${title}: columns`, columns, [
        {name: "Column", show: ({column}) => html`<code>${column}</code>`},
        {name: "What it holds", show: ({label}) => label}
      ])
    )}
  </section>`;

export const downloads = (notes: readonly DownloadRow[]): HTMLElement =>
  notes.length === 0
    ? html`<p class="plain">This release has no files to take away whole. Every chart has its own numbers below it.</p>`
    : html`<div>${notes.map(download)}</div>`;

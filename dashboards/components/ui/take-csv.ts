import {html} from "htl";
import {save} from "./download.js";
import {releaseColumns} from "./about.js";
import {csv, type Column} from "./table.js";

/** A button that hands over rows as a file, for what is a table already; each row says of which release it is. */
export const takeCsv = <Row>(file: string, rows: readonly Row[], columns: readonly Column<Row>[]): HTMLElement =>
  html`<div class="tools">
    <button
      type="button"
      ${{onclick: () => save(`${file}.csv`, new Blob([csv(rows, [...columns, ...releaseColumns<Row>()])], {type: "text/csv"}))}}
    >
      Download (CSV)
    </button>
  </div>`;

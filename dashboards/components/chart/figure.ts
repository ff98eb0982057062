import {html} from "htl";
import {aboutColumns, aboutWords, releaseColumns, type About} from "../ui/about.js";
import {releaseWords} from "../ui/this-release.js";
import {png, save} from "../ui/download.js";
import {poster} from "./poster.js";
import {csv, table, type Column} from "../ui/table.js";

export interface FigureWords<Row> {
  /** At most 15 words. */
  title: string;
  /** Measure, unit, who, when. */
  subtitle: string;
  /** What it is of, once for each role; said under the title, in pictures and in files. */
  about: readonly About[];
  /** How to read it, then what would change a reader's mind. */
  notes: Node;
  key?: Node;
  /** The numbers that were drawn: a table on request, and a file. */
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  /** One chart rather than panels: its notes stand next to it where there is room. */
  single?: boolean;
  /** What downloads are called, without an ending. */
  file: string;
}

/** A table of more rows is made only once it is asked for: thousands of hidden ones make a page slow. */
const MANY_ROWS = 300;

/** Title, chart, notes, and under them the numbers as a table and all of it to take away. */
export function figure<Row>(
  chart: Node,
  {title, subtitle, about, notes, key, rows, columns, file, single = false}: FigureWords<Row>
): HTMLElement {
  const makeTable = () => table(`${title}: the numbers`, rows, columns);
  const numbers = html`<div class="numbers" hidden>${rows.length > MANY_ROWS ? "" : makeTable()}</div>`;
  const show = html`<button type="button" aria-expanded="false">Show the numbers</button>`;
  show.addEventListener("click", () => {
    if (numbers.childElementCount === 0) numbers.append(makeTable());
    numbers.hidden = !numbers.hidden;
    show.setAttribute("aria-expanded", String(!numbers.hidden));
    show.textContent = `${numbers.hidden ? "Show" : "Hide"} the numbers`;
  });
  const take = (name: string, content: () => Blob | Promise<Blob>) =>
    html`<button type="button" ${{onclick: async () => save(`${file}.${name.toLowerCase()}`, await content())}}>
      Download (${name})
    </button>`;
  const made: HTMLElement = html`<figure class=${single ? "figure single" : "figure"}>
    <figcaption>
      <p class="title">${title}</p>
      <p class="subtitle">${subtitle}</p>
      <p class="about">${aboutWords(about)} <span class="release">${releaseWords()}.</span></p>
      <p class="address">${location.href}</p>
    </figcaption>
    ${key ?? ""}
    <div class="chart">${chart}</div>
    <p class="notes">${notes}</p>
    <div class="tools">
      ${show}
      ${take("CSV", () => new Blob([csv(rows, [...columns, ...aboutColumns<Row>(about), ...releaseColumns<Row>()])], {type: "text/csv"}))}
      ${take("SVG", () => new Blob([poster(made)], {type: "image/svg+xml"}))} ${take("PNG", () => png(poster(made)))}
    </div>
    ${numbers}
  </figure>`;
  return made;
}

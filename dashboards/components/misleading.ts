import {html} from "htl";
import {sizeOf} from "./effect-words.js";
import {figure} from "./figure.js";
import {fit} from "./fit.js";
import {signed} from "./format.js";
import {LOOKS} from "./look.js";
import {naiveFair, type Misleading} from "./naive-fair.js";
import type {MeasureNote} from "./release.js";
import {table, type Column} from "./table.js";

/** The before-and-after figure, always beside the fair one: drawn for the first role that has it, in numbers for all. */
export function misleadingFigure(results: readonly Misleading[], measure: MeasureNote): HTMLElement {
  const first = results[0]!;
  const {naive, digits, role, unit} = first;
  const columns = naiveColumns(digits);
  return html`<section aria-labelledby="misleading">
    <h2 id="misleading">Why before and after alone misleads</h2>
    ${figure(
      fit((width) => naiveFair(first, {measure, width})),
      {
        title: `Before and after alone says ${signed(naive.naive, digits)}; beside similar schools it is ${sizeOf(naive.fair, digits)}`,
        subtitle: `${measure.label}, ${LOOKS[role].name.toLowerCase()}, ${unit}: the first three years less the year before joining, and what that is made of.`,
        notes: naiveNotes(first),
        rows: results,
        columns,
        file: `${first.kind}-${first.phase}-${first.measure}-before-and-after`
      }
    )}
    ${results.length > 1 ? table(`Before and after alone, taken apart, in ${unit}`, results, columns) : ""}
  </section>`;
}

const naiveNotes = ({naive}: Misleading): HTMLElement =>
  html`<span
    ><b>How to read it.</b> Schools are often picked to join after a bad year, so that the next years look better
    whatever is done; and results rise and fall everywhere. Take away the return from the year before, and what similar
    schools did from the same base years: the rest is the fair figure. ${naive.warning ?? ""}</span
  >`;

const naiveColumns = (digits: number): Column<Misleading>[] => [
  {name: "Role", show: ({role}) => LOOKS[role].name},
  part("Before and after alone: misleading", ({naive}) => naive.naive, digits),
  part("Return from the year before", ({naive}) => naive.bounce, digits),
  part("Change in similar schools", ({naive}) => naive.similar, digits),
  {
    name: "What is left (95% interval)",
    show: ({naive}) => sizeOf(naive.fair, digits),
    raw: ({naive}) => naive.fair.value,
    numeric: true
  }
];

const part = (name: string, of: (row: Misleading) => number, digits: number): Column<Misleading> => ({
  name,
  show: (row) => signed(of(row), digits),
  raw: of,
  numeric: true
});

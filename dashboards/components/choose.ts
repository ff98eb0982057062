import {html} from "htl";
import {toAddress} from "./address.js";
import {addressed, onScale, scalesFor, type Choice} from "./choice.js";
import {buttons, menu, type Option} from "./controls.js";
import {PHASES} from "./look.js";
import type {ComparisonNote, KindNote, MeasureNote} from "./release.js";

const SCALES = {native: "As published", bridged: "Position among all schools"};

/** The page's controls, as an element with a value, which `view` in a page understands. The choice is kept in the address. */
export function choose(
  comparisons: readonly ComparisonNote[],
  notes: {measures: readonly MeasureNote[]; kinds: readonly KindNote[]}
): HTMLElement & {value: Choice} {
  const start = addressed(comparisons, notes);
  const option = ({id, label}: {id: string; label: string}, compared: boolean): Option => ({
    value: id,
    label,
    group: compared ? undefined : "Nothing to compare yet"
  });
  const measures = notes.measures.map((d) =>
    option(
      d,
      comparisons.some(({measure}) => measure === d.id)
    )
  );
  const kinds = notes.kinds.map((d) =>
    option(
      d,
      comparisons.some(({kind}) => kind === d.id)
    )
  );
  const entries = (labels: Record<string, string>) => Object.entries(labels).map(([value, label]) => ({value, label}));
  const scales = html`<div></div>`;

  const form = html`<form class="controls">
    ${menu("measure", "Measure", measures, start.measure)} ${menu("kind", "Kind of partnership", kinds, start.kind)}
    ${buttons("phase", "Phase of education", entries(PHASES), start.phase)} ${scales}
  </form>` as HTMLFormElement & {value: Choice};

  const settle = (choice: Choice) => {
    form.value = onScale(comparisons, choice);
    const both = scalesFor(comparisons, choice).length > 1;
    scales.hidden = !both;
    scales.replaceChildren(both ? buttons("scale", "Scale", entries(SCALES), form.value.scale) : "");
  };
  settle(start);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", (event) => {
    const {name, value} = event.target as HTMLInputElement | HTMLSelectElement;
    const choice = {...form.value, [name]: value};
    if (name === "scale") form.value = choice;
    else settle(choice);
    toAddress({...form.value});
  });
  return form;
}

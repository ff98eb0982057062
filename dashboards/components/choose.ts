import {html} from "htl";
import {toAddress} from "./address.js";
import {addressed, onScale, scalesFor, type Choice} from "./choice.js";
import {buttons, menu, type Option} from "./controls.js";
import {academicYears} from "./format.js";
import {PHASES} from "./look.js";
import type {ComparisonNote, KindNote, MeasureNote} from "./release.js";

/** What a scale is called: a stretch of years that were measured alike, or position among all schools. */
function scaleLabel(scale: string, {segments}: MeasureNote): string {
  if (scale === "bridged") return "Position among all schools";
  const segment = segments[Number(scale.replace("native-", ""))];
  return segment ? `As published, ${academicYears(segment.from, segment.to)}` : "As published";
}

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
  const scales = html`<div class="control"></div>`;

  const form = html`<form class="controls">
    ${menu("measure", "Measure", measures, start.measure)} ${menu("kind", "Kind of partnership", kinds, start.kind)}
    ${buttons("phase", "Phase of education", entries(PHASES), start.phase)} ${scales}
  </form>` as HTMLFormElement & {value: Choice};

  const settle = (choice: Choice) => {
    form.value = onScale(comparisons, choice);
    const measure = notes.measures.find(({id}) => id === choice.measure)!;
    const offered = scalesFor(comparisons, choice).map((value) => ({value, label: scaleLabel(value, measure)}));
    scales.hidden = offered.length < 2;
    scales.replaceChildren(scales.hidden ? "" : menu("scale", "Scale", offered, form.value.scale));
  };
  settle(start);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", (event) => {
    const {name, value} = event.target as HTMLInputElement | HTMLSelectElement;
    const choice = {...form.value, [name]: value};
    if (name === "scale") form.value = choice;
    else settle(name === "measure" ? {...choice, scale: ""} : choice);
    toAddress({...form.value});
  });
  return form;
}

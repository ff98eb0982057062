import {html} from "htl";
import {onHistory, toAddress} from "../ui/address.js";
import {buttons, menu, numberBox, type Option} from "../ui/controls.js";
import {byDomain} from "../ui/domains.js";
import {PHASES} from "../chart/look.js";
import type {MeasureRow, Phase, VarianceRow} from "../ui/release.js";
import {
  addressPlan,
  arrangeDesign,
  MOST_DESIGNS,
  nameControl,
  RANGES,
  readNumber,
  readPlan,
  startingPlan,
  type Design,
  type PlanChoice
} from "./plan-choice.js";

export type PlanForm = HTMLFormElement & {value: PlanChoice};

const ARRANGEMENTS: readonly Option[] = [
  {value: "pairs", label: "In pairs: a helper for each"},
  {value: "groups", label: "In groups: a helper for several"}
];

/** What is planned, to be chosen and typed. A number that cannot be used is marked, and the last that could be used stands. */
export function planForm(rows: readonly VarianceRow[], measures: readonly MeasureRow[], start: PlanChoice): PlanForm {
  const form = html`<form class="controls" aria-label="What is planned" novalidate></form>` as PlanForm;
  form.value = start;
  const draw = () => form.replaceChildren(...controls(form.value, rows, measures, change));
  const change = (value: PlanChoice, focus?: string) => {
    form.value = value;
    draw();
    if (focus) form.querySelector<HTMLElement>(focus)?.focus();
    toAddress(addressPlan(value));
    form.dispatchEvent(new Event("input"));
  };
  draw();
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", (event) => {
    if (event.target === form) return;
    const control = event.target as HTMLInputElement | HTMLSelectElement;
    const {name, value} = control;
    if (name === "phase") return change(changePhase(rows, form.value, value as Phase), `[value="${value}"]`);
    if (name === "measure") return change(changeMeasure(rows, form.value, value), `[name=measure]`);
    const next = takeNumber(form.value, name, value);
    control.setAttribute("aria-invalid", String(next === null));
    if (next === null) return event.stopPropagation();
    const rearranged = name.startsWith("arrangement");
    if (rearranged) return change(next, `[name="${name}"]`);
    form.value = next;
    toAddress(addressPlan(next), {step: control instanceof HTMLSelectElement});
  });
  onHistory(form, () => {
    form.value = readPlan(new URLSearchParams(location.search), rows).choice;
    draw();
    form.dispatchEvent(new Event("input"));
  });
  return form;
}

const numbers = ["schools", "helpers", "comparators", "before", "after"] as const;

/** The choice with what was typed; null where it cannot be used. */
function takeNumber(choice: PlanChoice, name: string, text: string): PlanChoice | null {
  if (name === "size" || name === "persistence") {
    const value = readNumber(text, RANGES[name]);
    return value === null ? null : {...choice, [name]: value};
  }
  if (name === "cost" || name === "unit_value") {
    const value = readNumber(text, RANGES[name]);
    return value === null && text.trim() !== "" ? null : {...choice, [name]: value};
  }
  const change = (i: number, part: Partial<Design>): PlanChoice => ({
    ...choice,
    designs: choice.designs.map((design, at) => (at === i ? arrangeDesign({...design, ...part}) : design))
  });
  for (let i = 0; i < choice.designs.length; i++) {
    if (name === nameControl("arrangement", i)) {
      const arrangement = text === "groups" ? "groups" : "pairs";
      const helpers = arrangement === "groups" ? Math.max(1, Math.round(choice.designs[i].schools / 4)) : 0;
      return change(i, {arrangement, helpers});
    }
    for (const part of numbers) {
      if (name !== nameControl(part, i)) continue;
      const value = readNumber(text, RANGES[part]);
      return value === null ? null : change(i, {[part]: value});
    }
  }
  return null;
}

function changePhase(
  rows: readonly VarianceRow[],
  {cost, unit_value, ...choice}: PlanChoice,
  phase: Phase
): PlanChoice {
  const {measure, size, designs} = startingPlan(rows, {phase, measure: choice.measure});
  const comparators = designs[0].comparators;
  return {
    ...{...choice, cost, unit_value, phase, measure, size},
    designs: choice.designs.map((design) => ({...design, comparators}))
  };
}

function changeMeasure(rows: readonly VarianceRow[], choice: PlanChoice, measure: string): PlanChoice {
  const {size, designs} = startingPlan(rows, {phase: choice.phase, measure});
  return {
    ...{...choice, measure, size},
    designs: choice.designs.map((design) => ({...design, comparators: designs[0].comparators}))
  };
}

type Change = (value: PlanChoice, focus?: string) => void;

function controls(
  choice: PlanChoice,
  rows: readonly VarianceRow[],
  measures: readonly MeasureRow[],
  change: Change
): HTMLElement[] {
  const {phase, measure, size, cost, unit_value, persistence, designs} = choice;
  const there = [...new Set(rows.map((row) => row.phase))];
  const inPhase = new Set(rows.filter((row) => row.phase === phase).map((row) => row.measure));
  const outcomes = byDomain(measures).flatMap(({label: group, measures: some}) =>
    some.filter(({id}) => inPhase.has(id)).map(({id, label}) => ({value: id, label, group}))
  );
  const {unit} = rows.find((row) => row.phase === phase && row.measure === measure)!;
  const phases = there.map((value) => ({value, label: PHASES[value]}));
  return [
    buttons("phase", "Phase of education", phases, phase),
    menu("measure", "Outcome", outcomes, measure),
    ...designs.map((design, i) => designPart(design, i, designs.length)),
    html`<fieldset class="part">
      ${numberBox("cost", "Cost of one helped school for a year, £", cost, RANGES.cost)}
      ${numberBox("size", `Effect you would want to see, ${unit}`, size, RANGES.size)}
      ${numberBox("unit_value", "What one of that in one school for a year is worth, £", unit_value, RANGES.unit_value)}
      ${numberBox("persistence", "Percent of a gain left a year after help ends", persistence, RANGES.persistence)}
    </fieldset>`,
    more(choice, change)
  ];
}

function designPart(design: Design, i: number, many: number): HTMLElement {
  const name = (part: string) => nameControl(part, i);
  const years = (most: number) =>
    Array.from({length: most}, (_, n) => ({value: String(n + 1), label: `${n + 1} ${n === 0 ? "year" : "years"}`}));
  return html`<fieldset class="part" aria-label=${many > 1 ? `Design ${i + 1}` : "Design"}>
    ${many > 1 ? html`<legend>Design ${i + 1}</legend>` : ""}
    ${numberBox(name("schools"), "Schools helped", design.schools, RANGES.schools)}
    ${menu(name("arrangement"), "How they are helped", ARRANGEMENTS, design.arrangement)}
    ${design.arrangement === "groups" ? numberBox(name("helpers"), "Schools that help", design.helpers, RANGES.helpers) : ""}
    ${menu(name("before"), "Years of results before", years(RANGES.before.most), String(design.before))}
    ${menu(name("after"), "Years of help", years(RANGES.after.most), String(design.after))}
    ${numberBox(name("comparators"), "Schools to compare with", design.comparators, RANGES.comparators)}
  </fieldset>`;
}

/** Another design next to those there are, or one fewer. */
function more(choice: PlanChoice, change: Change): HTMLElement {
  const {designs} = choice;
  const add = () =>
    change({...choice, designs: [...designs, {...designs.at(-1)!}]}, `[name="schools_${designs.length + 1}"]`);
  const drop = () => change({...choice, designs: designs.slice(0, -1)}, ".more button");
  return html`<div class="control row more">
    ${designs.length < MOST_DESIGNS ? html`<button type="button" ${{onclick: add}}>Put another design next to it</button>` : ""}
    ${designs.length > 1 ? html`<button type="button" ${{onclick: drop}}>Take the last design away</button>` : ""}
  </div>`;
}

import {html} from "htl";
import {carryChoices, onHistory, toAddress} from "./address.js";
import {buttons, menu, setControl, type Option} from "./controls.js";
import {byDomain} from "./domains.js";
import {LOOKS, PHASES, ROLES} from "../chart/look.js";
import type {ChoiceRow} from "./release.js";
import {
  addressedResult,
  hasResult,
  unknownParts,
  type ReleaseRows,
  type Part,
  type ResultChoice
} from "./result-choice.js";
import {greyChoices} from "./grey-choices.js";
import {unknownValues} from "./unknown-value.js";

export type Form = HTMLFormElement & {value: ResultChoice};

const NOTHING = "Nothing to compare yet";

/** Controls for some parts of a choice. The choice is kept in the address and its history; what has no result anywhere stands apart. */
export function chooseResult(rows: readonly ChoiceRow[], notes: ReleaseRows, parts: readonly Part[]): Form {
  const start = addressedResult(rows, notes);
  const notice = html`<div class="notice">${unknownValues(unknownParts(notes, parts))}</div>`;
  const form = html`<form class="controls">
    ${parts.map((part) => control(part, rows, notes, start))} ${notice}
  </form>` as Form;
  form.value = start;
  const grey = greyChoices(form, {rows, measures: notes.measures}, parts);
  grey(start);
  carryChoices();
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", (event) => {
    if (event.target === form) return;
    const {name, value} = event.target as HTMLInputElement | HTMLSelectElement;
    form.value = {...form.value, [name]: value};
    notice.replaceChildren();
    grey(form.value);
    toAddress(Object.fromEntries(parts.map((part) => [part, form.value[part]])));
  });
  onHistory(form, () => {
    form.value = addressedResult(rows, notes);
    for (const part of parts) setControl(form, part, form.value[part]);
    notice.replaceChildren(unknownValues(unknownParts(notes, parts)));
    grey(form.value);
    form.dispatchEvent(new Event("input"));
  });
  return form;
}

function control(part: Part, rows: readonly ChoiceRow[], notes: ReleaseRows, start: ResultChoice): HTMLElement {
  if (part === "measure") return menu(part, "Outcome", measureOptions(rows, notes), start.measure);
  if (part === "partnership_type")
    return menu(part, "Partnership type", typeOptions(rows, notes), start.partnership_type);
  if (part === "role") {
    const roles = ROLES.map((role) => ({value: role, label: LOOKS[role].name.replace(/ schools$/, "")}));
    return buttons(part, "Schools", roles, start.role);
  }
  const phases = Object.entries(PHASES).map(([value, label]) => ({value, label}));
  return buttons(part, "Phase of education", phases, start.phase);
}

/** Measures under the outcome domain to which they speak. */
export function measureOptions(rows: readonly ChoiceRow[], {measures}: ReleaseRows): Option[] {
  const there = new Set(rows.filter(hasResult).map(({measure}) => measure));
  const options = byDomain(measures).flatMap(({label: domain, measures: inDomain}) =>
    inDomain.map(({id, label}) => ({value: id, label, group: there.has(id) ? domain : NOTHING}))
  );
  return [...options.filter(({group}) => group !== NOTHING), ...options.filter(({group}) => group === NOTHING)];
}

function typeOptions(rows: readonly ChoiceRow[], {types}: ReleaseRows): Option[] {
  const there = new Set(rows.filter(hasResult).map(({partnership_type}) => partnership_type));
  return types.map(({id, label}) => ({value: id, label, ...(there.has(id) ? {} : {group: NOTHING})}));
}

import {html} from "htl";
import {toAddress} from "./address.js";
import {buttons, menu, type Option} from "./controls.js";
import {byDomain} from "./domains.js";
import {LOOKS, PHASES, ROLES} from "../chart/look.js";
import type {ChoiceRow} from "./release.js";
import {addressedResult, hasResult, type ReleaseRows, type Part, type ResultChoice} from "./result-choice.js";

export type Form = HTMLFormElement & {value: ResultChoice};

const NOTHING = "Nothing to compare yet";

/** Controls for some parts of a choice. The choice is kept in the address; what has no result anywhere stands apart. */
export function chooseResult(rows: readonly ChoiceRow[], notes: ReleaseRows, parts: readonly Part[]): Form {
  const start = addressedResult(rows, notes);
  const form = html`<form class="controls">${parts.map((part) => control(part, rows, notes, start))}</form>` as Form;
  form.value = start;
  const grey = greyer(form, rows, parts);
  grey();
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", (event) => {
    const {name, value} = event.target as HTMLInputElement | HTMLSelectElement;
    form.value = {...form.value, [name]: value};
    grey();
    toAddress(Object.fromEntries(parts.map((part) => [part, form.value[part]])));
  });
  return form;
}

/** Greys each choice that has no result next to the others that are chosen, and says so; it can still be chosen, and then says why. */
function greyer(form: Form, rows: readonly ChoiceRow[], parts: readonly Part[]): () => void {
  const key = (choice: Record<Part, string>) => parts.map((part) => choice[part]).join();
  const there = new Set(rows.filter(hasResult).map(key));
  const choices = [...form.querySelectorAll<HTMLOptionElement | HTMLInputElement>("option, input")].map((choice) => {
    const words = choice instanceof HTMLOptionElement ? choice : choice.nextElementSibling!;
    const part = choice.closest("select")?.name ?? (choice as HTMLInputElement).name;
    return {choice, words, part, label: words.textContent};
  });
  return () => {
    for (const {choice, words, part, label} of choices) {
      const isThere = there.has(key({...form.value, [part]: choice.value}));
      words.textContent = isThere ? label : `${label} (no result)`;
      choice.classList.toggle("none", !isThere);
    }
  };
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

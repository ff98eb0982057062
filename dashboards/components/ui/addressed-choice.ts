import {html} from "htl";
import {fromAddress, onHistory, toAddress} from "./address.js";
import {setControl} from "./controls.js";
import {unknownValues} from "./unknown-value.js";

interface Addressed {
  /** As the address calls it. */
  name: string;
  /** As readers do: “outcome”. */
  label: string;
  values: readonly string[];
  /** What is chosen where the address says nothing, or what nobody knows. */
  first: string;
}

/** What the address asks for among the values there are, or the first. */
export function findAddressed({name, values, first}: Addressed): string {
  const requested = fromAddress(name);
  return requested !== null && values.includes(requested) ? requested : first;
}

/** A form of one control, kept in the address and its history; calls back with what is chosen, at once and whenever it changes. */
export function addressedChoice(control: HTMLElement, choice: Addressed, show: (value: string) => void): HTMLElement {
  const {name, label, values} = choice;
  const requested = fromAddress(name);
  const isUnknown = requested !== null && !values.includes(requested);
  const notice = html`<div>${unknownValues(isUnknown ? [{name: label, value: requested}] : [])}</div>`;
  const form: HTMLElement = html`<form class="controls">${control} ${notice}</form>`;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", (event) => {
    const {value} = event.target as HTMLInputElement | HTMLSelectElement;
    notice.replaceChildren();
    toAddress({[name]: value});
    show(value);
  });
  onHistory(form, () => {
    const value = findAddressed(choice);
    setControl(form, name, value);
    show(value);
  });
  show(findAddressed(choice));
  return form;
}

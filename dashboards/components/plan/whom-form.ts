import {html} from "htl";
import {PHASES} from "../chart/look.js";
import {onHistory, toAddress} from "../ui/address.js";
import {buttons, menu, setControl} from "../ui/controls.js";
import type {Phase} from "../ui/release.js";
import {readWhom, type WhomChoice} from "./whom-choice.js";

export type WhomForm = HTMLFormElement & {value: WhomChoice};

/** The rule by which schools are chosen. It is kept in the address. */
export function whomForm(
  start: WhomChoice,
  {phases, regions}: {phases: readonly Phase[]; regions: readonly string[]}
): WhomForm {
  const any = (label: string) => ({value: "any", label});
  const form = html`<form class="controls" aria-label="The rule">
    ${buttons(
      "phase",
      "Phase of education",
      phases.map((value) => ({value, label: PHASES[value]})),
      start.phase
    )}
    ${menu("third", "Results", [{value: "lowest", label: "Lowest third of attainment"}, any("Any results")], start.third)}
    ${menu(
      "inspections",
      "Inspections",
      [any("Any inspections"), {value: "below", label: "Two in a row below good"}],
      start.inspections
    )}
    ${menu("absence", "Attendance", [any("Any attendance"), {value: "high", label: "Third with most absence"}], start.absence)}
    ${menu("body", "Trusts", [any("In a trust or not"), {value: "alone", label: "In no trust or federation"}], start.body)}
    ${menu("region", "Region", [any("All England"), ...regions.map((value) => ({value, label: value}))], start.region)}
  </form>` as WhomForm;
  form.value = start;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", (event) => {
    if (event.target === form) return;
    const {name, value} = event.target as HTMLInputElement | HTMLSelectElement;
    form.value = {...form.value, [name]: value};
    toAddress({...form.value});
  });
  onHistory(form, () => {
    form.value = readWhom(new URLSearchParams(location.search), phases).choice;
    for (const [name, value] of Object.entries(form.value)) setControl(form, name, value);
    form.dispatchEvent(new Event("input"));
  });
  return form;
}

import {html} from "htl";
import {fromAddress, onHistory, toAddress} from "../ui/address.js";
import {unknownValues} from "../ui/unknown-value.js";
import {menu, setControl, type Option} from "../ui/controls.js";
import {academicYear} from "../ui/format.js";
import {ANY, listRegions, SIZES, type PartnershipFilter} from "./partnership-filter.js";
import type {PartnershipTypeRow, PartnershipRow} from "../ui/release.js";

/** A filter that asks nothing. */
export const plainFilter: PartnershipFilter = {
  find: "",
  of: ANY,
  region: ANY,
  model: ANY,
  size: ANY,
  from: ANY,
  to: ANY
};
const NAMES = Object.keys(plainFilter) as (keyof PartnershipFilter)[];

const CALLED: Readonly<Record<keyof PartnershipFilter, string>> = {
  find: "name",
  of: "kind",
  region: "region",
  model: "model",
  size: "size",
  from: "first year from",
  to: "first year to"
};

export type FilterForm = HTMLFormElement & {value: PartnershipFilter};

/** The filter in the address; what it does not say is not asked. */
const addressed = (): PartnershipFilter =>
  Object.fromEntries(
    NAMES.map((name) => [name, fromAddress(name) ?? plainFilter[name]])
  ) as unknown as PartnershipFilter;

/** Controls to find partnerships by. Parts about which the release knows nothing are left out. */
export function partnershipForm(rows: readonly PartnershipRow[], types: readonly PartnershipTypeRow[]): FilterForm {
  const start = addressed();
  const there = new Set(rows.map(({partnership_type}) => partnership_type));
  const regions = [...new Set(rows.flatMap(listRegions))].sort();
  const models = [...new Set(rows.flatMap(({model}) => (model === null ? [] : [model])))].sort();
  const joined = rows.flatMap(({first_joined}) => (first_joined === null ? [] : [first_joined]));
  const years = [...new Set(joined)]
    .sort((a, b) => a - b)
    .map((year) => ({value: String(year), label: academicYear(year)}));
  const choice = (name: keyof PartnershipFilter, label: string, any: string, options: readonly Option[]) =>
    options.length < 2 ? "" : menu(name, label, [{value: ANY, label: any}, ...options], start[name]);
  const known: Partial<Record<keyof PartnershipFilter, readonly string[]>> = {
    of: [...there],
    region: regions,
    model: models.map(String),
    size: SIZES.map(({value}) => value),
    from: years.map(({value}) => value),
    to: years.map(({value}) => value)
  };
  const unknown = () =>
    NAMES.flatMap((name) => {
      const value = fromAddress(name);
      const isKnown = value === null || value === ANY || (known[name]?.includes(value) ?? true);
      return isKnown ? [] : [{name: CALLED[name], value}];
    });
  const notice = html`<div class="notice">${unknownValues(unknown())}</div>`;
  const form = html`<form class="controls" role="search" aria-label="Find partnerships">
    <div class="control">
      <label for="choose-find">Name, or part of it</label>
      <input type="search" id="choose-find" name="find" value=${start.find} autocomplete="off" />
    </div>
    ${choice(
      "of",
      "Type",
      "Any type",
      types.filter(({id}) => there.has(id)).map(({id, label}) => ({value: id, label}))
    )}
    ${choice(
      "region",
      "Region",
      "Any region",
      regions.map((value) => ({value, label: value}))
    )}
    ${choice(
      "model",
      "Model of area partnership",
      "Any model",
      models.map((model) => ({value: String(model), label: `Model ${model}`}))
    )}
    ${choice("size", "Size", "Any size", SIZES)} ${choice("from", "First school joined from", "Any year", years)}
    ${choice("to", "to", "Any year", years)}
    <button type="button" class="clear" ${{onclick: () => clear()}}>Clear the choices</button>
    ${notice}
  </form>` as FilterForm;
  form.value = start;
  form.addEventListener("submit", (event) => event.preventDefault());
  const keep = (filter: PartnershipFilter, said: Record<string, string>) => {
    form.value = filter;
    notice.replaceChildren();
    toAddress({...said, page: "1"}, {step: !("find" in said)});
  };
  form.addEventListener("input", (event) => {
    if (event.target === form) return;
    const {name, value} = event.target as HTMLInputElement | HTMLSelectElement;
    keep({...form.value, [name]: value}, {[name]: value});
  });
  const clear = () => {
    for (const name of NAMES) {
      const control = form.elements.namedItem(name) as HTMLInputElement | HTMLSelectElement | null;
      if (control) control.value = plainFilter[name];
    }
    const said = NAMES.filter((name) => fromAddress(name) !== null);
    keep(plainFilter, Object.fromEntries(said.map((name) => [name, plainFilter[name]])));
    form.dispatchEvent(new Event("input", {bubbles: true}));
  };
  onHistory(form, () => {
    form.value = addressed();
    for (const name of NAMES) setControl(form, name, form.value[name]);
    notice.replaceChildren(unknownValues(unknown()));
    form.dispatchEvent(new Event("input", {bubbles: true}));
  });
  return form;
}

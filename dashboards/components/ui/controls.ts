import {html} from "htl";

export interface Option {
  value: string;
  label: string;
  /** Options of one group stand together under its name. */
  group?: string;
}

/** One of many, from a menu. */
export function menu(name: string, label: string, options: readonly Option[], chosen: string): HTMLElement {
  const item = ({value, label: words}: Option) =>
    html`<option value=${value} selected=${value === chosen}>${words}</option>`;
  const loose = options.filter(({group}) => group === undefined);
  const groups = new Map(options.filter(({group}) => group !== undefined).map(({group}) => [group!, true]));
  return html`<div class="control">
    <label for=${`choose-${name}`}>${label}</label>
    <select id=${`choose-${name}`} name=${name} aria-describedby=${`about-${name}`}>
      ${loose.map(item)}
      ${[...groups.keys()].map(
        (group) =>
          html`<optgroup label=${group}>${options.filter((option) => option.group === group).map(item)}</optgroup>`
      )}
    </select>
    <p class="hint" id=${`about-${name}`}></p>
  </div>`;
}

/** Chooses a value of a menu, a box or buttons of a form; nothing where the form has no such control. */
export function setControl(form: Element, name: string, value: string): void {
  for (const control of form.querySelectorAll<HTMLInputElement | HTMLSelectElement>(`[name="${name}"]`)) {
    if (control instanceof HTMLInputElement && control.type === "radio") control.checked = control.value === value;
    else control.value = value;
  }
}

/** One of a few, all in sight. */
export function buttons(name: string, label: string, options: readonly Option[], chosen: string): HTMLElement {
  return html`<fieldset class="control" aria-describedby=${`about-${name}`}>
    <legend>${label}</legend>
    <div class="buttons">
      ${options.map(
        ({value, label: words}) =>
          html`<label>
            <input type="radio" name=${name} value=${value} checked=${value === chosen} /><span>${words}</span>
          </label>`
      )}
    </div>
    <p class="hint" id=${`about-${name}`}></p>
  </fieldset>`;
}

/** A number to type. What it stands for is in its label. */
export function numberBox(
  name: string,
  label: string,
  value: number | null,
  {least, most, whole = false}: {least: number; most: number; whole?: boolean}
): HTMLElement {
  return html`<div class="control">
    <label for=${`choose-${name}`}>${label}</label>
    <input
      id=${`choose-${name}`}
      name=${name}
      type="number"
      inputmode="decimal"
      min=${least}
      max=${most}
      step=${whole ? 1 : "any"}
      value=${value ?? ""}
    />
  </div>`;
}

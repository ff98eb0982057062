import {html} from "htl";

/** What an address asks for that this release does not have. */
export interface UnknownValue {
  /** What is chosen there, in words: “outcome”. */
  name: string;
  value: string;
}

/** Says which values of an address are not known here, and that others are shown; nothing where all are. */
export const unknownValues = (unknown: readonly UnknownValue[]): HTMLElement | "" =>
  unknown.length === 0
    ? ""
    : html`<p class="unknown" role="status">
        <b>Not in this release:</b>
        ${unknown.map(({name, value}) => `${name} “${value}”`).join(", ")}, which the address of this page asks for.
        What is chosen here is shown instead.
      </p>`;

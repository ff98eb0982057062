import {html} from "htl";
import {longDate} from "../ui/dates.js";
import {count} from "../ui/format.js";
import type {CorrectionRow} from "../ui/release.js";
import {table} from "../ui/table.js";

/** “add the link from 900001 to 900002, of 1 September 2018”; “set the day 900001 joined 7001 to 1 September 2018”. */
export function correctionWords({
  what,
  urn,
  other,
  action,
  value
}: Omit<CorrectionRow, "row" | "reason" | "source" | "changed">): string {
  if (what === "link") {
    const link = `the link from ${urn} to ${other}`;
    if (action === "set") return `set the date of ${link} to ${longDate(value ?? "")}`;
    return [`${action} ${link}`, value === null ? "" : `, of ${longDate(value)}`].join("");
  }
  const day = `the day ${urn} ${what}${other === null ? "" : ` ${other}`}`;
  return value === null ? `remove ${day}` : `set ${day} to ${longDate(value)}`;
}

/** Every correction of the register’s facts, with its reason, its source and what it changed. */
export function corrections(all: readonly CorrectionRow[]): HTMLElement {
  if (all.length === 0) {
    return html`<p>
      Nothing: links and dates stand as the register has them. A correction would be a row here, with its reason and its
      source.
    </p>`;
  }
  return html`<div>
    <p>
      Where the register is known to be wrong, it is put right here and nowhere else; the files that were read stay as
      they are.
    </p>
    ${table("Corrections of the register", all, [
      {name: "Correction", show: correctionWords},
      {name: "Why", show: ({reason}) => reason},
      {name: "Where that is read", show: ({source}) => source},
      {name: "Rows changed", show: ({changed}) => (changed === null ? "–" : count(changed)), numeric: true}
    ])}
  </div>`;
}

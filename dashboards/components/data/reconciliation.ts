import {html} from "htl";
import {folded} from "../ui/folded.js";
import {capital, count, counted, listed} from "../ui/format.js";
import type {ReconciliationFile} from "../ui/release.js";
import {table} from "../ui/table.js";

const VERDICTS = {
  exact: "exactly",
  rounding: "but for rounding",
  suppression: "within what the hidden figures could hold"
} as const;

const total = (
  checks: readonly ReconciliationFile[],
  name: keyof typeof VERDICTS | "printed" | "unexplained" | "not_possible"
) => checks.reduce((sum, check) => sum + check[name], 0);

/** Whether the schools of a source add up to the totals that the publisher prints, in words. */
export function reconciled(checks: readonly ReconciliationFile[]): string {
  const printed = total(checks, "printed");
  const agree = (Object.keys(VERDICTS) as (keyof typeof VERDICTS)[])
    .filter((name) => total(checks, name) > 0)
    .map((name) => `${count(total(checks, name))} ${VERDICTS[name]}`);
  const impossible = total(checks, "not_possible");
  const unexplained = total(checks, "unexplained");
  return [
    `Do the schools add up to the totals that the publisher prints? ${counted(printed, "total was", "totals were")} looked at.`,
    agree.length > 0 ? `They agree: ${listed(agree)}.` : "",
    impossible > 0 ? `${count(impossible)} cannot be worked out from schools.` : "",
    unexplained > 0
      ? `${counted(unexplained, "difference is", "differences are")} not explained.`
      : "No difference is left unexplained."
  ]
    .filter(Boolean)
    .join(" ");
}

/** Every check of a source, folded file by file, the newest file first. */
export function reconciliation(title: string, checks: readonly ReconciliationFile[]): HTMLElement {
  const files = [...new Set(checks.map(({file}) => file))].sort().reverse();
  return html`<div class="nested">
    ${files.map((file) => {
      const mine = checks.filter((d) => d.file === file);
      const open = total(mine, "unexplained");
      const left = open > 0 ? `, ${count(open)} not explained` : "";
      return folded(`${file}: ${counted(mine.length, "check")}${left}`, () => checksTable(`${title}: ${file}`, mine));
    })}
  </div>`;
}

const FIGURES = [
  {name: "Printed", of: "printed"},
  {name: "Exact", of: "exact"},
  {name: "Rounding", of: "rounding"},
  {name: "Hidden figures", of: "suppression"},
  {name: "Not possible", of: "not_possible"},
  {name: "Not explained", of: "unexplained"}
] as const;

const checksTable = (caption: string, checks: readonly ReconciliationFile[]): HTMLElement =>
  table(
    caption,
    [...checks].sort((a, b) => b.unexplained - a.unexplained),
    [
      {name: "Column", show: ({column}) => html`<code>${column}</code>`},
      {name: "Level", show: ({level}) => level},
      ...FIGURES.map(({name, of}) => ({name, show: (d: ReconciliationFile) => count(d[of]), numeric: true})),
      {name: "Why", show: ({why}) => (why === null ? "All agree" : capital(why))}
    ]
  );

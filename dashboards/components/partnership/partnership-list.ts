import {html} from "htl";
import {fromAddress, onHistory, toAddress} from "../ui/address.js";
import {academicYear, count, counted, spelled} from "../ui/format.js";
import {PHASES} from "../chart/look.js";
import {partnershipAddress} from "./partnership-address.js";
import {listRegions} from "./partnership-filter.js";
import type {ListedPartnership} from "./partnership-rows.js";
import type {PartnershipTypeRow} from "../ui/release.js";
import {table} from "../ui/table.js";

/** Partnerships on a page of the list. */
export const A_PAGE = 25;

/** The page of a list that the address asks for, as far as there is one; the first is 1. */
export function findPage(requested: string | null, rows: number): number {
  const last = Math.max(1, Math.ceil(rows / A_PAGE));
  const page = Number(requested ?? 1);
  return Number.isInteger(page) ? Math.min(Math.max(page, 1), last) : 1;
}

/** “12 of 600 partnerships”, or that all are shown, or that there is none. */
export function foundSentence(found: number, all: number): string {
  if (found === 0) return `None of ${counted(all, "partnership")} answers all of these choices.`;
  return found === all ? `All ${count(all)} partnerships.` : `${count(found)} of ${counted(all, "partnership")}.`;
}

const listPhases = (phases: string): string =>
  phases
    .split(";")
    .map((phase) => PHASES[phase.trim() as keyof typeof PHASES] ?? phase.trim())
    .filter(Boolean)
    .join(", ");

/** A count of schools; of a partnership whose members are not listed in this release there is none. */
const showCount = ({schools}: ListedPartnership, n: number): string => (schools === 0 ? "no list" : count(n));

/** What the list says of each partnership; a region only where any is known. */
const columns = (types: readonly PartnershipTypeRow[], hasRegions: boolean) => [
  {
    name: "Partnership",
    show: (row: ListedPartnership) => html`<a href=${partnershipAddress(row)}>${row.name}</a>`
  },
  {
    name: "Type",
    show: (d: ListedPartnership) =>
      types.find(({id}) => id === d.partnership_type)?.label ?? spelled(d.partnership_type)
  },
  ...(hasRegions ? [{name: "Region", show: (d: ListedPartnership) => listRegions(d).join(", ") || "not known"}] : []),
  {name: "Phases of education", show: (d: ListedPartnership) => listPhases(d.phases) || "not known"},
  {name: "Schools, ever", show: (d: ListedPartnership) => showCount(d, d.schools), numeric: true},
  {name: "Supported", show: (d: ListedPartnership) => showCount(d, d.supported), numeric: true},
  {name: "Supporters", show: (d: ListedPartnership) => showCount(d, d.supporter), numeric: true},
  {
    name: "First school joined",
    show: (d: ListedPartnership) => (d.first_joined === null ? "not known" : academicYear(d.first_joined))
  }
];

/** The partnerships found, by name, a page at a time; `onPage` is handed the rows of each page that is shown. */
export function partnershipList(
  rows: readonly ListedPartnership[],
  {types, onPage}: {types: readonly PartnershipTypeRow[]; onPage: (shown: readonly ListedPartnership[]) => Node}
): HTMLElement {
  const box = html`<div></div>`;
  const last = Math.max(1, Math.ceil(rows.length / A_PAGE));
  const hasRegions = rows.some((row) => listRegions(row).length > 0);
  const show = (page: number, focus?: "earlier" | "later") => {
    const shown = rows.slice((page - 1) * A_PAGE, page * A_PAGE);
    const turn = (name: "earlier" | "later", words: string, to: number) =>
      html`<button type="button" class=${name} disabled=${to < 1 || to > last} ${{onclick: () => turnPage(to, name)}}>
        ${words}
      </button>`;
    box.replaceChildren(
      table(`Partnerships by name, page ${page} of ${last}`, shown, columns(types, hasRegions)),
      last > 1
        ? html`<div class="pager" role="group" aria-label="Pages of the list">
            ${turn("earlier", "Earlier in the alphabet", page - 1)}
            <span aria-live="polite">Page ${page} of ${last}</span>
            ${turn("later", "Later in the alphabet", page + 1)}
          </div>`
        : "",
      onPage(shown)
    );
    if (focus) box.querySelector<HTMLButtonElement>(`.${focus}:not([disabled])`)?.focus();
  };
  const turnPage = (page: number, focus: "earlier" | "later") => {
    toAddress({page: String(page)});
    show(page, focus);
  };
  onHistory(box, () => show(findPage(fromAddress("page"), rows.length)));
  if (rows.length > 0) show(findPage(fromAddress("page"), rows.length));
  return box;
}

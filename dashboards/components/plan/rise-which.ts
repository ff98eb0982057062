import type {WhomNow} from "school-partnerships/whom-to-help";
import {html} from "htl";
import type {About} from "../ui/about.js";
import {chosenSchools, schoolsTable} from "./whom-schools.js";

/** What is missing of a list or of inspections, and where it goes; nothing where both are there. */
export const missingParts = (file: WhomNow): HTMLElement =>
  html`<div class="missing">
    ${file.listed.length ? "" : noList(file)} ${file.hasInspections ? "" : noInspections()}
  </div>`;

/** A command in the parts that no line breaks: each option with what it is given. */
const COMMAND = [
  "npm run pav --",
  "check-list rise.csv",
  "--name RISE",
  "--type rise_pairing",
  "--from 2025",
  "--source https://…",
  "--write rise-list.csv"
];

const noList = ({phase}: WhomNow): HTMLElement =>
  html`<div class="absent">
    <p>
      <b>No list of RISE for ${phase} schools is in this release.</b> It is the Department’s list of the schools that it
      helps, one school a row. Whoever makes a release puts it into the folder that is read, once this has brought it
      into the right form, with the address where anybody can read it:
    </p>
    <pre><code>${COMMAND.map((part) => html`<span class="unbroken">${part}</span> `)}</code></pre>
  </div>`;

const noInspections = (): HTMLElement =>
  html`<p class="absent">
    <b>No school of this release stands twice in a row below good</b>, so the rule picks none. It needs inspections with
    their grades: the file
    <a
      href="https://www.gov.uk/government/statistical-data-sets/monthly-management-information-ofsteds-school-inspections-outcomes"
      >School inspections and outcomes: management information</a
    >, in the folder that is read. <a href="./sources">Sources</a> says which files this release was made from.
  </p>`;

/** The schools on the list or picked by the rule, by name, each with why it is there; empty where there are none. */
export function whichSchools(
  file: WhomNow,
  {now, listed, about}: {now: readonly number[]; listed: readonly number[]; about: readonly About[]}
): HTMLElement | "" {
  const rows = [...new Set([...listed.filter((row) => file.attainment[row] !== null), ...now])];
  if (rows.length === 0) return "";
  const [onList, byRule] = [new Set(listed), new Set(now)];
  return schoolsTable(file, chosenSchools(file, rows), about, {
    caption: "Schools on the list or picked by the rule, by name",
    name: "rise",
    columns: [
      {name: "On the list", show: ({row}) => (listed.length === 0 ? "no list" : onList.has(row) ? "yes" : "no")},
      {
        name: "By the rule",
        show: ({row}) => (!file.hasInspections ? "not known" : byRule.has(row) ? "yes" : "no")
      }
    ]
  });
}

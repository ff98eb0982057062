import {ableNow, findHelpers, type Helper, type WhomNow} from "school-partnerships/whom-to-help";
import {html} from "htl";
import {aboutColumns, type About} from "../ui/about.js";
import {count, counted, number} from "../ui/format.js";
import {takeCsv} from "../ui/take-csv.js";
import {table, type Column} from "../ui/table.js";

/** How far a helper may be, in kilometres, and how many are named. */
export const NEAR = {within: 40, most: 3};

/** Rows of a table that a page shows; all are in the file. */
const SHOWN = 50;

/** A school that meets the rule, and who near it could help. */
export interface ChosenSchool {
  row: number;
  helpers: Helper[];
}

/** Schools by name, with their helpers. */
export function chosenSchools(file: WhomNow, rows: readonly number[]): ChosenSchool[] {
  const helpersOf = findHelpers(file, {able: ableNow(file, rows), ...NEAR});
  const order = orderNames(file);
  return rows.map((row) => ({row, helpers: helpersOf(row)})).sort((a, b) => order[a.row] - order[b.row]);
}

const orders = new WeakMap<Pick<WhomNow, "names">, Int32Array>();

/** The place of every school by name, the same for the same name: found once, not for every choice. */
function orderNames(file: Pick<WhomNow, "names">): Int32Array {
  const found = orders.get(file);
  if (found) return found;
  const {compare} = new Intl.Collator("en-GB");
  const rows = [...file.names.keys()].sort((a, b) => compare(file.names[a], file.names[b]));
  const order = new Int32Array(rows.length);
  rows.forEach((row, i) => {
    const isSame = i > 0 && compare(file.names[rows[i - 1]], file.names[row]) === 0;
    order[row] = isSame ? order[rows[i - 1]] : i;
  });
  orders.set(file, order);
  return order;
}

/** What a table of schools is called, and what it says of each besides. */
export interface SchoolsTable {
  caption: string;
  /** The start of the name of its file. */
  name: string;
  columns: readonly Column<ChosenSchool>[];
}

const BY_RULE: SchoolsTable = {caption: "Schools that meet the rule, by name", name: "whom-to-help", columns: []};

/** The first of the schools as a table, and all as a file. */
export function schoolsTable(
  file: WhomNow,
  schools: readonly ChosenSchool[],
  about: readonly About[],
  {caption, name, columns: besides}: SchoolsTable = BY_RULE
): HTMLElement {
  const columns = [...schoolColumns(file), ...besides];
  const isPlaced = file.hasPlaces;
  const without = !isPlaced ? 0 : schools.filter(({helpers}) => helpers.length === 0).length;
  const shown = schools.slice(0, SHOWN);
  return html`<div>
    ${table(`${caption}${schools.length > SHOWN ? `: the first ${SHOWN} of ${count(schools.length)}` : ""}`, shown, columns)}
    ${isPlaced ? aboutHelpers(without) : ""}
    ${takeCsv(`${name}-${file.phase}`, schools, [...columns, ...aboutColumns<ChosenSchool>(about)])}
  </div>`;
}

/** Which schools could help, and how many of the chosen have none near. */
const aboutHelpers = (without: number): HTMLElement =>
  html`<p class="small">
    A school that could help is of the same phase, in the highest third of attainment, at least as large as the middle
    school, and within ${NEAR.within} kilometres as the crow flies.
    ${without > 0 ? `${counted(without, "school has", "schools have")} none so near.` : ""} Whether it wants to help,
    and has the staff, no file says.
  </p>`;

/** What a table says of each school; nothing of who could help where the register gives no places. */
export function schoolColumns(file: WhomNow): Column<ChosenSchool>[] {
  const name = ({row}: {row: number}) => file.names[row];
  const helping: Column<ChosenSchool> = {
    name: "Who near it could help",
    show: ({helpers}) =>
      helpers.length === 0 ? "none so near" : helpers.map((d) => `${name(d)} (${number(d.distance, 0)} km)`).join("; ")
  };
  return [
    {name: "School", show: (d) => html`<a href=${`./school?urn=${file.ids[d.row]}`}>${name(d)}</a>`, raw: name},
    {name: "URN", show: ({row}) => String(file.ids[row]), raw: ({row}) => file.ids[row]},
    {name: "Local authority", show: ({row}) => file.authorities[file.authority[row]] ?? ""},
    {name: "Region", show: ({row}) => file.regions[file.region[row]] ?? ""},
    {
      name: "Pupils",
      show: ({row}) => (file.pupils[row] === null ? "not known" : count(file.pupils[row])),
      raw: ({row}) => file.pupils[row],
      numeric: true
    },
    {
      name: "Attainment, standard deviations from the mean",
      show: ({row}) => number(file.attainment[row]! / 100, 2),
      raw: ({row}) => file.attainment[row]! / 100,
      numeric: true
    },
    ...(file.hasPlaces ? [helping] : [])
  ];
}

import {plainName} from "../published-files/recognise.ts";
import {keptUrn} from "./kept-cells.ts";
import {memberColumns, NAME_COLUMN} from "./columns.ts";
import {readLaestab} from "./laestab.ts";
import {typeNamed} from "./whole-list.ts";

/** Where the columns of a list as people keep it are: our name of a column → its place. */
export interface KeptColumns {
  /** By what the list states its schools. */
  by: "urn" | typeof LAESTAB_COLUMN | typeof UKPRN_COLUMN | typeof NAME_COLUMN;
  /** The place of the header among the rows; −1 where there is none. */
  top: number;
  header: readonly string[];
  places: ReadonlyMap<string, number>;
  /** Places of columns that may be the URN, where several may and none is called so. */
  rivals: readonly number[];
}

export const LAESTAB_COLUMN = "laestab";

/** Columns that name a school where a list has neither URN nor LAESTAB. */
export const UKPRN_COLUMN = "ukprn";
export const LA_COLUMN = "la_name";

/** How far down a header is looked for. */
const TITLE_ROWS = 30;

/** The share of a column’s cells that say what it is. */
const MOST = 0.5;

/** What people call each column, best first: plain, in small letters. */
export const columnNames: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(Object.keys(memberColumns).map((name) => [name, [name.replaceAll("_", " ")]])),
  urn: [
    "urn",
    "urns",
    "unique reference number",
    "school urn",
    "urn number",
    "urn no",
    "establishment urn",
    "gias urn"
  ],
  [LAESTAB_COLUMN]: [
    "laestab",
    "la estab",
    "lea estab",
    "la/estab",
    "school laestab",
    "dfe number",
    "dfe no",
    "dfes number",
    "dfe",
    "dfe code",
    "laestab number",
    "establishment number (laestab)",
    "estab"
  ],
  [NAME_COLUMN]: [
    "school name",
    "school",
    "name",
    "name of school",
    "establishment name",
    "establishmentname",
    "establishment",
    "schname",
    "academy",
    "academy name",
    "name of academy",
    "member school",
    "institution name"
  ],
  partnership_name: ["partnership name", "partnership", "name of partnership"],
  partnership_kind: ["partnership kind", "partnership type", "type of partnership", "partnership_type", "type"],
  role: ["role", "role in partnership", "role in it"],
  from_date: [
    "from date",
    "joined date",
    "date joined",
    "joined",
    "join date",
    "joining date",
    "date of joining",
    "joined on",
    "date joined trust",
    "date joined the trust",
    "joined trust",
    "joined the trust",
    "member since",
    "membership start",
    "since",
    "from",
    "start date",
    "start",
    "started",
    "year joined",
    "term joined",
    "joined in",
    "academic year joined",
    "federated",
    "federated since",
    "federated on",
    "date of entry"
  ],
  to_date: [
    "to date",
    "date left",
    "left date",
    "left",
    "leaving date",
    "date of leaving",
    "left on",
    "left trust",
    "date left trust",
    "membership end",
    "end date",
    "ended",
    "end",
    "to",
    "until",
    "date left or closed"
  ],
  cost_per_year: ["cost per year"],
  source_url: ["source url"]
};

const ukprnNames = ["ukprn", "school ukprn", "ukprn number", "uk provider reference number"];
const laNames = [
  "local authority",
  "local authority name",
  "local authority (name)",
  "la name",
  "la (name)",
  "la",
  "la code",
  "lea",
  "authority"
];

/** As a name is compared: small letters, marks as spaces. */
export const plainHeader = (name: string): string =>
  plainName(name.replace(/^\ufeff/, "").replaceAll(/[_\-.:*]/g, " "));

/**
 * Finds out what the columns of a list are, by their names and by what is in them: the URN at least, or the LAESTAB. Null
 * if no column can be either.
 */
export function keptColumns(cells: readonly (readonly string[])[]): KeptColumns | null {
  const named = cells.slice(0, TITLE_ROWS).findIndex((row) => row.some(isSchoolNumber));
  const found = named >= 0 ? {top: named, urn: null} : byContent(cells);
  if (!found) return namedSchools(cells);
  const header = found.top < 0 ? [] : cells[found.top];
  const below = cells.slice(found.top + 1);
  const places = placesNamed(header, below);
  if (found.urn !== null) places.set("urn", found.urn);
  else if (!places.has("urn")) placeUrn(header, below, places);
  turnLaestab(below, places);
  const rivals = places.has("urn") ? [] : contentPlaces(below, isUrn).filter((n) => ![...places.values()].includes(n));
  return places.has("urn") || places.has(LAESTAB_COLUMN) || rivals.length
    ? {by: places.has("urn") || rivals.length ? "urn" : LAESTAB_COLUMN, top: found.top, header, places, rivals}
    : null;
}

function placesNamed(header: readonly string[], below: readonly (readonly string[])[]): Map<string, number> {
  const places = new Map<string, number>();
  for (const [column, others] of Object.entries(columnNames)) {
    const place = placeNamed(header, others, places);
    if (place >= 0 && fits(column, below, place)) places.set(column, place);
  }
  return places;
}

/** The columns of a list that gives its schools by UKPRN or by name alone; null if it has no such column. “Name” alone may be anybody’s. */
function namedSchools(cells: readonly (readonly string[])[]): KeptColumns | null {
  const isOne = (name: string) =>
    ukprnNames.includes(name) || (name !== "name" && columnNames[NAME_COLUMN].includes(name));
  const isSchools = (row: readonly string[]) =>
    row.some(isOne) || (row.includes("name") && row.some((name) => laNames.includes(name)));
  const top = cells.slice(0, TITLE_ROWS).findIndex((row) => isSchools(row.map(plainHeader)));
  if (top < 0) return null;
  const header = cells[top];
  const places = placesNamed(header, cells.slice(top + 1));
  for (const [column, others] of [
    [UKPRN_COLUMN, ukprnNames],
    [LA_COLUMN, laNames]
  ] as const) {
    const place = placeNamed(header, others, places);
    if (place >= 0) places.set(column, place);
  }
  return {by: places.has(UKPRN_COLUMN) ? UKPRN_COLUMN : NAME_COLUMN, top, header, places, rivals: []};
}

const isSchoolNumber = (name: string): boolean => {
  const plain = plainHeader(name);
  return (
    columnNames["urn"].includes(plain) || columnNames[LAESTAB_COLUMN].slice(0, -1).includes(plain) || isUrnName(plain)
  );
};

/** “School URN (if known)”, but not the URN of something else, and no sentence. */
const isUrnName = (plain: string): boolean =>
  /\burns?\b/.test(plain) &&
  plain.length <= 40 &&
  !/predecessor|successor|trust|group|previous|old|former|link|lead/.test(plain);

function placeNamed(
  header: readonly string[],
  others: readonly string[],
  selected: ReadonlyMap<string, number>
): number {
  const plain = header.map(plainHeader);
  const short = plain.map(withoutBody);
  const used = new Set(selected.values());
  const locate = (names: readonly string[]) => {
    const name = others.find((other) => names.some((one, n) => one === other && !used.has(n)));
    return name === undefined ? -1 : names.findIndex((one, n) => one === name && !used.has(n));
  };
  const exact = locate(plain);
  return exact >= 0 ? exact : locate(short);
}

const BODY =
  "(?:the |our |this )?(?:multi academy )?(?:trust|mat|sat|federation|partnership|alliance|consortium|cluster|network|collaboration|programme)";
const OF_BODY = new RegExp(`(?: (?:in|to|of|into))? ${BODY}(?= on$|$)|^(?:in )?${BODY}(?= (?:join|leav|left|since))`);

/** A name without what was joined or left: “date joined MAT” → "date joined". The start of a trust is not when a school joined. */
const withoutBody = (plain: string): string =>
  /join|member|since|left|leav|entry|\brole\b/.test(plain) ? plain.replace(OF_BODY, "").trim() : plain;

/** A column called “type” may hold types of school: it is that of the partnership only if a cell says so. */
const fits = (column: string, below: readonly (readonly string[])[], place: number): boolean =>
  column !== "partnership_kind" || below.some((row) => typeNamed(row[place] ?? "") !== null);

function placeUrn(header: readonly string[], below: readonly (readonly string[])[], places: Map<string, number>): void {
  const used = new Set(places.values());
  const free = header.map((name, n) => ({plain: plainHeader(name), n})).filter(({n}) => !used.has(n));
  const called = free.find(({plain}) => isUrnName(plain));
  const controlled = contentPlaces(below, isUrn).filter((n) => !used.has(n));
  const within = contentPlaces(below, holdsUrn);
  if (called) places.set("urn", called.n);
  else if (controlled.length === 1 && !places.has(LAESTAB_COLUMN)) places.set("urn", controlled[0]);
  else if (controlled.length === 0 && within.length === 1 && !places.has(LAESTAB_COLUMN)) places.set("urn", within[0]);
}

/** A column called URN that holds numbers like 380/4001 is the LAESTAB. */
function turnLaestab(below: readonly (readonly string[])[], places: Map<string, number>): void {
  const urn = places.get("urn");
  if (urn === undefined || share(below, urn, (cell) => readLaestab(cell) !== null) < MOST) return;
  places.delete("urn");
  places.set(LAESTAB_COLUMN, urn);
}

/** A header is the row above the first number, if it says anything and is no school itself. */
function byContent(cells: readonly (readonly string[])[]): {top: number; urn: number | null} | null {
  const exact = contentPlaces(cells, isUrn);
  const urns = exact.length ? exact : contentPlaces(cells, holdsUrn);
  const laestabs = contentPlaces(cells, isSlashed);
  const place = urns[0] ?? laestabs[0];
  if (place === undefined) return null;
  const is = exact.length ? isUrn : urns.length ? holdsUrn : isSlashed;
  const first = cells.findIndex((row) => is(row[place] ?? ""));
  const above = cells
    .slice(0, first)
    .findLastIndex((row) => row.filter(Boolean).length > (cells[first].filter(Boolean).length > 1 ? 1 : 0));
  return {top: above, urn: urns.length === 1 ? urns[0] : null};
}

/** Whether a cell holds six digits and nothing else. */
export const isUrn = (cell: string): boolean => /^[1-9]\d{5}(?:\.0+)?$/.test(cell);
const holdsUrn = (cell: string): boolean => /^[1-9]\d{5}$/.test(keptUrn(cell).text);
const isSlashed = (cell: string): boolean => /^\d{3}[/-]\d{4}$/.test(cell);

function contentPlaces(rows: readonly (readonly string[])[], is: (cell: string) => boolean): number[] {
  const width = Math.max(0, ...rows.slice(0, 200).map((row) => row.length));
  return Array.from({length: width}, (_, n) => n).filter((n) => share(rows, n, is) >= MOST);
}

function share(rows: readonly (readonly string[])[], place: number, is: (cell: string) => boolean): number {
  const filled = rows.slice(0, 2000).flatMap((row) => row[place] || []);
  return filled.length ? filled.filter(is).length / filled.length : 0;
}

import {holdsWords, plainText} from "../ui/plain-search.js";
import type {SchoolRow} from "../ui/release.js";

/** A row of the index, made ready to be searched. */
export interface SearchedSchool extends SchoolRow {
  words: string;
  solidPostcode: string;
}

const solid = (text: string): string => text.replace(/\s+/g, "").toLowerCase();

/** The index, made ready once: all that can be searched of each row, as plain text. */
export const searchable = (rows: readonly SchoolRow[]): SearchedSchool[] =>
  rows.map((row) => ({
    ...row,
    words: plainText(`${row.name} ${row.town} ${row.authority}`),
    solidPostcode: solid(row.postcode)
  }));

const isUrn = (search: string): boolean => /^\d{5,6}$/.test(search);
/** LAESTAB, as it is written: 500/4001, 500 4001, 5004001. */
const isLaestab = (search: string): boolean => /^\d{3} ?\d{4}$/.test(search);
const isUrns = (search: string): boolean => /^\d{5,6}( \d{5,6})+$/.test(search);
const isPostcode = (search: string): boolean => /^[a-z]{1,2}\d[a-z\d]?(\d[a-z]{0,2})?$/.test(solid(search));

/** Of rows of one school, which differ in URN, the one with the latest: a school is found once. */
function onceEach(rows: readonly SearchedSchool[]): SearchedSchool[] {
  const found = new Map<number, SearchedSchool>();
  for (const row of rows) {
    const other = found.get(row.id);
    if (other === undefined || row.urn > other.urn) found.set(row.id, row);
  }
  return [...found.values()];
}

/**
 * Schools whose URN, now or earlier, begins with the search, or whose postcode does; whose LAESTAB it is; of several URNs
 * those that have one; otherwise those of which every word begins a word of the name, the town or the local authority. In the order of their names, those whose name begins with
 * the search first.
 */
export function searchSchools(rows: readonly SearchedSchool[], search: string): SearchedSchool[] {
  const plain = plainText(search);
  if (plain === "") return [];
  const urns = new Set(plain.split(" ").map(Number));
  const isFound = isUrns(plain)
    ? ({urn}: SearchedSchool) => urns.has(urn)
    : isLaestab(plain)
      ? ({laestab, urn}: SearchedSchool) => laestab === solid(plain) || String(urn) === plain
      : isUrn(plain)
        ? ({urn}: SearchedSchool) => String(urn).startsWith(plain)
        : isPostcode(plain)
          ? (row: SearchedSchool) => row.solidPostcode.startsWith(solid(plain)) || holdsWords(row.words, plain)
          : (row: SearchedSchool) => holdsWords(row.words, plain);
  const later = ({words}: SearchedSchool) => (words.startsWith(plain) ? 0 : 1);
  return onceEach(rows.filter(isFound)).sort(
    (a, b) => later(a) - later(b) || a.name.localeCompare(b.name, "en-GB") || a.urn - b.urn
  );
}

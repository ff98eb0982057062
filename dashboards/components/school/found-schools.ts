import {findForm, holdsWords, plainText, solidText} from "school-partnerships/search";
import type {SchoolRow} from "../ui/release.js";

/** A row of the index, made ready to be searched. */
export interface SearchedSchool extends SchoolRow {
  words: string;
  solidPostcode: string;
}

/** The index, made ready once: all that can be searched of each row, as plain text. */
export const searchable = (rows: readonly SchoolRow[]): SearchedSchool[] =>
  rows.map((row) => ({
    ...row,
    words: plainText(`${row.name} ${row.town} ${row.authority}`),
    solidPostcode: solidText(row.postcode)
  }));

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
  const isFound = findTest(plain);
  const later = ({words}: SearchedSchool) => (words.startsWith(plain) ? 0 : 1);
  return onceEach(rows.filter(isFound)).sort(
    (a, b) => later(a) - later(b) || a.name.localeCompare(b.name, "en-GB") || a.urn - b.urn
  );
}

/** Whether a row is what a search in plain text asks for. */
function findTest(plain: string): (row: SearchedSchool) => boolean {
  const solid = solidText(plain);
  switch (findForm(plain)) {
    case "urns": {
      const urns = new Set(plain.split(" ").map(Number));
      return ({urn}) => urns.has(urn);
    }
    case "laestab":
      return ({laestab, urn}) => laestab === solid || String(urn) === plain;
    case "urn":
      return ({urn}) => String(urn).startsWith(plain);
    case "postcode":
      return ({words, solidPostcode}) => solidPostcode.startsWith(solid) || holdsWords(words, plain);
    case "words":
      return ({words}) => holdsWords(words, plain);
  }
}

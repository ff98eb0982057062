import {chooseFiles, GENERIC} from "school-partnerships/search";
import {PHASES} from "../chart/look.js";
import {collectRows} from "../ui/collect-rows.js";
import {fetchRelease} from "../ui/fetch-release.js";
import type {SchoolIndex, SchoolRow} from "../ui/release.js";
import type {Found} from "../ui/search-box.js";
import {searchable, searchSchools, type SearchedSchool} from "./found-schools.js";
import {schoolAddress} from "./school-link.js";

const opened = new Map<string, Promise<SearchedSchool[]>>();

/** A part of the index of schools, a row a URN: fetched when it is first wanted, and again after a failure. */
function openPart(name: string): Promise<SearchedSchool[]> {
  const made =
    opened.get(name) ??
    fetchRelease<SchoolIndex>(`search/${name}.json.gz`).then((part) => searchable(collectRows<SchoolRow>(part)));
  opened.set(name, made);
  made.catch(() => opened.delete(name));
  return made;
}

/** The schools that a search finds, from the parts of the index that hold them. */
const openParts = async (search: string): Promise<SearchedSchool[]> =>
  searchSchools((await Promise.all(chooseFiles(search).map(openPart))).flat(), search);

/** The school that has or had a URN; null where none has. */
export const findUrn = async (urn: string): Promise<SchoolRow | null> =>
  (await openParts(urn)).find((row) => String(row.urn) === urn) ?? null;

/** What a search for schools lists. */
export async function findSchools(search: string): Promise<Found> {
  const hits = (await openParts(search)).map(({id, urn, name, authority, postcode, phase}) => ({
    name,
    about: [`URN ${urn}`, phase === null ? "" : PHASES[phase].toLowerCase(), postcode, authority]
      .filter(Boolean)
      .join(", "),
    href: schoolAddress({urn, id})
  }));
  return chooseFiles(search).includes(GENERIC) ? {hits, more: MANY} : {hits};
}

/** What is said of a search such as “primary school”. */
const MANY = "Very many schools have that in their name. Add another word, the town or the postcode.";

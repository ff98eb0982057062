import {PHASES} from "../chart/look.js";
import {fetchRelease} from "../ui/fetch-release.js";
import {searchable, searchSchools, type SearchedSchool} from "./found-schools.js";
import type {SchoolIndex, SchoolRow} from "../ui/release.js";
import {collectRows} from "../ui/collect-rows.js";
import {schoolAddress} from "./school-link.js";
import type {Hit} from "../ui/search-box.js";

let made: Promise<SearchedSchool[]> | undefined;

/** The index of all schools, a row a URN: fetched when it is first wanted, and again after a failure. */
export function schoolIndex(): Promise<SearchedSchool[]> {
  made ??= fetchRelease<SchoolIndex>("schools.json.gz").then((index) => searchable(collectRows<SchoolRow>(index)));
  made.catch(() => (made = undefined));
  return made;
}

/** What a search for schools lists. */
export async function findSchools(search: string): Promise<Hit[]> {
  return searchSchools(await schoolIndex(), search).map(({id, urn, name, authority, postcode, phase}) => ({
    name,
    about: [`URN ${urn}`, phase === null ? "" : PHASES[phase].toLowerCase(), postcode, authority]
      .filter(Boolean)
      .join(", "),
    href: schoolAddress({urn, id})
  }));
}

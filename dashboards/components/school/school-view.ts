import {html} from "htl";
import {fromAddress, toAddress} from "../ui/address.js";
import {awaited} from "../ui/awaited.js";
import {fetchRelease} from "../ui/fetch-release.js";
import {findSchools, findUrn} from "./school-index.js";
import {schoolPage, type SchoolContext} from "./school-page.js";
import {searchBox} from "../ui/search-box.js";
import type {SchoolFile} from "../ui/release.js";

type Shard = Record<string, SchoolFile>;

const isNumber = (text: string | null): text is string => text !== null && /^\d+$/.test(text);

async function writeNote(id: number): Promise<SchoolFile | null> {
  const shard = await fetchRelease<Shard>(`school/${Math.floor(id / 100)}.json.gz`);
  return shard[id] ?? null;
}

/**
 * The school that the address asks for: by its number in this release where the URN agrees, otherwise by its URN, now
 * or earlier, through the index. Null where there is none.
 */
async function fetchSchool(urn: string | null, id: string | null): Promise<SchoolFile | null> {
  if (isNumber(id)) {
    const note = await writeNote(Number(id)).catch(() => null);
    if (note !== null && (urn === null || note.urns.some((d) => String(d.urn) === urn))) return note;
  }
  if (!isNumber(urn)) return null;
  const row = await findUrn(urn);
  return row === null ? null : writeNote(row.id);
}

/** The page of one school, or a way to find one. */
export function schoolView(context: SchoolContext): HTMLElement {
  const [urn, id] = [fromAddress("urn"), fromAddress("id")];
  if (urn === null && id === null)
    return html`<div>
      <h1>One school</h1>
      ${search()}
    </div>`;
  return awaited(async () => {
    const note = await fetchSchool(urn, id);
    if (note === null) return unknown(urn ?? id!);
    document.title = document.title.replace(/^[^|]*/, `${note.name} `);
    toAddress({urn: String(note.urns.at(-1)?.urn ?? urn), id: String(note.id)}, {step: false});
    return html`<div>${schoolPage(note, context)} ${another()}</div>`;
  });
}

const search = (start = ""): HTMLElement =>
  searchBox(
    {
      label: "Find a school",
      hint: "By name, URN (an old one, too), postcode or local authority.",
      one: "school",
      many: "schools",
      nothing: "No school in this release answers that. Try fewer letters, or the postcode."
    },
    findSchools,
    start
  );

const another = (): HTMLElement =>
  html`<section class="another">
    <h2 id="another">Another school</h2>
    ${search()}
  </section>`;

const unknown = (requested: string): HTMLElement =>
  html`<div>
    <h1>One school</h1>
    <p class="lead">No school in this release has the number ${requested}.</p>
    <p>It may be independent, newer than the release, or mistyped. Search for it by name.</p>
    ${search()}
  </div>`;

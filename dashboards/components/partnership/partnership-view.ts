import {html} from "htl";
import {fromAddress} from "../ui/address.js";
import {awaited} from "../ui/awaited.js";
import {fetchRelease} from "../ui/fetch-release.js";
import {partnershipAddress} from "./partnership-address.js";
import {filtered} from "./partnership-filter.js";
import {partnershipPage, type PartnershipContext} from "./partnership-page.js";
import {plainFilter} from "./partnership-form.js";
import {searchBox, type Hit} from "../ui/search-box.js";
import {counted, spelled} from "../ui/format.js";
import {partnershipRows, type ListedPartnership} from "./partnership-rows.js";
import type {KindNote, PartnershipIndex, PartnershipNote} from "../ui/release.js";

type Shard = Record<string, PartnershipNote>;

let made: Promise<ListedPartnership[]> | undefined;

/** The index of all partnerships: fetched when it is first wanted, and again after a failure. */
function partnershipIndex(): Promise<ListedPartnership[]> {
  made ??= fetchRelease<PartnershipIndex>("partnerships.json").then(partnershipRows);
  made.catch(() => (made = undefined));
  return made;
}

async function noteIn(shard: string, id: string): Promise<PartnershipNote | null> {
  const notes = await fetchRelease<Shard>(`partnership/${shard}.json`);
  // An id may be any word, also one that every object knows.
  return Object.hasOwn(notes, id) ? (notes[id] ?? null) : null;
}

/** The partnership asked for: in the file that the address names, otherwise through the index. Null where there is none. */
async function askedPartnership(id: string): Promise<PartnershipNote | null> {
  const shard = fromAddress("in");
  const there = shard !== null && /^\d+$/.test(shard) ? await noteIn(shard, id).catch(() => null) : null;
  if (there !== null) return there;
  const row = (await partnershipIndex()).find((d) => d.id === id);
  return row === undefined ? null : noteIn(row.shard, id);
}

/** The page of one partnership, or a way to find one. */
export function partnershipView(context: PartnershipContext): HTMLElement {
  const id = fromAddress("id");
  if (id === null) return noSuch(null, context.kinds);
  return awaited(async () => {
    const note = await askedPartnership(id);
    if (note === null) return noSuch(id, context.kinds);
    document.title = document.title.replace(/^[^|]*/, `${note.name} `);
    return html`<div>
      ${partnershipPage(note, context)}
      <section class="another">
        <h2 id="another">Another partnership</h2>
        ${search(context.kinds)}
      </section>
    </div>`;
  });
}

const noSuch = (id: string | null, kinds: readonly KindNote[]): HTMLElement =>
  html`<div>
    <h1>One partnership</h1>
    ${
      id === null
        ? html`<p>See who belongs to a partnership, when they joined, and what followed.</p>`
        : html`<p class="lead">No partnership in this release has the number ${id}.</p>
            <p>It may have another number since the last release. Search for it by name.</p>`
    }
    ${search(kinds)}
    <p><a href="./partnerships">All partnerships, by kind, region, size and year</a></p>
  </div>`;

function search(kinds: readonly KindNote[]): HTMLElement {
  const find = async (words: string): Promise<Hit[]> =>
    filtered(await partnershipIndex(), {...plainFilter, find: words}).map(({id, name, kind, schools, shard}) => ({
      name,
      about: `${kinds.find((d) => d.id === kind)?.label ?? spelled(kind)}, ${counted(schools, "school")}`,
      href: partnershipAddress({id, shard})
    }));
  return searchBox(
    {
      label: "Find a partnership",
      hint: "By its name, or part of it.",
      one: "partnership",
      many: "partnerships",
      nothing: "No partnership in this release has that name. Try one word of it."
    },
    find
  );
}

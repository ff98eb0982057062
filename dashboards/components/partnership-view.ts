import {html} from "htl";
import {fromAddress} from "./address.js";
import {opening} from "./opening.js";
import {filtered} from "./partnership-filter.js";
import {partnershipPage, type PartnershipContext} from "./partnership-page.js";
import {plainFilter} from "./partnership-form.js";
import {searchBox, type Hit} from "./search-box.js";
import {counted, spelled} from "./format.js";
import type {KindNote, PartnershipNote, PartnershipRow} from "./release.js";

/** The page of one partnership, or a way to find one. */
export function partnershipView(rows: readonly PartnershipRow[], context: PartnershipContext): HTMLElement {
  const id = fromAddress("id");
  const row = rows.find((d) => d.id === id);
  if (row === undefined) return noSuch(id, rows, context.kinds);
  document.title = document.title.replace(/^[^|]*/, `${row.name} `);
  return html`<div>
    ${opening<Record<string, PartnershipNote>>(`partnership/${row.shard}.json`, (notes) => partnershipPage(notes[row.id]!, context))}
    <section class="another">
      <h2 id="another">Another partnership</h2>
      ${search(rows, context.kinds)}
    </section>
  </div>`;
}

const noSuch = (id: string | null, rows: readonly PartnershipRow[], kinds: readonly KindNote[]): HTMLElement =>
  html`<div>
    <h1>One partnership</h1>
    ${
      id === null
        ? html`<p>See who belongs to a partnership, when they joined, and what followed.</p>`
        : html`<p class="lead">No partnership in this release has the number ${id}.</p>
            <p>It may have another number since the last release. Search for it by name.</p>`
    }
    ${search(rows, kinds)}
    <p><a href="./partnerships">All partnerships, by kind, region, size and year</a></p>
  </div>`;

function search(rows: readonly PartnershipRow[], kinds: readonly KindNote[]): HTMLElement {
  const find = async (words: string): Promise<Hit[]> =>
    filtered(rows, {...plainFilter, find: words}).map(({id, name, kind, schools}) => ({
      name,
      about: `${kinds.find((d) => d.id === kind)?.label ?? spelled(kind)}, ${counted(schools, "school")}`,
      href: `./partnership?${new URLSearchParams({id})}`
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

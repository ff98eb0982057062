import {html} from "htl";
import {fromAddress, toAddress} from "../ui/address.js";
import {awaited} from "../ui/awaited.js";
import {describedBody} from "./described-body.js";
import {packAddress, partnershipAddress} from "./partnership-address.js";
import {filtered} from "./partnership-filter.js";
import {partnershipPage, type PartnershipContext} from "./partnership-page.js";
import {plainFilter} from "./partnership-form.js";
import {searchBox, type Found} from "../ui/search-box.js";
import {counted, spelled} from "../ui/format.js";
import {partnershipIndex, partnershipNote} from "./partnership-note.js";
import type {PartnershipTypeRow} from "../ui/release.js";

/** The page of one partnership, or a way to find one. */
export function partnershipView(context: PartnershipContext): HTMLElement {
  const id = fromAddress("id");
  if (id === null) return noSuch(null, context.types);
  return awaited(async () => {
    const note = await partnershipNote(id);
    if (note === null) return noSuch(id, context.types);
    if (note.id !== id) toAddress({id: note.id}, {step: false}); // an address from before bodies were merged leads on
    document.title = document.title.replace(/^[^|]*/, `${note.name} `);
    return html`<div>
      ${partnershipPage(note, {...context, describe: describedBody})}
      <p>
        <a href=${packAddress({id: note.id, shard: fromAddress("in")})}>Evidence pack of this partnership, to print</a>
      </p>
      <section class="another">
        <h2 id="another">Another partnership</h2>
        ${search(context.types)}
      </section>
    </div>`;
  });
}

const noSuch = (id: string | null, types: readonly PartnershipTypeRow[]): HTMLElement =>
  html`<div>
    <h1>One partnership</h1>
    ${
      id === null
        ? html`<p>See who belongs to a partnership, when they joined, and what followed.</p>`
        : html`<p class="lead">No partnership in this release has the number ${id}.</p>
            <p>It may have another number since the last release. Search for it by name.</p>`
    }
    ${search(types)}
    <p><a href="./partnerships">All partnerships, by type, region, size and year</a></p>
  </div>`;

function search(types: readonly PartnershipTypeRow[]): HTMLElement {
  const find = async (words: string): Promise<Found> => ({
    hits: filtered(await partnershipIndex(), {...plainFilter, find: words}).map(
      ({id, name, partnership_type, schools, shard}) => ({
        name,
        about: `${types.find((d) => d.id === partnership_type)?.label ?? spelled(partnership_type)}, ${counted(schools, "school")}`,
        href: partnershipAddress({id, shard})
      })
    )
  });
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

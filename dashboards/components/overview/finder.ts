import {filtered} from "../partnership/partnership-filter.js";
import {plainFilter} from "../partnership/partnership-form.js";
import {partnershipAddress} from "../partnership/partnership-address.js";
import {partnershipIndex} from "../partnership/partnership-note.js";
import {findSchools} from "../school/school-index.js";
import {counted, spelled} from "../ui/format.js";
import type {PartnershipTypeRow} from "../ui/release.js";
import {searchBox, type Found, type Hit} from "../ui/search-box.js";

/** One box for schools and partnerships together, under the names and numbers they have and had. */
export function finder(types: readonly PartnershipTypeRow[]): HTMLElement {
  const findType = (partnership_type: string) =>
    types.find(({id}) => id === partnership_type)?.label ?? spelled(partnership_type);
  const find = async (search: string): Promise<Found> => {
    const [schools, partnerships] = await Promise.all([findSchools(search), partnershipIndex()]);
    const bodies = filtered(partnerships, {...plainFilter, find: search}).map(
      ({id, name, partnership_type, schools: size, shard}): Hit => ({
        name,
        about: `${findType(partnership_type)}, ${counted(size, "school")}`,
        href: partnershipAddress({id, shard})
      })
    );
    const hits = [...together(search), ...bodies.slice(0, BODIES), ...schools.hits, ...bodies.slice(BODIES)];
    return {...schools, hits};
  };
  return searchBox(
    {
      label: "Find a school or a partnership",
      hint: "By name, town, postcode, URN or LAESTAB. Several URNs at once will do.",
      one: "match",
      many: "matches",
      nothing: "Nothing in this release answers that. Try fewer letters, or the postcode."
    },
    find
  );
}

/** Partnerships that stand before schools. */
const BODIES = 5;

/** Several URNs may be looked at as one list, which stands after the # and is sent nowhere. */
function together(search: string): Hit[] {
  const urns = [...new Set(search.split(/[^0-9]+/).filter((word) => /^\d{5,6}$/.test(word)))];
  if (urns.length < 2 || /[a-z]/i.test(search)) return [];
  const said = new URLSearchParams({
    name: "",
    partnership_type: "multi_academy_trust",
    schools: urns.map((urn) => `${urn}m`).join("."),
    count: String(urns.length)
  });
  return [
    {name: `Look at these ${urns.length} schools together`, about: "in this browser", href: `./your-schools#${said}`}
  ];
}

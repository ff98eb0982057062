import {design} from "../src/design.ts";
import {partnershipKinds} from "../src/partnerships.ts";
import {makeTable, quote, type Warehouse} from "./warehouse.ts";

/**
 * Who joined which partnership, when, and in what role: group_link (what the
 * register says), membership (a school in a partnership), base_result (how
 * schools did before) and role. The kinds come from src/partnerships.ts, the
 * rules from src/design.ts.
 */
export async function makeMemberships(warehouse: Warehouse): Promise<void> {
  const kinds = Object.entries(partnershipKinds).map(
    ([kind, {group_type}]) => `(${quote(kind)}, ${quote(group_type)})`
  );
  const headlines = Object.entries(design.headline).map(([phase, measure]) => `(${quote(phase)}, ${quote(measure)})`);
  const {bulk_load, role, base} = design;
  await warehouse.run(`
    create or replace temp table partnership_kind as select * from (values ${kinds.join(", ")}) as k(kind, group_type);
    create or replace temp table headline as select * from (values ${headlines.join(", ")}) as h(phase, measure);
    create or replace temp table bulk_load as select ${bulk_load.links} as links, ${bulk_load.later} as later;
    create or replace temp table role_rule as select ${role.supported_below} as supported_below, ${role.supporter_above} as supporter_above;
    create or replace temp table base_window as select ${base[0]} as "from", ${base[1]} as "to"`);
  for (const table of ["group_link", "membership", "base_result", "role"]) await makeTable(warehouse, table);
}

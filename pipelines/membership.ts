import {design} from "../src/design.ts";
import type {ListFile} from "../src/lists/table.ts";
import {partnershipKinds} from "../src/partnership-kinds/index.ts";
import {undecided} from "../src/undecided.ts";
import {correctDates, idleCorrections} from "./corrections.ts";
import {loadAreas} from "./membership/areas.ts";
import {loadLists} from "./membership/lists.ts";
import {makePartnerships} from "./membership/partnerships.ts";
import {makeTable, quote, type Warehouse} from "./warehouse.ts";

/** Beside the published files: the lists that partnerships keep, and the folder of the tables of facts about partnerships. */
export interface BesideTheRegister {
  lists: readonly ListFile[];
  tables: string;
}

/** What is known of members, a table a source; membership is all of them. */
const sources = ["registered_member", "listed_member", "area_member", "federated_member", "rule_member"];

/** What lists and tables say before it is put together. */
const loaded = ["listed_row", "listed_lost", "listed_partnership", "area_spell", "tabled_partnership", "area_untold", "hub_lead"];

/**
 * Who joined which partnership, when, and in what role, for every kind of src/partnership-kinds and from every source
 * of members: group_link (what the register says), membership (a school in a partnership), membership_undecided (who
 * may have been in one), base_result (how schools did before), role, partnership and partnership_nested. The rules
 * come from src/design.ts. Gives back what the lists should be looked at for; throws as readLists does.
 */
export async function makeMemberships(warehouse: Warehouse, {lists, tables}: BesideTheRegister): Promise<string[]> {
  await warehouse.run(rules());
  await makeTable(warehouse, "group_link");
  await correctDates(warehouse, "group_link");
  const idle = await idleCorrections(warehouse, ["joined", "left"]);
  const warnings = await loadLists(warehouse, lists);
  await loadAreas(warehouse, tables);
  for (const table of sources) await makeTable(warehouse, table, `membership/${table}.sql`);
  for (const table of ["membership", "membership_undecided", "base_result", "role", "counted_role"])
    await makeTable(warehouse, table);
  await makePartnerships(warehouse);
  await makeTable(warehouse, "partnership_nested");
  for (const table of [...sources, ...loaded]) await warehouse.run(`drop table ${table}`);
  return [...idle, ...warnings];
}

/** The kinds and the rules of the plan, as tables for the queries. */
function rules(): string {
  const values = (rows: readonly (readonly (string | null)[])[]) =>
    `values ${rows.map((row) => `(${row.map((cell) => (cell === null ? "null" : quote(cell))).join(", ")})`).join(", ")}`;
  const kinds = Object.entries(partnershipKinds).map(([kind, {group_type, areas}]) => [
    kind,
    group_type ?? null,
    areas?.role ?? null
  ]);
  const {bulk_load, role, base, overlap} = design;
  return `
    create or replace temp table partnership_kind as from (${values(kinds)}) as k(kind, group_type, area_role);
    create or replace temp table headline as from (${values(Object.entries(design.headline))}) as h(phase, measure);
    create or replace temp table undecided_reason as from (${values(Object.entries(undecided))}) as u(why, meaning);
    create or replace temp table bulk_load as select ${bulk_load.links} as links, ${bulk_load.later} as later;
    create or replace temp table role_rule as select ${role.supported_below} as supported_below, ${role.supporter_above} as supporter_above;
    create or replace temp table overlap_rule as select ${overlap.nested} as nested;
    create or replace temp table base_window as select ${base[0]} as "from", ${base[1]} as "to"`;
}

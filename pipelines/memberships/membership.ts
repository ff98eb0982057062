import {design} from "../../src/design.ts";
import type {ListFile} from "../../src/lists/table.ts";
import {partnershipTypes} from "../../src/vocabulary/partnership-types/index.ts";
import {undecided} from "../../src/schools/geography/undecided.ts";
import {correctDates, idleCorrections} from "../schools/corrections.ts";
import {loadAreas} from "./areas.ts";
import {loadBodyNames} from "./body-names.ts";
import {loadLists} from "./lists.ts";
import {loadOptionalSources} from "./optional-sources.ts";
import {makePartnerships} from "./partnerships.ts";
import {makeTable, quote, rows, type Warehouse} from "../warehouse.ts";

/** Next to the published files: the lists that partnerships keep, and the folder of the tables of facts about partnerships. */
export interface OtherSources {
  lists: readonly ListFile[];
  tables: string;
}

/** What is known of members, a table a source; membership is all of them. */
const sources = [
  "registered_member",
  "consortium_member",
  "listed_member",
  "area_member",
  "federated_member",
  "rule_member"
];

/** What is known of each membership, before schools in several trusts are resolved. */
const resolved = ["stated_member", "trust_move"];

/** What lists and tables say before it is put together. */
const loaded = [
  "body_name",
  "listed_row",
  "listed_lost",
  "listed_partnership",
  "area_episode",
  "tabled_partnership",
  "area_unresolved",
  "hub_lead"
];

/**
 * Who joined which partnership, when, and in what role, for every kind of src/vocabulary/partnership-types and from every source
 * of members: group_body and group_link (what the register says), academy_route, membership (a school in a
 * partnership), membership_undecided (who may have been in one), role (in each partnership), counted_role (in each
 * type), donor_pool, earlier_third, partnership and partnership_nested. The rules come from src/design.ts. Gives back what the lists should be looked at for; throws as readLists does.
 */
export async function makeMemberships(warehouse: Warehouse, {lists, tables}: OtherSources): Promise<string[]> {
  await warehouse.run(rules());
  await loadOptionalSources(warehouse);
  await loadBodyNames(warehouse);
  await makeTable(warehouse, "memberships/group_body");
  await makeTable(warehouse, "memberships/group_link");
  await correctDates(warehouse, "group_link");
  const idle = await idleCorrections(warehouse, ["joined", "left"]);
  await makeTable(warehouse, "memberships/academy_route");
  const warnings = await loadLists(warehouse, lists);
  await loadAreas(warehouse, tables);
  for (const table of [...sources, ...resolved]) await makeTable(warehouse, `memberships/${table}`);
  for (const table of [
    "membership",
    "membership_undecided",
    "role",
    "counted_role",
    "donor_pool",
    "earlier_third",
    "governance_year"
  ])
    await makeTable(warehouse, `memberships/${table}`);
  await makePartnerships(warehouse);
  await makeTable(warehouse, "memberships/partnership_nested");
  const placeholders = await placeholderWarnings(warehouse);
  for (const table of [...sources, ...resolved, ...loaded]) await warehouse.run(`drop table ${table}`);
  return [...idle, ...placeholders, ...warnings];
}

/** How many dates of joining stand for none, by the date. */
async function placeholderWarnings(warehouse: Warehouse): Promise<string[]> {
  const dates = await rows<{day: string; partnership_type: string; links: number}>(
    warehouse,
    `select joined_date::varchar as day, type_rule.partnership_type as partnership_type, count(distinct urn)::integer as links
     from staged.gias_group_links as links join type_rule on type_rule.group_type = lower(links.group_type)
     where joined_date < type_rule.since::date
     group by all order by all`
  );
  return dates.map(
    ({day, partnership_type, links}) =>
      `the register has ${links} ${links === 1 ? "school" : "schools"} joining on ${day}, before there were ${partnershipTypes[partnership_type].label.toLowerCase()}: that is no date`
  );
}

/** The types and the rules of the plan, as tables for the queries. */
function rules(): string {
  const values = (rows: readonly (readonly (string | null)[])[]) =>
    `values ${rows.map((row) => `(${row.map((cell) => (cell === null ? "null" : quote(cell))).join(", ")})`).join(", ")}`;
  const types = Object.entries(partnershipTypes).map(([partnership_type, {group_type, areas, since, governance}]) => [
    partnership_type,
    group_type ?? null,
    areas?.role ?? null,
    since ?? null,
    String(governance === true)
  ]);
  const {bulk_load, earlier, overlap} = design;
  const sponsorsSince = partnershipTypes["multi_academy_trust"].since!;
  return `
    create or replace temp macro plain_name(x) as regexp_replace(lower(x), '[^a-z0-9]+', '', 'g');
    create or replace temp table type_rule as
      select partnership_type, group_type, area_role, since, governance = 'true' as governance
      from (${values(types)}) as k(partnership_type, group_type, area_role, since, governance);
    create or replace temp table headline as from (${values(Object.entries(design.headline))}) as h(phase, measure);
    create or replace temp table undecided_reason as from (${values(Object.entries(undecided))}) as u(why, meaning);
    create or replace temp table bulk_load as
      select ${bulk_load.links} as links, ${bulk_load.later} as later, ${quote(sponsorsSince)} as sponsors_since;
    create or replace temp table overlap_rule as select ${overlap.nested} as nested;
    create or replace temp table earlier_window as select ${earlier[0]} as "from", ${earlier[1]} as "to"`;
}

import {rollups} from "d3";
import {schoolsOfProgramme} from "../../src/schools/geography/schools-of-programme.ts";
import type {AreaChange} from "../../src/schools/geography/map-of-areas.ts";
import type {SchoolOnMap} from "../../src/schools/geography/programme.ts";
import type {Undecided} from "../../src/schools/geography/undecided.ts";
import {readAreaPartnerships} from "./facts/area-partnerships.ts";
import {readAreaChanges} from "./facts/la-changes.ts";
import {readTeachingSchoolHubs} from "./facts/teaching-school-hubs.ts";
import type {Warehouse} from "../warehouse.ts";
import {AREA_KIND, readExpandable, tabledPartnerships, type Expandable, type TabledPartnership} from "./area-facts.ts";
import {fillTable, type TableColumns} from "../fill-table.ts";
import {schoolsOnMap} from "./schools-on-map.ts";

/** Partnerships, or areas of them, whose members cannot be told, and how many schools that may be. */
interface Untold {
  kind: string;
  partnership: string;
  partnership_name: string;
  why: Undecided;
  schools: number | null;
}

/**
 * Expands the programmes and area partnerships of a folder of tables to the schools that lay in their areas: makes
 * area_spell (a school in an area partnership), tabled_partnership, area_untold and hub_lead.
 */
export async function loadAreas(warehouse: Warehouse, folder: string): Promise<void> {
  const expandable = readExpandable(folder);
  const byArea = expandable.filter(({membership}) => membership === "geography");
  const schools = byArea.length ? await schoolsOnMap(warehouse) : [];
  const placed = schools.filter(isPlaced);
  const placeless = schools.filter((school) => !isPlaced(school));
  const changes = readAreaChanges(folder);
  const found = byArea.map((one) => expand(one, placed, changes));
  await fillTable(
    warehouse,
    "area_spell",
    spellColumns,
    found.flatMap(({spells}) => spells)
  );
  await fillTable(warehouse, "tabled_partnership", tabledColumns, tabledPartnerships(folder, byArea));
  const untold = [
    ...found.flatMap((one) => one.untold),
    ...byArea.flatMap((one) => withoutPlace(one, placeless)),
    ...untoldByTables(folder, expandable)
  ];
  await fillTable(warehouse, "area_untold", untoldColumns, untold);
  await fillTable(
    warehouse,
    "hub_lead",
    {urn: "integer", hub: "varchar"},
    readTeachingSchoolHubs(folder).map(({lead_urn, hub}) => ({urn: lead_urn, hub}))
  );
}

const isPlaced = ({places}: SchoolOnMap): boolean => places.some(({level}) => level === "LA");

/** Schools whose authority no file tells may have lain in any area: they are told once a programme, not once an area. */
function withoutPlace({kind, programme, name}: Expandable, placeless: readonly SchoolOnMap[]): Untold[] {
  const schools = placeless.filter(({phase}) => phase === null || programme.phases.includes(phase)).length;
  const at = {kind, partnership: programme.programme, partnership_name: name};
  return schools > 0 ? [{...at, why: "no_place", schools}] : [];
}

function expand(one: Expandable, schools: readonly SchoolOnMap[], changes: readonly AreaChange[]) {
  const {programme, areas, kind, partnershipOf, evidence, source, source_url, source_date} = one;
  const {members, undecided, not_expanded} = schoolsOfProgramme(programme, areas, schools, changes);
  const at = (area: {part: string; area_code: string}) => {
    const {id, name} = partnershipOf(area);
    return {kind, partnership: id, partnership_name: name};
  };
  const spells = members.map(({urn, joined, joined_precision, left, left_precision, part, area_code}) => ({
    ...at({part, area_code}),
    school_id: urn,
    part,
    joined,
    joined_precision,
    left_on: left,
    left_precision: left === null ? null : left_precision,
    evidence,
    source,
    source_url: source_url || null,
    source_date: source_date === "undated" ? null : source_date.padEnd(10, "-01")
  }));
  const doubted = rollups(
    undecided,
    (those) => ({...at(those[0]!), why: those[0]!.why, schools: new Set(those.map(({urn}) => urn)).size}),
    ({part, area_code, why}) => `${partnershipOf({part, area_code}).id} ${why}`
  ).map(([, untold]): Untold => untold);
  const parts = not_expanded.map((area): Untold => ({
    kind,
    partnership: `${programme.programme}:${area.part || area.area_name}`,
    partnership_name: `${area.area_name}${area.part ? `: ${area.part}` : ""}`,
    why: "part_of_area",
    schools: null
  }));
  return {spells, untold: [...doubted, ...parts]};
}

/** Programmes, and area partnerships, of whose members no table can tell. */
function untoldByTables(folder: string, expandable: readonly Expandable[]): Untold[] {
  const programmes = expandable
    .filter(({membership}) => membership === "list")
    .map(({kind, programme: {programme: partnership}, name}): Untold => ({
      kind,
      partnership,
      partnership_name: name,
      why: "needs_list",
      schools: null
    }));
  const partnerships = readAreaPartnerships(folder)
    .filter(({schools, start}) => schools !== "all" || !start)
    .map(({partnership_id, name, schools}): Untold => {
      const why = schools === "list" ? "needs_list" : schools === "unknown" ? "members_unknown" : "no_start";
      return {kind: AREA_KIND, partnership: partnership_id, partnership_name: name, why, schools: null};
    });
  return [...programmes, ...partnerships];
}

const spellColumns: TableColumns<ReturnType<typeof expand>["spells"][number]> = {
  kind: "varchar",
  partnership: "varchar",
  partnership_name: "varchar",
  school_id: "integer",
  part: "varchar",
  joined: "date",
  joined_precision: "varchar",
  left_on: "date",
  left_precision: "varchar",
  evidence: "varchar",
  source: "varchar",
  source_url: "varchar",
  source_date: "date"
};

const untoldColumns: TableColumns<Untold> = {
  kind: "varchar",
  partnership: "varchar",
  partnership_name: "varchar",
  why: "varchar",
  schools: "integer"
};

const tabledColumns: TableColumns<TabledPartnership> = {
  kind: "varchar",
  partnership: "varchar",
  partnership_name: "varchar",
  programme: "varchar",
  programme_name: "varchar",
  statutory_school_improvement: "varchar",
  traded_school_improvement: "varchar",
  traded_business_support: "varchar",
  started: "date",
  started_precision: "varchar",
  ended: "date",
  ended_precision: "varchar",
  source: "varchar",
  source_url: "varchar",
  source_date: "date",
  evidence: "varchar",
  note: "varchar"
};

import {rollups} from "d3";
import {schoolsOfProgramme} from "../../src/schools/geography/schools-of-programme.ts";
import {mapOfAreas, type AreasOn} from "../../src/schools/geography/map-of-areas.ts";
import type {SchoolOnMap} from "../../src/schools/geography/programme.ts";
import type {Undecided} from "../../src/schools/geography/undecided.ts";
import {readAreaPartnerships} from "./facts/area-partnerships.ts";
import {readAreaChanges} from "./facts/la-changes.ts";
import {readTeachingSchoolHubs} from "./facts/teaching-school-hubs.ts";
import type {Warehouse} from "../warehouse.ts";
import {
  AREA_PARTNERSHIP,
  readExpandable,
  tabledPartnerships,
  type Expandable,
  type TabledPartnership
} from "./area-facts.ts";
import {fillTable, type TableColumns} from "../fill-table.ts";
import {schoolsOnMap} from "./schools-on-map.ts";

/** Partnerships, or areas of them, whose members cannot be inferred, and how many schools that may be. */
interface Unresolved {
  partnership_type: string;
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
  const areasOn = mapOfAreas(readAreaChanges(folder));
  const found = byArea.map((one) => expand(one, placed, areasOn));
  await fillTable(
    warehouse,
    "area_episode",
    episodeColumns,
    found.flatMap(({episodes}) => episodes)
  );
  await fillTable(warehouse, "tabled_partnership", tabledColumns, tabledPartnerships(folder, byArea));
  const unresolved = [
    ...found.flatMap((one) => one.unresolved),
    ...byArea.flatMap((one) => withoutPlace(one, placeless)),
    ...listUnresolvedTables(folder, expandable)
  ];
  await fillTable(warehouse, "area_unresolved", unresolvedColumns, unresolved);
  await fillTable(
    warehouse,
    "hub_lead",
    {urn: "integer", hub: "varchar"},
    readTeachingSchoolHubs(folder).map(({lead_urn, hub}) => ({urn: lead_urn, hub}))
  );
}

const isPlaced = ({places}: SchoolOnMap): boolean => places.some(({level}) => level === "LA");

/** Schools whose authority no file states may have lain in any area: they are reported once a programme, not once an area. */
function withoutPlace(
  {partnership_type, programme, name}: Expandable,
  placeless: readonly SchoolOnMap[]
): Unresolved[] {
  const schools = placeless.filter(({phase}) => phase === null || programme.phases.includes(phase)).length;
  const at = {partnership_type, partnership: programme.programme, partnership_name: name};
  return schools > 0 ? [{...at, why: "no_place", schools}] : [];
}

function expand(one: Expandable, schools: readonly SchoolOnMap[], areasOn: AreasOn) {
  const {programme, areas, partnership_type, makePartnership, evidence, source, source_url, source_date} = one;
  const {members, undecided, not_expanded} = schoolsOfProgramme(programme, areas, schools, areasOn);
  const at = (area: {part: string; area_code: string}) => {
    const {id, name} = makePartnership(area);
    return {partnership_type, partnership: id, partnership_name: name};
  };
  const episodes = members.map(({urn, joined, joined_precision, left, left_precision, part, area_code}) => ({
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
    (those) => ({...at(those[0]), why: those[0].why, schools: new Set(those.map(({urn}) => urn)).size}),
    ({part, area_code, why}) => `${makePartnership({part, area_code}).id} ${why}`
  ).map(([, unresolved]): Unresolved => unresolved);
  const parts = not_expanded.map((area): Unresolved => ({
    partnership_type,
    partnership: `${programme.programme}:${area.part || area.area_name}`,
    partnership_name: `${area.area_name}${area.part ? `: ${area.part}` : ""}`,
    why: "part_of_area",
    schools: null
  }));
  return {episodes, unresolved: [...doubted, ...parts]};
}

/** Programmes, and area partnerships, of whose members no table can say. */
function listUnresolvedTables(folder: string, expandable: readonly Expandable[]): Unresolved[] {
  const programmes = expandable
    .filter(({membership}) => membership === "list")
    .map(({partnership_type, programme: {programme: partnership}, name}): Unresolved => ({
      partnership_type,
      partnership,
      partnership_name: name,
      why: "needs_list",
      schools: null
    }));
  const partnerships = readAreaPartnerships(folder)
    .filter(({schools, start}) => schools !== "all" || !start)
    .map(({partnership_id, name, schools}): Unresolved => {
      const why = schools === "list" ? "needs_list" : schools === "unknown" ? "members_unknown" : "no_start";
      return {
        partnership_type: AREA_PARTNERSHIP,
        partnership: partnership_id,
        partnership_name: name,
        why,
        schools: null
      };
    });
  return [...programmes, ...partnerships];
}

const episodeColumns: TableColumns<ReturnType<typeof expand>["episodes"][number]> = {
  partnership_type: "varchar",
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

const unresolvedColumns: TableColumns<Unresolved> = {
  partnership_type: "varchar",
  partnership: "varchar",
  partnership_name: "varchar",
  why: "varchar",
  schools: "integer"
};

const tabledColumns: TableColumns<TabledPartnership> = {
  partnership_type: "varchar",
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

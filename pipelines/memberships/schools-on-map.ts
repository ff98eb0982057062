import {group} from "d3";
import type {AreaLevel} from "../../src/schools/geography/map-of-areas.ts";
import type {SchoolOnMap} from "../../src/schools/geography/programme.ts";
import type {Phase} from "../../src/vocabulary/phase.ts";
import {rows, type Warehouse} from "../warehouse.ts";

interface School {
  school_id: number;
  phase: Phase | null;
  opened: string | null;
  closed: string | null;
}

interface Place {
  school_id: number;
  level: AreaLevel;
  code: string;
  on: string;
}

/**
 * Every state-funded school, under its last number, with where files say that it was under any of its numbers: a place
 * as the first and the last file say it that has the school there.
 */
export async function schoolsOnMap(warehouse: Warehouse): Promise<SchoolOnMap[]> {
  const schools = await rows<School>(
    warehouse,
    "select school_id, phase, opened::varchar as opened, closed::varchar as closed from school where not independent order by school_id"
  );
  const places = group(await placesSeen(warehouse), ({school_id}) => school_id);
  return schools.map(({school_id, ...school}) => ({urn: school_id, ...school, places: places.get(school_id) ?? []}));
}

const placesSeen = (warehouse: Warehouse): Promise<Place[]> =>
  rows(
    warehouse,
    `with seen as (
       select urn, 'LA' as level, la_code as code, snapshot as said from staged.gias_establishments
       union all
       select urn, 'LAD' as level, district_code as code, snapshot as said from staged.gias_establishments
       union all
       select urn, 'LA' as level, la_code as code, make_date(academic_year, 1, 1) as said from staged.school_information
       union all
       select urn, 'LA' as level, la_code as code, make_date(academic_year, 1, 1) as said from school_row where urn_evidence = 'published'
     ),
     places as (
       select school_id, level, code, min(said) as first, max(said) as last
       from seen join urn_school using (urn)
       where regexp_full_match(code, case when level = 'LA' then '[1-9][0-9]{2}' else 'E[0-9]{8}' end)
       group by all
     )
     select school_id, level, code, first::varchar as "on" from places
     union
     select school_id, level, code, last::varchar as "on" from places
     order by all`
  );

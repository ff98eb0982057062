import {mergeEvidence, refusals, type MergeEvidence} from "../../src/schools/lineage.ts";
import {roleSources} from "../../src/vocabulary/partnership-types/index.ts";
import type {IdentityFile} from "../../src/release/release.ts";
import {makeCorrectionRows} from "./corrections.ts";
import {quote, rows, type Warehouse} from "../warehouse.ts";

/** How schools were followed through changes of URN, and how roles were reported. */
export async function makeIdentityFile(warehouse: Warehouse): Promise<IdentityFile> {
  const [counts] = await rows<{urns: number; schools: number}>(
    warehouse,
    "select count(*)::integer as urns, count(distinct school_id)::integer as schools from urn_school"
  );
  return {
    ...counts,
    merges: (await countLinks<MergeEvidence>(warehouse, "same school")).map(({reason, links}) => ({
      evidence: reason,
      meaning: mergeEvidence[reason],
      merges: links
    })),
    refused: (await countLinks<keyof typeof refusals>(warehouse, "kept apart")).map((counted) => ({
      ...counted,
      meaning: refusals[counted.reason]
    })),
    corrections: await makeCorrectionRows(warehouse),
    sponsored_with_three_earlier_years: await sponsoredWithThreeEarlierYears(warehouse),
    sponsors: await countSponsors(warehouse),
    roles: (await countRoles(warehouse)).map((counted) => ({...counted, meaning: roleSources[counted.role_source]}))
  };
}

/** Pairs of linked URNs, by what was decided on them and why. */
const countLinks = <Reason>(
  warehouse: Warehouse,
  decision: "same school" | "kept apart"
): Promise<{reason: Reason; links: number}[]> =>
  rows(
    warehouse,
    `select reason, count(distinct least(urn, link_urn) || ' ' || greatest(urn, link_urn))::integer as links
     from school_edge where decision = ${quote(decision)} group by reason order by links desc, reason`
  );

/** Sponsors of the register: how many are a trust under one name or another, and how many are somebody outside. */
async function countSponsors(warehouse: Warehouse): Promise<IdentityFile["sponsors"]> {
  const [counts] = await rows<IdentityFile["sponsors"]>(
    warehouse,
    `select count(*)::integer as "all", count(*) filter (partnership is not null)::integer as trusts, count(*) filter (partnership is null)::integer as outside
     from (select distinct number, partnership from group_body where partnership_type = 'sponsor')`
  );
  return counts;
}

const countRoles = (warehouse: Warehouse): Promise<Omit<IdentityFile["roles"][number], "meaning">[]> =>
  rows(
    warehouse,
    "select partnership_type, role, role_source, count(*)::integer as schools from counted_role group by all order by partnership_type, role desc, role_source"
  );

/** Sponsored academies named by the files of their own years, and how many have three years of pupils or results before opening. */
const sponsoredWithThreeEarlierYears = (
  warehouse: Warehouse
): Promise<IdentityFile["sponsored_with_three_earlier_years"]> =>
  rows(
    warehouse,
    `with sponsored as (
       select school_id, min(academy_opened) as opened from urn join urn_school using (urn)
       where first_academy_type ilike '%sponsor%' group by school_id
     ),
     earlier as (
       select sponsored.school_id, count(distinct academic_year) as years
       from sponsored
       join urn_school using (school_id)
       join school_row using (urn)
       where school_row.pupils > 0 and academic_year <= year(opened)
       group by all
     )
     select school.phase, count(*) filter (years >= 3)::integer as schools, count(*)::integer as "of"
     from sponsored join school using (school_id) left join earlier using (school_id)
     where school.phase is not null group by school.phase order by school.phase`
  );

import {rows, type Warehouse} from "../warehouse.ts";

/** Tables of members that not every warehouse has, each with what is made of it, and the columns of an empty one. */
const optional = [
  {
    table: "trust_tables",
    makes: "trust_listing",
    query: `
      select urn, group_uid, academic_year, bool_or(three_years) as three_years, min(trust_name) as trust_name,
             min(group_id) as group_id, min(companies_house_number) as companies_house_number,
             arg_min(struct_pack(file_id, source_row), (file_id, source_row)) as first_said
      from (
        select *, unnest(institutions) as urn, true as three_years from staged.trust_tables where level = 'group'
        union all
        select *, unnest(institutions_in_trust) as urn, false as three_years from staged.trust_tables where level = 'group'
      )
      group by urn, group_uid, academic_year`,
    columns: `null::integer as urn, null::varchar as group_uid, null::smallint as academic_year, null::boolean as three_years,
      null::varchar as trust_name, null::varchar as group_id, null::varchar as companies_house_number, null::struct(file_id smallint, source_row integer) as first_said`
  },
  {
    table: "school_spine",
    makes: "rebrokered_academy",
    query: "select distinct urn, academic_year from staged.school_spine where level = 'school' and rebrokered",
    columns: "null::integer as urn, null::smallint as academic_year"
  }
];

/**
 * Makes trust_listing, the schools that a trust’s results are of by the trust tables, and rebrokered_academy, the
 * academies that the register of the performance tables says moved to another trust; empty where there is no such file.
 */
export async function loadOptionalSources(warehouse: Warehouse): Promise<void> {
  const staged = await rows<{name: string}>(
    warehouse,
    "select table_name as name from information_schema.tables where table_schema = 'staged'"
  );
  const there = new Set(staged.map(({name}) => name));
  for (const {table, makes, query, columns} of optional)
    await warehouse.run(
      `create or replace temp table ${makes} as ${there.has(table) ? query : `select ${columns} where false`}`
    );
}

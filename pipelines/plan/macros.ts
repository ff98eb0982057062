import {design} from "../../src/design.ts";

/**
 * The plan in force as macros of a connection, for queries that stand in files: first_treated_year (of a day, see
 * `design.cohort`), register_lag and federation_shares.
 */
export function planMacros({cohort, register_lag, federation} = design): string {
  const {month, day} = cohort;
  const ends = "(year(start) + (month(start) >= 9)::integer)";
  const last = `make_date(${ends} - ${month >= 9 ? 1 : 0}, ${month}, ${day})`;
  return `
    create or replace temp macro first_treated_year(start) as (${ends} + (start::date > ${last})::integer)::smallint;
    create or replace temp macro register_lag() as ${register_lag};
    create or replace temp macro federation_shares() as ${federation.shared_schools};`;
}

import {openWarehouse, type Warehouse} from "../../pipelines/warehouse.ts";
import {atEnd} from "./at-end.ts";

/**
 * The tables that a release is written from, in memory: two schools of which one changed its number, a hundred numbers
 * apart from a third, in a partnership with a list, one without members, and one that keeps its members to itself.
 */
export async function releasedTables(): Promise<Warehouse> {
  const {warehouse, close} = await openWarehouse();
  atEnd(close);
  await warehouse.run(`
    create table school as select *, false as selective, true as sixth_form from (values
      (900012, 'Alder School', '500', 'North Shire', 'North', 'QA1 1AA', 400000, 300000, 'Academy', 'secondary', false),
      (900020, '=Birch School', '500', 'North Shire', 'North', 'QA1 1AB', 400100, 300100, 'Community school', 'secondary', false),
      (900131, 'Cedar School', '501', 'South Shire', 'South', null, null, null, 'Community school', 'primary', false)
    ) as s(school_id, name, la_code, la_name, region, postcode, easting, northing, type, phase, independent);
    create table urn as select *, '500' as la_code, 'Alderton' as town, [5004000 + urn % 100] as laestabs from (values
      (900011, 'Old Alder School', 'Community school', date '1980-09-01', date '2015-08-31'),
      (900012, 'Alder School', 'Academy', date '2015-09-01', null),
      (900020, '=Birch School', 'Community school', null, null),
      (900131, 'Cedar School', 'Community school', null, null)
    ) as u(urn, name, type, opened, closed);
    create table school_edge as select 900011 as urn, 900012 as link_urn, 'successor' as link_type;
    create table urn_school as select * from (values (900011, 900012), (900012, 900012), (900020, 900020), (900131, 900131)) as u(urn, school_id);
    create table outcome as select measure, school_id, academic_year::smallint as academic_year, series_id::smallint as series_id, phase,
      value::double as value, null::double as low, null::double as high, missing::reason_id as missing, standardised::double as standardised,
      null::reason_id as standardised_missing, 'final' as stage from (values
      ('suspension_rate', 900012, 2015, 0, 'secondary', 12.3456789, null, 0.123456),
      ('suspension_rate', 900012, 2014, 0, 'secondary', null, 'suppressed', null),
      ('suspension_rate', 900020, 2014, 0, 'secondary', -0.5, null, -1.5),
      ('overall_absence_pct', 900012, 2014, 0, 'secondary', 5, null, 0)
    ) as o(measure, school_id, academic_year, series_id, phase, value, missing, standardised);
    create table membership as select school_id, partnership_type, partnership, partnership_name, joined, joined_precision, no_date::varchar as no_date,
      left_on::date as left_on, null::date as left_after, left_before::date as left_before, left_precision::varchar as left_precision, moved_from::varchar as moved_from, null::varchar as sponsor, ended_because::varchar as ended_because,
      cohort::smallint as cohort, evidence, membership_source, source, source_url, null::date as source_date from (values
      (900012, 'federation', 'f1', 'First Federation', date '2014-09-01', 'day', null, null, null, null, 'p1', null, 2015, 'A', 'register', 'gias_group_links', null),
      (900020, 'federation', 'f1', 'First Federation', date '2014-01-01', 'year', null, null, date '2020-03-31', null, null, 'group_closed', 2015, 'A', 'register', 'gias_group_links', null),
      (900020, 'peer_collaboration', 'p1', 'Quiet Peers', date '2016-09-01', 'day', null, date '2018-08-31', null, 'day', null, 'list', 2017, 'C', 'list', 'lists/own.csv', null)
    ) as m(school_id, partnership_type, partnership, partnership_name, joined, joined_precision, no_date, left_on, left_before, left_precision, moved_from, ended_because, cohort, evidence, membership_source, source, source_url);
    create table role as select * from (values
      (900012, 'federation', 'f1', 2015, 'supported', 'sponsored_route'),
      (900020, 'federation', 'f1', 2015, 'supporter', 'converter_there_before'),
      (900020, 'peer_collaboration', 'p1', 2017, 'member', 'named_in_list')
    ) as r(school_id, partnership_type, partnership, cohort, role, role_source);
    create table counted_role as select school_id, partnership_type, role, role_source, partnership, make_date(cohort - 3, 9, 1) as joined, (cohort - 2)::smallint as cohort, cohort as body_cohort from role;
    create table group_body as select * from (values ('sponsor', 's1', 'f1'), ('sponsor', 's2', null), ('federation', 'f1', 'f1')) as b(partnership_type, number, partnership);
    create table partnership as select *, partnership = 'f1' as sponsors, null::varchar as sponsors_evidence,
      case when partnership = 'f1' then ['Old Federation', 'Older Federation'] else [] end as former_names, 'unknown' as statutory_school_improvement, 'yes' as traded_school_improvement, 'no' as traded_business_support,
      'yes' as protocol, 'unknown' as shared_budget, 'unknown' as shared_staff, 'unknown' as joint_activities, 'yes' as joint_governing_body,
      'unknown' as management_group, 'unknown' as executive_head, 'unknown' as other_supervision, null::date as source_date from (values
      ('f1', 'federation', 'First Federation', null::integer, date '2014-01-01', 'year', null::date, null::varchar, null::double, 'law', 'yes', 'gias_group_links', null, 'A', null),
      ('p1', 'peer_collaboration', 'Quiet Peers', null, null, null, null, null, 5000, 'list', 'yes', 'lists/own.csv', null, 'C', null),
      ('a1', 'opportunity_area', 'Shire Area', null, null, null, null, null, null, null, 'unknown', 'a plan', 'https://example.org/', 'A', null)
    ) as p(partnership, partnership_type, name, model, started, started_precision, ended, ended_precision, cost_per_year, definition_source, meets_definition, source, source_url, evidence, note);
    create table estimate as select * from (values
      ('federation.supported.secondary.suspension_rate', 'overall', 'same_trend', -1.5::double, 0.5::double, null::double, null::double, 3, 1, 'none')
    ) as e(id, term, assumption, estimate, se, low, high, schools, clusters, method);
    create table analysed_measure as select 'secondary' as phase, 'suspension_rate' as measure, 'native' as scale, 0 as series_id, 'suspensions per 100 pupils' as unit, 1::double as unit_factor;
    create table expected_change as select 'secondary' as phase, 'suspension_rate' as measure, 'governance' as pool, 2015 as cohort, 0 as event_time,
      'same_trend' as assumption, 40 as donors, 1.5::double as residual_sd, '["(intercept)"]' as names, '[0.5]' as coefficients, '[0]' as centre, '[1]' as scale, '[]' as dropped;
    create table outcome_variance as select 'secondary' as phase, 'suspension_rate' as measure, 'suspensions per 100 pupils' as unit, 4::double as between_variance,
      2.5::double as within_variance, 0.1::double as authority_share, 3 as authority_lag, 1.5::double as residual_sd_same_trend, 1.4::double as residual_sd_same_past, 3::double as school_sd,
      null::double as pupil_sd, 40 as schools, 30 as comparators, 300::double as pupils;
    create table outcome_covariance as select 'secondary' as phase, 'suspension_rate' as measure, 1 as lag, 5::double as covariance, 0.77::double as autocorrelation, 90 as pairs;
    create table school_year as select 900012 as school_id, 2014::smallint as academic_year, 300 as pupils, 20.5::double as fsm6_pct, null::double as disadvantaged_pct,
      null::double as fsm_pct, 4.5::double as eal_pct;
    create table governance_year as select 900012 as school_id, 2014::smallint as academic_year, 0 as form;
    create table donor_pool as select 'governance' as pool, 900012 as school_id, null::smallint as eligible_from, 2015::smallint as treated_from;
    create table listed_unmatched as select 'peer_collaboration' as partnership_type, 'p1' as partnership, 'Quiet Peers' as partnership_name,
      900777 as urn, 'Gone School' as name, 7 as "row", 'lists/own.csv' as file, 'no file that was read has this URN' as why;
    create table membership_undecided as select 'opportunity_area' as partnership_type, 'a1' as partnership, 'nobody says which schools are in it' as meaning`);
  return warehouse;
}

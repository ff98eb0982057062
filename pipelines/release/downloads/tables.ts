import type {DownloadTable} from "./download-table.ts";
import {planningTables} from "./planning-tables.ts";

const school = {school_id: "The school, by its latest URN"};
const place = {
  partnership_type: "Type of partnership",
  partnership: "Partnership",
  partnership_name: "Name of the partnership"
};
/** What every effect is given by, in this order. */
const effect = {
  effect_from: "Change beyond what was expected: the smaller of two estimates",
  effect_to: "Change beyond what was expected: the larger of two estimates",
  effect_low: "Lower end of the union of both 95% intervals",
  effect_high: "Upper end of the union of both 95% intervals",
  effect_same_trend: "Estimate if schools would have had the same trend",
  se_same_trend: "Standard error if schools would have had the same trend",
  effect_same_past: "Estimate if schools would have fared like schools of the same past",
  se_same_past: "Standard error if they would have fared like schools of the same past"
};

/** To add a download, add an entry here and its query next to this file. */
export const downloadTables: readonly DownloadTable[] = [
  {
    id: "results",
    title: "Results",
    row: "What joining one type of partnership in one role was followed by on one measure, over some years since joining.",
    columns: {
      time_period:
        "Last academic year that the result over years 0 to 4 holds, also of a period of it; the newest one read where there is no result",
      time_identifier: "What the time period is",
      geographic_level: "Geographic level",
      country_code: "Country code",
      country_name: "Country",
      partnership_type: "Type of partnership",
      role: "Role of the schools that joined",
      education_phase: "Phase of education",
      measure: "Measure",
      subgroup_of: "What the subgroup is a part of",
      subgroup: "Subgroup",
      years_since_joining: "Years since joining",
      unit: "Unit of the effect",
      verdict: "What the result allows to be said, over the first five years",
      strength: "Strength of the evidence, over the first five years",
      why_absent: "Why there is no result",
      ...effect,
      school_sd: "Standard deviation between schools",
      detectable: "Smallest effect seen four times in five, over the first five years",
      first_year: "First academic year of the result over years 0 to 4, by the year it ends in",
      last_year: "Last academic year of the result over years 0 to 4, by the year it ends in",
      school_count: "Schools behind the result over years 0 to 4; a period may hold fewer",
      partnership_count: "Partnerships of those schools",
      plan: "Number of the analysis plan",
      version: "Version of the code",
      made: "Day on which the release was made"
    },
    statistics: {
      filters: [
        "partnership_type",
        "role",
        "education_phase",
        "measure",
        "subgroup",
        "years_since_joining",
        "unit",
        "verdict",
        "strength",
        "why_absent"
      ],
      groups: {subgroup: "subgroup_of"},
      indicators: {
        effect_from: {unit: "", decimals: 2},
        effect_to: {unit: "", decimals: 2},
        effect_low: {unit: "", decimals: 2},
        effect_high: {unit: "", decimals: 2},
        effect_same_trend: {unit: "", decimals: 2},
        se_same_trend: {unit: "", decimals: 2},
        effect_same_past: {unit: "", decimals: 2},
        se_same_past: {unit: "", decimals: 2},
        school_sd: {unit: "", decimals: 2},
        detectable: {unit: "", decimals: 2},
        first_year: {unit: "", decimals: 0},
        last_year: {unit: "", decimals: 0},
        school_count: {unit: "", decimals: 0},
        partnership_count: {unit: "", decimals: 0}
      }
    }
  },
  {
    id: "partnership_outcomes",
    title: "Results of single partnerships",
    row: "What the schools of one partnership in one role did on one measure beyond what was expected, or why that is not said.",
    columns: {
      ...place,
      role: "Role of the schools in this partnership",
      phase: "Phase of education",
      measure: "Measure",
      unit: "Unit of the effect",
      verdict: "What the result allows to be said",
      strength: "Strength of the evidence; empty where there is no result",
      strength_lost: "Rules of strength that are not met, each a step lost, with “; ” between",
      absent: "Why there is no result",
      ...effect,
      low_same_trend: "Lower end of the 95% interval, same trend",
      high_same_trend: "Upper end of the 95% interval, same trend",
      low_same_past: "Lower end of the 95% interval, same past",
      high_same_past: "Upper end of the 95% interval, same past",
      looked_at: "Outcomes of the partnership that were looked at",
      chance: "Chance that any of so many moves as far, by placebo partnerships",
      first_year: "First academic year since joining, by the year it ends in",
      last_year: "Last academic year since joining, by the year it ends in",
      schools: "Schools behind the result; where there is none, schools that joined in the role"
    }
  },
  {
    id: "outcomes",
    title: "Outcomes",
    row: "A school’s value of one measure in one academic year as published, or the reason there is none.",
    published: true,
    columns: {
      measure: "Measure",
      ...school,
      academic_year: "Academic year, by the year in which it ends",
      phase: "Phase of education",
      series_id: "Comparable series (run of years measured alike), from 0",
      value: "Value, in the unit of the measure",
      low: "Lowest it can be, where a count is hidden",
      high: "Highest it can be, where a count is hidden",
      missing: "Why there is no value",
      standardised: "Standard deviations from the mean of all mainstream schools of the year and phase",
      standardised_missing: "Why there is no standardised value",
      stage: "Provisional, revised or final"
    }
  },
  {
    id: "memberships",
    title: "Memberships",
    row: "A school in a partnership, as the register, an area or a published list has it.",
    columns: {
      ...school,
      school_name: "Name of the school",
      ...place,
      role: "Role of the school in this partnership",
      role_source:
        "What the role rests on: sponsored_route, converter_there_before, named_in_list, area, or joined where no source names a role",
      pool: "Donor pool that schools of this partnership type and role are compared with",
      joined: "When it joined this partnership, as far as that is known",
      joined_precision: "How far that is known, or why it is not",
      cohort: "First academic year that counts as treated, on the clock of this partnership",
      role_type: "Its one role in the type of partnership",
      joined_type: "When the clock of the partnership type starts for it",
      cohort_type: "First academic year that counts as treated, on the clock of the partnership type",
      moved_from: "The trust it came from",
      sponsor: "Its sponsor by the register, where that is somebody else than the trust",
      left_on: "When it left",
      left_after: "Last day on which it is known to have been there",
      left_before: "First day on which it is known to have gone",
      ended_because: "What says that it left",
      membership_source: "Register, geography, list or finance returns",
      evidence: "How well it is known: A a file, B a page, C a report",
      source: "Source",
      source_url: "Where the source is",
      source_date: "Date of the source"
    }
  },
  {
    id: "headlines",
    title: "What each result is made from",
    row: "A result of all schools of a type, role and phase on one measure: its donor pool, scale and unit.",
    columns: {
      id: "Type, role, phase and measure, as in the estimates",
      partnership_type: place.partnership_type,
      type_label: "What the results call it",
      role: "Role of the schools that joined",
      phase: "Phase of education",
      measure: "Measure",
      measure_label: "What the results call it",
      scale: "native: the measure’s own unit; standardised: standard deviations from the mean of the year",
      series_id: "The comparable series that it is of; empty for standardised, which holds them all",
      unit: "Unit printed",
      unit_factor: "What one of the scale is in the unit printed",
      pool: "Donor pool",
      listed_alone: "Whether only schools with a row in the donor pool may serve in it",
      is_governance: "Whether the type is a form of governance, which is then no covariate",
      own_records: "Whether it rests on a partnership’s own records besides, which no download has"
    }
  },
  {
    id: "estimates",
    title: "Estimates",
    row: "An estimate under one of two assumptions, over all years since joining or at one event time.",
    columns: {
      id: "Type, role, phase and measure, and of a subgroup its dimension and value",
      term: "“overall”, or years since joining",
      assumption: "same_trend: intake alone; same_past: earlier outcomes besides",
      estimate: "Mean excess, in the unit printed",
      se: "Standard error, clustered by partnership",
      low: "Lower end of the 95 % interval",
      high: "Upper end of the 95 % interval",
      schools: "Treated schools behind it",
      clusters: "Partnerships behind it; Student’s t has one degree of freedom fewer",
      method: "How the interval was made"
    }
  },
  {
    id: "expected_changes",
    title: "Expected changes",
    row: "A regression of change on covariates among the donors of a pool, for one joining year and event time.",
    columns: {
      phase: "Phase of education",
      measure: "Measure",
      pool: "Donor pool",
      cohort: "First academic year that counts as treated",
      event_time: "Years since joining",
      assumption: "same_trend: intake alone; same_past: earlier outcomes besides",
      donors: "Schools it rests on",
      residual_sd: "Standard deviation of their residuals",
      names: "Regressors, as a JSON list",
      coefficients: "Their coefficients, of (covariate − centre) ÷ scale",
      centre: "Their means among the donors",
      scale: "Their spread among the donors",
      dropped: "Regressors that were left out"
    }
  },
  {
    id: "school_years",
    title: "Covariates",
    row: "A school in an academic year: what the covariates are made from.",
    columns: {
      ...school,
      academic_year: "Academic year, by the year in which it ends",
      pupils: "Pupils on roll",
      free_meals_pct: "Pupils eligible for free meals in the last six years, or its forerunner, in per cent",
      eal_pct: "Pupils whose first language is not English, in per cent",
      governance: "0 maintained, 1 academy alone, 2 in a trust"
    }
  },
  ...planningTables,
  {
    id: "donor_pools",
    title: "Donor pools",
    row: "A school that may serve as a comparator for some years alone.",
    columns: {
      pool: "Donor pool",
      ...school,
      eligible_from: "First academic year in which it may serve; empty for always",
      treated_from: "First academic year in which it no longer may; 0 for never, empty for no end"
    }
  },
  {
    id: "treated",
    title: "Treated schools",
    row: "A school that joined a type of partnership in a role, on the type’s clock.",
    columns: {
      partnership_type: place.partnership_type,
      role: "Role of the school",
      pool: "Donor pool that it is compared with",
      ...school,
      partnership: place.partnership,
      cohort: "First academic year that counts as treated"
    }
  },
  {
    id: "similar_schools",
    title: "Similar schools",
    row: "A school that is most like another at the base. They illustrate; no estimate rests on them.",
    columns: {
      ...school,
      school_name: "Name of the school",
      cohort: "First academic year that counts as treated; empty for a school that joined nothing",
      place: "1 for the most like",
      similar_id: "School that is like it, by its latest URN",
      similar_name: "Name of that school"
    }
  },
  {
    id: "schools",
    title: "Schools",
    row: "A school by each URN it has had.",
    columns: {
      urn: "URN",
      ...school,
      name: "Name under that URN",
      type: "Type of establishment under that URN",
      phase: "Phase of education",
      la_code: "Local authority, three digits",
      la_name: "Local authority",
      region: "Region",
      postcode: "Postcode",
      easting: "Easting, metres",
      northing: "Northing, metres",
      opened: "When the establishment of that URN opened",
      closed: "When it closed",
      independent: "Whether it is not funded by the state",
      selective: "Whether it selects by ability",
      sixth_form: "Whether it has a sixth form"
    }
  }
];

/** A table that can be taken away whole. Its query is NAME.sql beside this file. */
export interface DownloadTable {
  id: string;
  title: string;
  /** What a row is, in a sentence. */
  row: string;
  columns: Readonly<Record<string, string>>;
  /** Of a table in the layout of Explore Education Statistics: what its .meta.csv says. */
  statistics?: {
    filters: readonly string[];
    indicators: Readonly<Record<string, {unit: string; decimals: number}>>;
  };
}

const school = {
  school_id: "The school, by its latest URN"
};
const place = {
  kind: "Kind of partnership",
  partnership: "Partnership",
  partnership_name: "Name of the partnership"
};

/** To add a download, add an entry here and its query beside this file. */
export const downloadTables: readonly DownloadTable[] = [
  {
    id: "results",
    title: "Results",
    row: "What joining one kind of partnership in one role was followed by on one measure, over some years since joining.",
    columns: {
      time_period: "Newest academic year read",
      time_identifier: "What the time period is",
      geographic_level: "Geographic level",
      country_code: "Country code",
      country_name: "Country",
      kind: "Kind of partnership",
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
      effect: "Difference from similar schools",
      effect_low: "Difference from similar schools: lower end of the 95 % interval",
      effect_high: "Difference from similar schools: upper end of the 95 % interval",
      school_sd: "Standard deviation between schools",
      schools: "Schools that joined",
      partnerships: "Partnerships they joined"
    },
    statistics: {
      filters: [
        "kind",
        "role",
        "education_phase",
        "measure",
        "subgroup_of",
        "subgroup",
        "years_since_joining",
        "unit",
        "verdict",
        "strength",
        "why_absent"
      ],
      indicators: {
        effect: {unit: "", decimals: 2},
        effect_low: {unit: "", decimals: 2},
        effect_high: {unit: "", decimals: 2},
        school_sd: {unit: "", decimals: 2},
        schools: {unit: "", decimals: 0},
        partnerships: {unit: "", decimals: 0}
      }
    }
  },
  {
    id: "outcomes",
    title: "Outcomes",
    row: "A school’s value of one measure in one academic year as published, or the reason there is none.",
    columns: {
      measure: "Measure",
      ...school,
      academic_year: "Academic year, by the year in which it ends",
      phase: "Phase of education",
      segment: "Stretch of years measured alike, from 0",
      value: "Value, in the unit of the measure",
      low: "Lowest it can be, where a count is hidden",
      high: "Highest it can be, where a count is hidden",
      missing: "Why there is no value",
      bridged: "Standard deviations from the mean of all mainstream schools of the year and phase",
      bridged_missing: "Why there is no bridged value",
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
      joined: "When it joined this partnership, as far as that is known",
      joined_precision: "How far that is known, or why it is not",
      cohort: "First academic year that counts as treated, on the clock of this partnership",
      role_kind: "Its one role in the kind of partnership",
      joined_kind: "When the clock of the kind starts for it",
      cohort_kind: "First academic year that counts as treated, on the clock of the kind",
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
    id: "comparisons",
    title: "Comparisons",
    row: "A school that is compared with one that joined, drawn once for all measures.",
    columns: {
      kind: place.kind,
      role: "Role of the school that joined",
      cohort: "First academic year that counts as treated",
      ...school,
      school_name: "School that joined",
      comparator_id: "School it is compared with, by its latest URN",
      comparator_name: "School it is compared with",
      weight: "Its share among the schools compared with"
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
      independent: "Whether it is not funded by the state"
    }
  }
];

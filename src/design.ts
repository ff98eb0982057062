import type {LineageRule} from "./lineage.ts";

/** The analysis plan: every choice that could change an answer. A changed plan has another hash, shown on every page. */
export const design = {
  /** Following schools through changes of URN. */
  lineage: {days: 92, years: 1} satisfies LineageRule,
  /**
   * The first treated academic year: the one whose results follow at least two full terms. A start on or before
   * 31 December of academic year t gives t, a later one t + 1: the calendar year of the start plus one.
   */
  cohort: "calendar year of the start + 1",
  /** The measure whose earlier results make thirds, by phase; no role rests on it. */
  headline: {primary: "ks2_attainment", secondary: "ks4_attainment"},
  /** Event times whose mean on the headline measure says in which third of its phase a school stood before. */
  earlier: [-7, -5] as [number, number],
  /** Event times whose mean is the base: the year before joining is left out, because schools are often chosen after a bad year. */
  base: [-4, -2] as [number, number],
  /** Event times of the rate before, the rate after, and the naive difference. */
  before: [-4, -2] as [number, number],
  after: [0, 4] as [number, number],
  naive: {after: [0, 2] as [number, number], before: -1},
  /** Event times drawn. */
  event_times: [-5, 5] as [number, number],
  /** Phases of a partnership, by event time, both ends included. */
  phases: [
    {id: "early", from: 0, to: 1},
    {id: "development", from: 2, to: 3},
    {id: "longer_term", from: 4, to: Infinity}
  ],
  /** Similar schools share one of so many equal groups of the base mean. */
  strata: 3,
  /** A register date is a bulk load if it stands on at least so many links of a kind, most of them later than the school’s own opening. */
  bulk_load: {links: 50, later: 1 / 2},
  /** A year is put on the bridged scale if the files hold at least this share of local authorities. */
  bridged: {authorities: 0.9, smallest_school: 11},
  /**
   * Schools in several partnerships at once. Within a kind a school counts from its first partnership of the kind.
   * Across kinds they exclude nobody: joiners and comparators may be in other kinds, and are counted as overlapping.
   */
  overlap: {
    within_kind: "first",
    across_kinds: "counted",
    /** A partnership with at least this share of its schools in another one is nested in it. */
    nested: 0.9
  },
  /** Years since joining over which the overall effect is the mean. */
  effect: [0, 4] as [number, number],
  /** Drawing comparators, once, at baseline: see src/analysis/comparators.ts. */
  matching: {
    /** Nearest comparators of each school, with replacement. */
    neighbours: 10,
    /** Measures whose bridged means over the base window schools are matched on, where a cohort has them. */
    outcomes: {
      primary: ["ks2_attainment", "overall_absence_pct"],
      secondary: ["ks4_attainment", "overall_absence_pct", "suspension_rate"],
      special: ["overall_absence_pct", "suspension_rate"]
    },
    /** Measures of intake, as means over the base window. */
    intake: ["fsm6_pct", "eal_pct"],
    /** A variable counts in a cohort if at least this share of its joiners have it. */
    available: 0.9,
    /** A comparator’s log odds of joining lie within so many standard deviations, where at least so many schools joined. */
    caliper: 0.2,
    propensity_from: 30,
    /** Standardised mean differences: good, and no longer comparable. */
    balance: {good: 0.05, limit: 0.25}
  },
  /** With fewer schools that joined, in all or a cohort, intervals come from made-up partnerships. */
  randomise_below: {schools: 30, per_cohort: 10},
  /** Draws of the bootstrap and of made-up partnerships, fewer for alternatives and parts, and where they start. */
  draws: {bootstrap: 999, placebo: 999, alternative: 199, seed: 1},
  /** Released results of one partnership rest on at least so many schools. */
  fewest_schools: 3,
  /** With fewer clusters (partnerships, or schools) than this no interval is claimed. */
  fewest_clusters: 5,
  /** Outcomes tested at once: one of each line a phase; the others by line (src/telling/families.ts). */
  families: {
    headline: {
      primary: [
        "ks2_attainment",
        "ks2_disadvantaged",
        "overall_absence_pct",
        "suspension_rate",
        "teacher_retention_pct"
      ],
      secondary: [
        "ks4_attainment",
        "attainment8_disadvantaged",
        "overall_absence_pct",
        "suspension_rate",
        "sustained_education_pct",
        "ebacc_entry_pct",
        "teacher_retention_pct"
      ],
      special: ["overall_absence_pct", "suspension_rate", "sustained_destination_pct", "teacher_retention_pct"]
    }
  },
  confidence: 0.95
};

/**
 * The analysis plan in force: every choice that could change an answer, read by code and, through
 * pipelines/plan/macros.ts, by SQL. The number shown on every page is a hash of it and of the code and SQL that estimate.
 * `pipeline --plan FILE` replaces entries for one run (src/plan/in-force.ts): read it inside functions alone.
 */
export const design = {
  /** Following schools through changes of URN. */
  lineage: {days: 92, years: 1},
  /**
   * The first treated academic year: the one whose results follow at least two full terms. A start on or before this
   * day of academic year t gives t, a later one t + 1.
   */
  cohort: {month: 12, day: 31},
  /** The measure whose earlier results make thirds, by phase; no role rests on it. */
  headline: {primary: "ks2_attainment", secondary: "ks4_attainment"},
  /** Event times whose mean on the headline measure says in which third of its phase a school stood before. */
  earlier: [-7, -5] as [number, number],
  /** Event times whose mean is the base: the year before joining is left out, because schools are often chosen after a bad year. */
  base: [-4, -2] as [number, number],
  /** Event times drawn. */
  event_times: [-5, 5] as [number, number],
  /** Periods since joining, by event time, both ends included. */
  periods: [
    {id: "early", from: 0, to: 1},
    {id: "development", from: 2, to: 3},
    {id: "longer_term", from: 4, to: Infinity}
  ],
  /** A register date is a bulk load if it stands on at least so many links of a partnership type, most of them later than the school’s own opening. */
  bulk_load: {links: 50, later: 1 / 2},
  /** Days by which the register may be late: an academy that joins within them of its opening joined that day. */
  register_lag: 31,
  /** Schools that two lists of one federation share at least. */
  federation: {shared_schools: 2},
  /** The mean of hidden counts of one or two, where the authorities’ totals do not state. */
  hidden_count: 1.5,
  /** A year is put on the standardised scale if the files hold at least this share of local authorities. */
  standardised: {authorities: 0.9, smallest_school: 11},
  /**
   * Schools in several partnerships at once: within a partnership type a school counts from its first partnership of the type; across
   * types they exclude nobody, and are counted as overlapping. A partnership with at least this share of its schools in
   * another one is nested in it.
   */
  overlap: {nested: 0.9},
  /** Where sizes of partnership (schools in the role) and periods of joining (first treated years) part: the last of each. */
  parts: {sizes: [4, 9], periods: [2010, 2015, 2020]},
  /** Years since joining over which the overall effect is the mean. */
  effect: [0, 4] as [number, number],
  /** What change is regressed on among the donors (METHOD §6), each entry kept before those after it where donors are few. */
  covariates: {
    /** Assumption A, same trend: intake alone. */
    same_trend: [
      "free_meals",
      "log_roll",
      "eal",
      "free_meals²",
      "log_roll²",
      "eal²",
      "selective",
      "sixth_form",
      "governance",
      "region"
    ],
    /** Assumption B, same past: the outcome itself, and attainment, absence and suspensions, besides. */
    same_past: [
      "free_meals",
      "own",
      "own²",
      "log_roll",
      "eal",
      "free_meals²",
      "log_roll²",
      "eal²",
      "past",
      "past²",
      "selective",
      "sixth_form",
      "governance",
      "region"
    ],
    /** Without it there is no estimate. */
    floor: "free_meals",
    /** A covariate counts in a trial if at least this share of its treated have it. */
    available: 0.9,
    /** Fewer donors a coefficient, and the last covariates are left out. */
    donors_per_coefficient: 3
  },
  /** The measures whose base means are `past`. */
  past: {
    primary: ["ks2_attainment", "overall_absence_pct", "suspension_rate"],
    secondary: ["ks4_attainment", "overall_absence_pct", "suspension_rate"],
    special: ["overall_absence_pct", "suspension_rate"]
  },
  /** Years since joining that the before–after figure is the mean of, and the year it counts from. */
  before_after: {after: [0, 2] as [number, number], before: -1},
  /** A base as long, further back: where a dip within the base would show. It is printed where so many schools have it. */
  second_base: {window: [-7, -5] as [number, number], schools: 20},
  /** Joining pretended so many years earlier, everything measured at its own date, and the event times that count. */
  placebo_in_time: {shift: -3, effect: [0, 1] as [number, number]},
  /** Event times that every school of the balanced path has. */
  balanced: [-1, 2] as [number, number],
  inference: {
    /** Below either, intervals come from randomisation among the donors’ excesses. */
    randomise_below: {schools: 30, partnerships: 10},
    /** With fewer partnerships no interval is claimed. */
    fewest_partnerships: 5
  },
  /**
   * Library estimators that ask the same of the headline measure of a phase: from so many treated on, with at most so many
   * donors and schools drawn, since some cost the square of what they are given, and each school matched with so many;
   * below it, synthetic difference in differences with at most so many donors.
   */
  cross_checks: {schools: 30, donors: 1000, treated: 2000, matched: 10, synthetic_donors: 150},
  /** Multiples of the largest step before joining that departures may have, and the years they are counted from. */
  breakdown: {grid: [0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2], references: [-1, -2] as (-1 | -2)[]},
  /** Partnerships at least, for how far they differ and for leaving each out in turn. */
  across: {partnerships: 3},
  leave_one_out: {partnerships: 3},
  /**
   * What counts as nothing in arithmetic. `copy`: the share of a regressor that is left once those before it are taken
   * out; `unlike`: how far a treated school may lie from what a copy says; `constant`: spread over mean; `tie`: between
   * an estimate and a draw.
   */
  tolerances: {copy: 1e-9, unlike: 1e-6, constant: 1e-12, tie: 1e-12},
  /** Draws of the simultaneous bands, of placebo partnerships and of Romano and Wolf’s test, and where they start; bins of a distribution. */
  draws: {band: 9999, placebo: 999, family: 999, seed: 1, bins: 41},
  /** Released results of one partnership rest on at least so many schools. */
  fewest_schools: 3,
  /** Figures from data that are not published rest on at least so many pupils besides. */
  fewest_pupils: 11,
  /** Similar schools that are named. */
  similar_schools: {neighbours: 10},
  /** Outcomes tested at once: one of each outcome domain a phase; the others by domain (src/words/families.ts). */
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
  /**
   * Parts of those who joined that are compared for a reason given before anything was estimated: earlier results make a
   * subgroup, features of a partnership and models of area partnerships are moderators. All other parts are explored.
   */
  moderators: {planned: ["earlier_third", "feature", "model"] as readonly string[]},
  confidence: 0.95,
  /** Smallest effects of interest, by measure, in place of those that src/measures states with their reasons. */
  margins: {} as Record<string, number>,
  /**
   * Least effect, in standard deviations of pupils, for so many months of additional progress, from 1 to 12: the
   * Education Endowment Foundation’s toolkits, “Attainment”,
   * educationendowmentfoundation.org.uk/evidence-summaries/about-the-toolkits/attainment. Beyond `most` the table ends.
   */
  months_of_progress: {least: [0.02, 0.1, 0.19, 0.27, 0.36, 0.45, 0.53, 0.62, 0.7, 0.79, 0.88, 0.96], most: 1},
  /** The chance with which a smallest detectable effect would be seen. */
  power: 0.8,
  /** Strength of evidence (METHOD §8): where a comparison of published data starts, and what costs a step. */
  strength: {
    start: "moderate",
    schools: 30,
    partnerships: 10,
    cohorts: 2,
    later_years: 2,
    pre_trend: 0.05,
    breakdown: 0.5,
    compared: 0.5,
    /** Larger effects, in standard deviations of pupils, carry “check selection”. */
    plausible: 0.2,
    /** The share of pupils’ variance taken to lie between schools where only schools’ spread is known. */
    between_schools: 0.2
  }
};

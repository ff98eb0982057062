import type {LineageRule} from "./schools/lineage.ts";

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
  /** Event times drawn. */
  event_times: [-5, 5] as [number, number],
  /** Phases of a partnership, by event time, both ends included. */
  phases: [
    {id: "early", from: 0, to: 1},
    {id: "development", from: 2, to: 3},
    {id: "longer_term", from: 4, to: Infinity}
  ],
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
    fewest_partnerships: 5,
    /** A doubly robust cross-check needs so many treated. */
    doubly_robust_from: 30
  },
  /** Draws of the simultaneous bands, of placebo partnerships and of Romano and Wolf’s test, and where they start. */
  draws: {band: 9999, placebo: 999, family: 999, seed: 1},
  /** Released results of one partnership rest on at least so many schools. */
  fewest_schools: 3,
  /** Similar schools that are named, and the standard deviations of what they are near in. */
  similar_schools: {
    neighbours: 10,
    on: ["attainment", "overall_absence_pct", "free_meals", "eal", "log_roll"]
  },
  /** Outcomes tested at once: one of each line a phase; the others by line (src/words/families.ts). */
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
  confidence: 0.95,
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

import type {AcademicYear} from "../../src/vocabulary/academic-year.ts";
import type {AreaPartnershipType, ListedPartnershipType, PlantedType} from "./planted-types.ts";

/** What a partnership may change, each on its own scale: standard deviations between schools, positive = better. */
export const families = [
  "attainment",
  "disadvantaged",
  "attendance",
  "behaviour",
  "staying_on",
  "curriculum",
  "workforce",
  "efficiency",
  "inspection"
] as const;
export type OutcomeFamily = (typeof families)[number];

export const plantedRoles = ["supported", "supporter", "member"] as const;
export type PlantedRoleName = (typeof plantedRoles)[number];

/** Why a school was chosen for support: it had long done badly, it had just had a bad year, or neither. */
export const selections = ["level", "bad_year", "none"] as const;
export type Selection = (typeof selections)[number];

/** What comes and goes from year to year. */
export const passings = ["attainment", "attendance", "behaviour"] as const;
export type Passing = (typeof passings)[number];

export const befores = ["dip", "decline"] as const;
export type Before = (typeof befores)[number];

/** What joining a partnership type in a role does to one family of outcomes. */
export interface PlannedEffect {
  partnership_type: PlantedType | "any";
  role: PlantedRoleName;
  outcome: OutcomeFamily;
  /** Standard deviations between schools in event times 0 and 1, in 2 and 3, and from 4 on. */
  early: number;
  development: number;
  longer_term: number;
  /** Of an effect on attainment: what disadvantaged pupils gain beyond it, as a share of it. */
  disadvantaged?: number;
}

/** Counts of the plan are of so many state schools. */
export const PER = 600;

/** What the synthetic England is made of, and what is planted in it. */
export interface Plan {
  seed: number;
  /** State schools, about. The counts further down are of 600 and grow and shrink with this. */
  schools: number;
  /** Shares of the state schools by phase; they add up to one. */
  shares: Record<"primary" | "secondary" | "special", number>;
  /** Schools the state does not pay for: in few files, and in no total but that of all schools. */
  independent: number;
  years: {first: AcademicYear; last: AcademicYear};

  /**
   * Results of a school in a year, in standard deviations between schools: intake × deprivation + lasting × quality,
   * + a walk that takes a step of sd `walk` a year, + a shock of sd `shock` of which the share `ar1` lasts into the next year.
   * Attendance and behaviour have shocks of their own, of which as much lasts.
   */
  level: {intake: number; lasting: number; walk: number; shock: number; ar1: number};
  /** Yearly change next to the country’s, in the same unit: of a school a standard deviation poorer than others, and between regions (a standard deviation). */
  trends: {intake: number; regions: number};
  /** How far regions lie apart in results at like intake: a standard deviation. */
  regions: number;
  /** Of every hundred secondary schools of an authority that has any, those that select their pupils; one authority in four has. */
  selective: number;
  /** Yearly change of the whole country’s results, in the same unit, next to the reforms that the tables of each dataset know. */
  drift: number;

  /** The first entry that fits a school’s type, role and outcome is planted; schools in several partnerships have the sum. */
  effects: readonly PlannedEffect[];
  /** Standard deviation between partnerships of the multiplier of their effects around 1. */
  heterogeneity: number;
  /** Share of the mean effect on an authority’s supported schools that schools of the same authority and phase in no partnership feel. */
  spillover: number;

  selection: {
    /** How often a supported school is chosen on each; the weights need not add up to one. */
    on: Record<Selection, number>;
    /** Parts of the ranking by level, from 0 (lowest) to 1, that supporters and members come from; the lowest share that the supported come from. */
    supported: number;
    supporter: [number, number];
    member: [number, number];
    /** Years before joining whose mean shock is a bad year. */
    years: number;
    /** Of what the year is bad: the shocks of each come and go with the same `ar1`. */
    of: Passing;
  };

  /** What befalls schools that are chosen for support, before they join and whether or not they do: a pre-treatment dip of so many years that ends as they join, or a decline over them that ends then and stays. In standard deviations between schools of attainment, attendance and behaviour. */
  before: {shape: Before; years: number; size: number};

  /** Pounds a school and year, by type. */
  costs: Record<PlantedType, number>;

  /** Multi-academy trusts, half led by secondary schools. */
  trusts: number;
  /** Multi-academy trusts without a sponsored academy. */
  trusts_of_converters: number;
  /** Academies that leave their trust for another. */
  movers: number;
  /** Multi-academy trusts that close, their academies going to another. */
  closing_trusts: number;
  /** Academies run by trusts of their own. */
  single: Record<"secondary" | "primary", number>;
  /** Sponsored academies opened before there are results to look back on. */
  early_sponsored: number;
  federations: number;
  foundation_trusts: number;
  /** Academies of one trust each that share an umbrella trust, in umbrella trusts of three. */
  umbrella_trusts: number;
  free_schools: Record<"primary" | "secondary", number>;
  /** Schools that close and that nothing follows. */
  closures: number;
  mergers: number;
  amalgamations: number;
  splits: number;
  /** Federations whose joining dates the register gives as the one day it was loaded, of every 100. */
  bulk_loaded: number;
  /** Memberships of groups that are no trusts of academies whose links have 1900-01-01 for a day of joining, of every 100. */
  placeholders: number;
  /** Sixth forms of several schools, which the register’s links and the tables of 16 to 18 name. */
  consortia: number;
  /** Partnerships of each type that only lists know. */
  listed: Record<ListedPartnershipType, number>;
  /** Authorities that each kind of area programme takes in, of every twelve; each is in one programme at most. */
  areas: Record<AreaPartnershipType, number>;
}

/** The default: schools are mostly chosen on what lasts and some after a bad year, gains come slowly, and helping costs a little at first. */
export const defaultPlan: Plan = {
  seed: 1,
  schools: 600,
  shares: {primary: 0.715, secondary: 0.235, special: 0.05},
  independent: 8,
  years: {first: 2007, last: 2025},

  level: {intake: -0.6, lasting: 0.7, walk: 0.05, shock: 0.22, ar1: 0.4},
  trends: {intake: 0.008, regions: 0.008},
  regions: 0.2,
  selective: 20,
  drift: 0,

  effects: [
    {
      partnership_type: "any",
      role: "supported",
      outcome: "attainment",
      early: 0.05,
      development: 0.15,
      longer_term: 0.25,
      disadvantaged: 0.2
    },
    {
      partnership_type: "any",
      role: "supported",
      outcome: "attendance",
      early: 0.05,
      development: 0.1,
      longer_term: 0.2
    },
    {partnership_type: "any", role: "supported", outcome: "behaviour", early: 0.1, development: 0.25, longer_term: 0.4},
    {partnership_type: "any", role: "supported", outcome: "staying_on", early: 0, development: 0.1, longer_term: 0.2},
    {partnership_type: "any", role: "supported", outcome: "curriculum", early: 0, development: 0.1, longer_term: 0.15},
    {
      partnership_type: "any",
      role: "supported",
      outcome: "workforce",
      early: -0.1,
      development: 0.05,
      longer_term: 0.15
    },
    {partnership_type: "any", role: "supported", outcome: "efficiency", early: 0, development: 0.1, longer_term: 0.2},
    {partnership_type: "any", role: "supported", outcome: "inspection", early: 0.1, development: 0.3, longer_term: 0.5},
    {
      partnership_type: "any",
      role: "supporter",
      outcome: "attainment",
      early: -0.03,
      development: 0,
      longer_term: 0.02
    },
    {partnership_type: "any", role: "supporter", outcome: "workforce", early: -0.1, development: -0.05, longer_term: 0},
    {partnership_type: "any", role: "member", outcome: "efficiency", early: 0, development: 0.1, longer_term: 0.15}
  ],
  heterogeneity: 0.5,
  spillover: 0,

  selection: {
    on: {level: 0.75, bad_year: 0.25, none: 0},
    supported: 1 / 3,
    supporter: [0.62, 0.97],
    member: [0.36, 0.48],
    years: 1,
    of: "attainment"
  },

  before: {shape: "dip", years: 0, size: 0},

  costs: {
    multi_academy_trust: 60_000,
    single_academy_trust: 25_000,
    foundation_trust: 6_000,
    federation: 15_000,
    umbrella_trust: 8_000,
    support_federation: 40_000,
    national_support_school: 22_000,
    rise_pairing: 100_000,
    consortium_14_19: 12_000,
    behaviour_collaborative: 18_000,
    extended_services_cluster: 9_000,
    ict_partnership: 5_000,
    school_sport_partnership: 14_000,
    teaching_school_alliance: 7_000,
    area_based_partnership: 3_000,
    peer_collaboration: 4_000,
    subject_hub: 6_000,
    research_school: 5_000,
    regional_network: 1_000,
    city_challenge: 30_000,
    excellence_in_cities: 50_000,
    opportunity_area: 40_000,
    education_investment_area: 20_000,
    teaching_school_hub: 2_000
  },

  trusts: 22,
  trusts_of_converters: 8,
  movers: 6,
  closing_trusts: 2,
  single: {secondary: 15, primary: 24},
  early_sponsored: 5,
  federations: 10,
  foundation_trusts: 6,
  umbrella_trusts: 1,
  free_schools: {primary: 3, secondary: 2},
  closures: 2,
  mergers: 2,
  amalgamations: 1,
  splits: 1,
  bulk_loaded: 60,
  placeholders: 10,
  consortia: 3,
  listed: {
    support_federation: 2,
    national_support_school: 4,
    rise_pairing: 3,
    consortium_14_19: 2,
    behaviour_collaborative: 2,
    extended_services_cluster: 3,
    ict_partnership: 2,
    school_sport_partnership: 3,
    teaching_school_alliance: 3,
    area_based_partnership: 2,
    peer_collaboration: 3,
    subject_hub: 2,
    research_school: 2,
    regional_network: 2
  },
  areas: {
    city_challenge: 1,
    excellence_in_cities: 2,
    opportunity_area: 1,
    education_investment_area: 2,
    teaching_school_hub: 2
  }
};

/**
 * What the made-up England is made of, and what is planted in it. A result
 * of a school in a year is, in standard deviations between schools:
 *
 *   intake × deprivation + lasting × quality + a walk from year to year + a shock of the year
 *   + the bad year before support + the gain after it
 *
 * and pupils are drawn from it, so results of small schools vary more.
 */
export const plan = {
  seed: 1,
  schools: 600,
  shares: {primary: 0.715, secondary: 0.235, special: 0.05},
  /** Schools the state does not pay for: in few files, and in no total but that of all schools. */
  independent: 8,
  years: {first: 2007, last: 2025},

  /** Standard deviations, in standard deviations between schools. */
  level: {intake: -0.6, lasting: 0.7, walk: 0.05, shock: 0.16},

  /** Added each year from the year of joining on (of a supporter: from the year its first supported school joins), for so many years. */
  gain: {supported: 0.04, supporter: 0, member: 0, years: 8},
  /** The suspension rate of a supported school is multiplied by this each year, for as many years. */
  suspensions: 0.95,
  /** In the year before a school becomes a sponsored academy: why it is chosen, and it does not last. */
  bad_year: -0.45,

  /** Where supported schools come from (share of the phase, from the bottom), and where supporters do. */
  chosen: {supported: [0, 1 / 3], member: [0.36, 0.48], supporter: [0.62, 0.97]},

  /** Multi-academy trusts of 600 schools, half led by secondary schools; fewer schools have fewer. */
  trusts: 26,
  /** Academies that leave their trust for another. */
  movers: 3,
  /** Academies run by trusts of their own. */
  single: {secondary: 12, primary: 10},
  /** Sponsored academies opened before there are results to look back on. */
  early_sponsored: 5,
  federations: 10,
  foundation_trusts: 6,
  free_schools: {primary: 3, secondary: 2},
  mergers: 2,
  amalgamations: 1
};

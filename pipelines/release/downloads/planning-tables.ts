import type {DownloadTable} from "./download-table.ts";

/** The tables that programmes are planned from. */
export const planningTables: readonly DownloadTable[] = [
  {
    id: "variances",
    title: "How outcomes vary",
    row: "An outcome of a phase: how schools in no trust or federation vary around what their intake lets one expect. Programmes are planned from it.",
    columns: {
      phase: "Phase of education",
      measure: "Measure",
      unit: "Unit; variances are in its square",
      between_variance: "Variance that lasts: the covariance at the longest lag known",
      within_variance: "The rest of the variance of a school’s values",
      authority_share:
        "Share of the variance of changes that lies between local authorities; empty where no changes are known",
      authority_lag: "Years over which those changes are: three, or as near to it as results are known",
      residual_sd_same_trend: "Spread around the expected change of one year since joining, same trend",
      residual_sd_same_past: "The same, same past",
      school_sd: "Standard deviation between all schools",
      pupil_sd: "Standard deviation of pupils, where a publisher’s figures give it",
      schools: "Schools behind it",
      comparators: "Of them, schools of the newest year",
      pupils: "Pupils of the middle school of the phase"
    }
  },
  {
    id: "covariances",
    title: "How outcomes last",
    row: "An outcome of a phase, and years between two results of a school: how far they go together.",
    columns: {
      phase: "Phase of education",
      measure: "Measure",
      lag: "Years between the two results; 0 for the variance",
      covariance: "Covariance, in the square of the unit, less what intake lets one expect",
      autocorrelation: "The same as a share of the variance",
      pairs: "Pairs of results behind it"
    }
  }
];

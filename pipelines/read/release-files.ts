/** Columns that only the tables of a release have together, by their names there. */
const SIGNATURES: readonly (readonly string[])[] = [
  ["partnership_type", "measure", "verdict"],
  ["partnership_type", "type_label", "measure"],
  ["school_id", "partnership_type", "role_source"],
  ["partnership_type", "role", "pool", "school_id", "cohort"],
  ["urn", "school_id", "independent", "selective"],
  ["school_id", "academic_year", "measure", "standardised"],
  ["school_id", "academic_year", "free_meals_pct", "governance"],
  ["school_id", "cohort", "similar_id"],
  ["pool", "school_id", "eligible_from"],
  ["id", "term", "assumption", "estimate"],
  ["measure", "pool", "cohort", "event_time", "assumption"],
  ["phase", "measure", "lag", "covariance"],
  ["phase", "measure", "between_variance", "within_variance"]
];

/**
 * Whether a header is of a table of a release, wherever it was copied to: some look like lists that partnerships keep, and
 * what was found once would be read as if somebody said it.
 */
export const isOfRelease = (header: readonly string[]): boolean =>
  SIGNATURES.some((names) => names.every((name) => header.includes(name)));

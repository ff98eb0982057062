/** How roles are told in the kinds of the register, which names none. */
export const byResults =
  "Supported: a sponsored academy, or a school that joined with results in the bottom third of its phase. Supporter: a member with results above the median when the first supported school joins after it. Member: every other school that joined; one that gives support later counts as a member from joining and as a supporter from then.";

/** How roles are told in the kinds known from lists. */
export const asListed =
  "As the list names them. A supporter’s clock starts when the first school it supports joins, or when it joins itself if that is later.";

/** How roles are told where every school of an area is taken in. */
export const supportedByArea = "Supported: every school of the area. A school that a list names has the role it names.";
export const memberByArea = "As the list names them; a school known only from where it lies is a member.";

/** How roles are known where a rule computes who would have been helped. */
export const supportedByRule =
  "Supported, in name alone: every school that the rule picks, from the day the inspection that decided it was published.";

/** What a role rests on, in words. */
export const roleEvidence: Record<string, string> = {
  sponsored_academy: "Opened as a sponsored academy",
  results_before: "Results in the years before",
  no_prior_results: "No earlier results in the files: counted as a member",
  named_in_list: "Named by a list",
  area: "Lies in the area",
  rule: "Computed by a rule from published inspections"
};

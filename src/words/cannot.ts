import type {OutcomeDomain} from "../vocabulary/outcome-domain.ts";
import type {Result} from "../release/results.ts";
import {count, counted} from "../vocabulary/format.ts";
import {describeDisclosure} from "../analysis/evidence/disclosure.ts";

/** What the partnership type and the measure leave open. */
export interface Openness {
  /** What membership rests on, and what that cannot show: of the type. */
  evidence: string;
  domain: OutcomeDomain;
}

type Shown = Pick<
  Result,
  "schools" | "overlapping" | "cohorts" | "scale" | "attrition" | "while_member" | "leave_one_out"
>;

/** What a comparison cannot show, a sentence each, the gravest first. */
export function listCannot(result: Shown, openness: Openness): string[] {
  return [
    "A change that came with joining but not from it, such as a new head or another intake, cannot be separated from what joining added.",
    "Nobody knows how these schools would have changed without joining. If neither schools of the same intake nor schools with the same past show it, the truth may lie outside the range.",
    `Who was a member: ${openness.evidence}`,
    ...[overlapWords(result), gapWords(result), scaleWords(result), lossWords(result), oneWords(result)],
    openness.domain === "behaviour"
      ? "Exclusions of a school in the year it closes are only partly collected, so the year before a change of URN is left out."
      : null,
    result.while_member === null
      ? null
      : "Schools that left again are counted as if they had stayed; those still in are shown beside.",
    describeDisclosure({schools: result.schools, pupils: null}, "published").words,
    "Published averages are of whole schools: which pupils gained or lost cannot be seen."
  ].filter((words): words is string => words !== null);
}

const overlapWords = ({overlapping, schools}: Shown): string | null =>
  overlapping === 0
    ? null
    : `${count(overlapping)} of ${counted(schools, "school")} ${overlapping === 1 ? "was" : "were"} also in another type of partnership on joining: what that added is in these figures too.`;

function gapWords({cohorts}: Shown): string | null {
  const schools = cohorts.filter(({straddles_gap}) => straddles_gap).reduce((sum, cohort) => sum + cohort.schools, 0);
  if (schools === 0) return null;
  return `${counted(schools, "school")} joined so that years without published results lie in between: what happened in them cannot be seen.`;
}

const scaleWords = ({scale}: Shown): string | null =>
  scale === "native"
    ? null
    : "The measure changed over the years: schools are compared by their place among all schools, and the size is stated in the newest unit.";

function lossWords({attrition}: Shown): string | null {
  const [first, last] = [attrition[0]?.schools ?? 0, attrition.at(-1)?.schools ?? 0];
  if (last >= first) return null;
  return `Of ${counted(first, "school")} listed, ${count(first - last)} could not be compared; they may have fared otherwise.`;
}

const oneWords = ({leave_one_out}: Shown): string | null =>
  leave_one_out?.changes_verdict ? "It hangs on one partnership: without it the finding would be another one." : null;

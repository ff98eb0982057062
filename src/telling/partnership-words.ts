import {design} from "../design.ts";
import type {PartnershipOutcome} from "../partnership-notes.ts";
import {findingSentence, findingTitle, type Finding} from "./finding.ts";
import type {MeasureTerms} from "./finding-of.ts";
import {capital, count, counted} from "./format.ts";
import {schoolsOf} from "./schools-of.ts";

/** The title and the sentences on one partnership’s outcome, whose interval comes from made-up partnerships. */
export function partnershipWords(
  outcome: Omit<PartnershipOutcome, "title" | "sentence">,
  {worth, ...measure}: MeasureTerms & {worth: number}
): Pick<PartnershipOutcome, "title" | "sentence"> {
  const finding = findingIn(outcome, {...measure, worth});
  const schools = schoolsOf({role: outcome.role, by: null});
  if (finding === null) {
    if (outcome.absent === null) throw new Error("an outcome has an effect, or a reason why it has none");
    const reason = `${capital(outcome.absent)}${/[.!?]$/.test(outcome.absent) ? "" : "."}`;
    return {
      title: `${capital(schools)}: no result`,
      sentence: `${reason} ${capital(schools)}: ${count(outcome.schools)}.`
    };
  }
  return {
    title: findingTitle(finding),
    sentence: [findingSentence(finding), hillWords(outcome)].filter(Boolean).join(" ")
  };
}

function findingIn(
  outcome: Omit<PartnershipOutcome, "title" | "sentence">,
  {worth, ...measure}: MeasureTerms & {worth: number}
): Finding | null {
  const {effect, verdict, unit, digits, schools, role} = outcome;
  if (effect === null || verdict === null) return null;
  const basis = counted(schools, "school");
  return {
    ...measure,
    effect,
    verdict,
    unit,
    digits,
    worth,
    told_in: null,
    schools: `${schoolsOf({role, by: null})} of this partnership`,
    basis,
    interval: "95% interval from made-up partnerships",
    too_few: {
      title: "too few to say",
      sentence: `Too few to say: ${basis} in 1 partnership. An interval needs at least ${counted(design.fewest_schools, "school")} of a partnership; the schools themselves are shown instead.`
    }
  };
}

/** “16 of 1,000 made-up partnerships of 9 schools moved as far as this one, …”. */
function hillWords({
  placebo,
  schools,
  verdict
}: Pick<PartnershipOutcome, "placebo" | "schools" | "verdict">): string | null {
  if (placebo === null || verdict === "too_few") return null;
  const made = `${count(placebo.as_far)} of ${count(placebo.draws)} made-up partnerships of ${counted(schools, "school")}`;
  return `${made} moved as far as this one, in either direction, by chance alone.`;
}

import {design} from "../design.ts";
import type {PartnershipOutcome} from "../release/partnership-files.ts";
import {findingRulesOut, findingSentence, findingTitle, type Finding} from "./finding.ts";
import {yearsWords, type MeasureTerms} from "./state-finding.ts";
import {capital, count, counted} from "../vocabulary/format.ts";
import {nameSchools} from "./name-schools.ts";

/** The title and the sentences on one partnership’s outcome, whose interval comes from placebo partnerships. */
export function partnershipWords(
  outcome: Omit<PartnershipOutcome, "title" | "sentence">,
  {smallest_effect, ...measure}: MeasureTerms & {smallest_effect: number}
): Pick<PartnershipOutcome, "title" | "sentence"> {
  const finding = makeFinding(outcome, {...measure, smallest_effect});
  const schools = nameSchools({role: outcome.role, by: null});
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
    sentence: [findingSentence(finding), findingRulesOut(finding), placeboWords(outcome), amongWords(outcome)]
      .filter(Boolean)
      .join(" ")
  };
}

function makeFinding(
  {effect, verdict, unit, digits, schools, role, phase, years}: Omit<PartnershipOutcome, "title" | "sentence">,
  {smallest_effect, ...measure}: MeasureTerms & {smallest_effect: number}
): Finding | null {
  if (effect === null || verdict === null) return null;
  const basis = `${phase}: ${counted(schools, "school")}${yearsWords(years)}`;
  return {
    ...measure,
    effect,
    verdict,
    strength: null,
    unit,
    digits,
    smallest_effect,
    stated_in: null,
    schools: `${nameSchools({role, by: null})} of this partnership`,
    of: null,
    basis,
    interval: "95% interval from placebo partnerships",
    detectable: null,
    too_few: {
      title: "too few to say",
      sentence: `Too few to say: ${basis}, in 1 partnership. An interval needs at least ${counted(design.fewest_schools, "school")} of a partnership; the schools themselves are shown instead.`
    }
  };
}

/** How many outcomes were looked at, where one that is clear alone is not among so many. */
function amongWords({verdict, among}: Pick<PartnershipOutcome, "verdict" | "among">): string | null {
  if (verdict !== "of_many" || !among) return null;
  return `It is one of ${count(among.looked_at)} outcomes looked at. Of so many, one may stand out by chance, so nothing is claimed.`;
}

/** “16 of 999 placebo partnerships of 9 schools, …”: of both assumptions the one under which more moved as far. */
function placeboWords({
  placebo,
  schools,
  verdict
}: Pick<PartnershipOutcome, "placebo" | "schools" | "verdict">): string | null {
  if (placebo === null || verdict === "too_few") return null;
  const {same_trend, same_past} = placebo;
  const share = ({as_far, draws}: {as_far: number; draws: number}) => as_far / draws;
  const {as_far, draws} = share(same_trend) > share(same_past) ? same_trend : same_past;
  const drawn = `${count(as_far)} of ${count(draws)} placebo partnerships of ${counted(schools, "school")}`;
  return `By chance alone, ${drawn} moved as far as this one, either way. They are drawn from schools that had not joined.`;
}

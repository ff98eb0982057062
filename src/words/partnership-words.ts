import {design} from "../design.ts";
import {isClaim} from "./claims.ts";
import type {PartnershipOutcome} from "../release/partnership-files.ts";
import {findingRulesOut, findingSentence, findingTitle, type Finding} from "./finding.ts";
import {yearsWords, type MeasureTerms} from "./state-finding.ts";
import {capital, count, counted} from "../vocabulary/format.ts";
import {nameSchools} from "./name-schools.ts";

/** The title and the sentences on one partnership’s outcome, whose interval comes from placebo partnerships. */
export function partnershipWords(
  outcome: Omit<PartnershipOutcome, "title" | "sentence">,
  measure: MeasureTerms
): Pick<PartnershipOutcome, "title" | "sentence"> {
  const finding = makeFinding(outcome, measure);
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
    sentence: [
      findingSentence(finding),
      weakWords(outcome),
      findingRulesOut(finding),
      placeboWords(outcome),
      amongWords(outcome)
    ]
      .filter(Boolean)
      .join(" ")
  };
}

function makeFinding(
  {
    effect,
    verdict,
    strength,
    unit,
    digits,
    smallest_effect,
    schools,
    role,
    phase,
    years
  }: Omit<PartnershipOutcome, "title" | "sentence">,
  measure: MeasureTerms
): Finding | null {
  if (effect === null || verdict === null) return null;
  const basis = `${phase}: ${counted(schools, "school")}${yearsWords(years)}`;
  return {
    ...measure,
    effect,
    verdict,
    strength,
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

/** What each rule of strength takes a step for, of one partnership. */
const nameLost = (): Readonly<Record<string, string>> => ({
  agreement: "estimates under the two assumptions that differ in sign or lie apart",
  size: `one partnership, where ${design.strength.partnerships} are asked for`,
  years: `fewer than ${design.strength.cohorts} joining years, or than ${design.strength.later_years} years since`,
  before: "years before joining that differ already",
  compared: `fewer than ${100 * design.strength.compared} in 100 of its schools compared`,
  membership: "members known from reports alone"
});

/** What took the strength of evidence, where too little is left to say anything. */
function weakWords({verdict, strength_lost}: Pick<PartnershipOutcome, "verdict" | "strength_lost">): string | null {
  if (verdict !== "too_weak") return null;
  const words = nameLost();
  return `Strength of evidence is lost to ${strength_lost.map((rule) => words[rule]).join("; ")}.`;
}

/** How many outcomes were looked at, next to a claim and where one that is clear alone is not among so many. */
function amongWords({verdict, among}: Pick<PartnershipOutcome, "verdict" | "among">): string | null {
  if (!among || !(verdict === "of_many" || isClaim(verdict))) return null;
  if (among.looked_at === 1) return verdict === "of_many" ? "It may be chance, so nothing is claimed." : null;
  const looked = `It is one of ${count(among.looked_at)} outcomes looked at`;
  if (verdict !== "of_many") return `${looked}, and is clear among so many.`;
  return `${looked}. Of so many, one may stand out by chance, so nothing is claimed.`;
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

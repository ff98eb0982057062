import type {SmallestEffect} from "../vocabulary/measure.ts";
import type {Result, Words} from "../release/results.ts";
import {listCannot, type Openness} from "./cannot.ts";
import {findingRulesOut, findingSentence, findingTitle, type Finding} from "./finding.ts";
import {stateFinding, type PartnershipTypeTerms} from "./state-finding.ts";
import {capital, counted, stated} from "../vocabulary/format.ts";
import {excludesHarm} from "./harm.ts";
import {sayHowSure} from "./how-sure.ts";
import {judgePlausibility} from "./plausibility.ts";
import {nameSchools} from "./name-schools.ts";
import {shortest} from "./word-count.ts";

/** What words need next to a result: of its measure, and of what its type leaves open. */
export interface WordContext extends PartnershipTypeTerms, Openness {
  smallest_effect: SmallestEffect;
}

/** All that is said of a result, made from it alone and never stronger than its interval. */
export function writeWords(result: Omit<Result, "words">, wordContext: WordContext): Words {
  const finding = stateFinding(result, wordContext);
  const cannot = listCannot(result, wordContext);
  if (finding === null) return wordsOfNone(result, cannot);
  const {domain, smallest_effect} = wordContext;
  const note = judgePlausibility(finding.effect, {
    domain,
    pupil_sd:
      smallest_effect.pupil_sd === null
        ? null
        : smallest_effect.pupil_sd * (result.smallest_effect.value / smallest_effect.value),
    school_sd: result.sd
  });
  return {
    title: findingTitle(finding),
    sentence: findingSentence(finding),
    ruled_out: withHarm(findingRulesOut(finding), result, finding),
    how_sure: sayHowSure(result, finding.verdict === "too_few" ? null : note),
    cannot
  };
}

function wordsOfNone(result: Omit<Result, "words">, cannot: string[]): Words {
  if (result.absent === null) throw new Error(`${result.id}: neither a result nor a reason why there is none`);
  const schools = nameSchools(result);
  return {
    title: shortest([`${capital(schools)}: no result`]),
    sentence: `${writeSentence(result.absent)}${result.schools === 0 ? "" : ` ${counted(result.schools, "school")} joined in this role.`}`,
    ruled_out: null,
    how_sure: "Nothing is claimed.",
    cannot
  };
}

/** That harm as large as the margin is ruled out is a test of its own, reported to those who ask it: whether giving support cost them. */
function withHarm(
  words: string | null,
  {role, equivalence}: Pick<Result, "role" | "equivalence">,
  finding: Finding
): string | null {
  if (words === null || role !== "supporter" || equivalence === null || finding.verdict !== "unclear") return words;
  const loss = finding.better === "lower" ? finding.effect.high! : -finding.effect.low!;
  if (!excludesHarm(equivalence, finding.better) || equivalence.margin > loss) return words;
  return `${words} Tested on that side alone, so can a worsening of ${stated(equivalence.margin, finding.unit)} or more.`;
}

const writeSentence = (text: string): string => (/[.!?]$/.test(text) ? capital(text) : `${capital(text)}.`);

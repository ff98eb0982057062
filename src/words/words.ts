import type {Worth} from "../vocabulary/measure.ts";
import type {Result, Words} from "../release/results.ts";
import {cannotOf, type Openness} from "./cannot.ts";
import {findingRulesOut, findingSentence, findingTitle, type Finding} from "./finding.ts";
import {findingOf, type KindTerms} from "./finding-of.ts";
import {capital, counted, stated} from "../vocabulary/format.ts";
import {excludesHarm} from "./harm.ts";
import {howSureOf} from "./how-sure.ts";
import {plausibilityOf} from "./plausibility.ts";
import {schoolsOf} from "./schools-of.ts";
import {shortest} from "./word-count.ts";

/** What words need beside a result: of its measure, and of what its kind leaves open. */
export interface Telling extends KindTerms, Openness {
  worth: Worth;
}

/** All that is said of a result, made from it alone and never stronger than its interval. */
export function wordsOf(result: Omit<Result, "words">, telling: Telling): Words {
  const finding = findingOf(result, telling);
  const cannot = cannotOf(result, telling);
  if (finding === null) return wordsOfNone(result, cannot);
  const {line, worth} = telling;
  const note = plausibilityOf(finding.effect, {
    line,
    pupil_sd: worth.pupil_sd === null ? null : worth.pupil_sd * (result.worth.value / worth.value),
    school_sd: result.sd
  });
  return {
    title: findingTitle(finding),
    sentence: findingSentence(finding),
    ruled_out: withHarm(findingRulesOut(finding), result, finding),
    how_sure: howSureOf(result, finding.verdict === "too_few" ? null : note),
    cannot
  };
}

function wordsOfNone(result: Omit<Result, "words">, cannot: string[]): Words {
  if (result.absent === null) throw new Error(`${result.id}: neither a result nor a reason why there is none`);
  const schools = schoolsOf(result);
  return {
    title: shortest([`${capital(schools)}: no result`]),
    sentence: `${sentenceOf(result.absent)}${result.schools === 0 ? "" : ` ${counted(result.schools, "school")} joined in this role.`}`,
    ruled_out: null,
    how_sure: "Nothing is claimed.",
    cannot
  };
}

/** That harm as large as the margin is ruled out is a test of its own, told to those who ask it: whether giving support cost them. */
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

const sentenceOf = (text: string): string => (/[.!?]$/.test(text) ? capital(text) : `${capital(text)}.`);

import type {Direction, Effect, Result, ResultFile, Words} from "../../src/release/results.ts";
import {partnershipTypes} from "../../src/vocabulary/partnership-types/index.ts";
import type {PartnershipOutcome} from "../../src/release/partnership-files.ts";

/** What is true of a result, to compare its words with. */
export interface Facts {
  effect: Pick<Effect, "from" | "to" | "low" | "high"> | null;
  verdict: Direction | null;
  better: "higher" | "lower" | "neither";
  smallest_effect: number;
  /** Decimals of the measure. */
  digits: number;
  schools: number;
  /** Null for one partnership alone. */
  partnerships: number | null;
  /** Names and labels of the publisher, whose words are not ours. */
  names: readonly string[];
  /** What the sentence has to name besides: type, phase, years, strength. */
  basis?: readonly string[];
}

const banned =
  /\b(caus(e|es|ed|ing)|impact(s|ed)?|led to|prov(e|es|ed)|significan(t|ce|tly)|inconclusive|best|worst|top|bottom|rank(s|ed|ing)?)\b/i;
const leagueTable =
  /\bleague|\bout of \d+ partnerships|\bplace[ds]? \d|\d(st|nd|rd|th) of|\bbeat(s|en)?\b|\bahead of (other|all) partnerships|\bwinners?\b/i;

/** What is wrong with any text of ours, whatever it is about. */
export function problemsOfText(text: string, names: readonly string[]): string[] {
  const ours = without(text, names);
  return [
    ...(banned.test(ours) ? [`a banned word: ${banned.exec(ours)![0]}`] : []),
    ...(leagueTable.test(ours) ? [`a league-table phrase: ${leagueTable.exec(ours)![0]}`] : []),
    ...(/(?<![\w/])[-–]£?\d/.test(ours) ? ["a hyphen or dash for a minus sign"] : []),
    ...(/[−+]£?0(\.0+)?(?![\d.])/.test(ours) ? ["a sign before zero"] : []),
    ...(/\b(NaN|undefined|null|Infinity)\b/.test(ours) ? ["a value that is none"] : []),
    ...(/ {2}|\.\.| [.,;]/.test(ours) ? ["stray spaces or stops"] : [])
  ];
}

/** What is wrong with a title: too long, or stronger than the interval. */
export const problemsOfTitle = (title: string, facts: Facts): string[] => [
  ...problemsOfText(title, facts.names),
  ...(title.split(/\s+/).length > 15 ? [`${title.split(/\s+/).length} words in a title`] : []),
  ...problemsOfClaims(title, facts),
  ...problemsOfPrecision(title, facts)
];

/** What is wrong with the sentence of a finding. */
export function problemsOfSentence(sentence: string, facts: Facts): string[] {
  const has = (n: number, one: string) => sentence.includes(`${n.toLocaleString("en-GB")} ${one}${n === 1 ? "" : "s"}`);
  return [
    ...problemsOfText(sentence, facts.names),
    ...(facts.schools === 0 || has(facts.schools, "school") ? [] : ["no count of schools"]),
    ...(facts.partnerships === null || facts.effect === null || has(facts.partnerships, "partnership")
      ? []
      : ["no count of partnerships"]),
    ...(facts.basis ?? [])
      .filter((words) => facts.effect !== null && !sentence.includes(words))
      .map((words) => `does not name ${words}`),
    ...problemsOfClaims(sentence, facts),
    ...problemsOfInterval(sentence, facts),
    ...problemsOfPrecision(sentence, facts)
  ];
}

/** A claim of a side needs its verdict and an interval on that side; one of sameness an interval within the smallest effect of interest; and a clear effect is not hidden. */
export function problemsOfClaims(text: string, {effect, verdict, better, smallest_effect}: Facts): string[] {
  const [low, high] = [effect?.low ?? null, effect?.high ?? null];
  const bounded = low !== null && high !== null;
  const [up, down] = [bounded && low > 0, bounded && high < 0];
  const same =
    bounded && !up && !down && verdict === "same" && low > -2 * smallest_effect && high < 2 * smallest_effect;
  const isClaim = verdict !== null && ["better", "worse", "higher", "lower"].includes(verdict);
  const [good, bad] = better === "higher" ? [up, down] : better === "lower" ? [down, up] : [false, false];
  const tentative =
    /No clear difference: |No difference that matters: |Already changing before joining: |Could be chance: |Too weak to say: /.test(
      text
    );
  const claims: readonly [RegExp, boolean, string][] = [
    [/did better|: better/, isClaim && good, "better"],
    [/did worse|this is worse|which is worse/, isClaim && bad, "worse"],
    [/went up/, isClaim && up, "up"],
    [/went down/, isClaim && down, "down"],
    [/difference that matters|about the same/i, same, "the same"],
    [/Higher is better|Lower is better/, isClaim && better !== "neither", "a side"]
  ];
  const moves: readonly [RegExp, boolean, string][] = [
    [/\bstood [^(]* higher\b/, isClaim && up, "a rise"],
    [/\bstood [^(]* lower\b/, isClaim && down, "a fall"]
  ];
  const untrue = [...claims, ...(tentative ? [] : moves)].filter(([words, holds]) => words.test(text) && !holds);
  const hidden = (up || down) && /no clear difference|difference that matters|too few/i.test(text);
  const quiet = isClaim && bad && /\bstood /.test(text) && !/worse/.test(text);
  const unsaid =
    (verdict === "already" && !/already changing/i.test(text)) || (verdict === "too_weak" && !/too weak/i.test(text));
  return [
    ...untrue.map(([, , what]) => `claims ${what} against its interval`),
    ...(hidden || quiet ? ["hides a clear difference"] : []),
    ...(unsaid ? ["does not say why nothing is claimed"] : [])
  ];
}

/** The sentence prints the interval, and prints it right. */
export function problemsOfInterval(sentence: string, {effect}: Facts): string[] {
  if (effect === null || effect.low === null || effect.high === null || effect.low === effect.high) {
    return /interval [−\d]/.test(sentence) ? ["an interval where there is none"] : [];
  }
  const printed = printedLimits(sentence);
  if (printed === null || !sentence.includes("95% interval")) return ["no interval"];
  return [
    ...(agrees(printed[0], effect.low) ? [] : [`lower limit ${printed[0]} for ${effect.low}`]),
    ...(agrees(printed[1], effect.high) ? [] : [`upper limit ${printed[1]} for ${effect.high}`])
  ];
}

/** Decimals are the measure’s own, and up to two more only for a clear effect that they would print as zero. */
export function problemsOfPrecision(text: string, {effect, digits, names}: Facts): string[] {
  if (effect === null || effect.low === null || effect.high === null) return [];
  const clear = effect.low > 0 || effect.high < 0;
  const most =
    clear && Math.max(Math.abs(effect.from), Math.abs(effect.to)) < 0.5 * 10 ** -digits ? digits + 2 : digits;
  const ours = without(text, names)
    .replace(/a change of £?[\d.,]+/i, "")
    .replace(/It is less than the smallest effect of interest, .*?\.(?= |$)/, "");
  const precise = [...ours.matchAll(/\d[\d,]*\.(\d+)/g)].filter(([, decimals]) => decimals.length > most);
  return precise.map(([number]) => `false precision: ${number}`);
}

/** What is said to be ruled out lies outside the interval, and on the side that it is said of. */
export function problemsOfRuledOut(text: string | null, facts: Facts): string[] {
  if (text === null) return [];
  const {effect, better, smallest_effect} = facts;
  if (effect === null || effect.low === null || effect.high === null) return ["rules out without an interval"];
  const {low, high} = effect;
  const [gain, loss] = better === "lower" ? [-low, high] : [high, -low];
  const sides: readonly [RegExp, number, string][] = [
    [/(?:improvement|rise) (of more than|as large as) £?([\d.,]+)/, gain, "improvement"],
    [/(?:so can a worsening|a fall) (of more than|as large as) £?([\d.,]+)/, loss, "worsening"]
  ];
  const wrong = sides.flatMap(([pattern, limit, what]) => {
    const found = pattern.exec(text);
    if (!found) return [];
    const size = readValue(found[2]);
    const holds = found[1] === "as large as" ? size >= limit : size >= limit - halfStep(found[2]);
    return holds ? [] : [`an ${what} of ${found[2]} is not ruled out: the limit is ${limit}`];
  });
  const either = /(?<=^|\. )A change of £?([\d.,]+)/.exec(text);
  const inside =
    !either ||
    (low > -smallest_effect && high < smallest_effect && Math.abs(readValue(either[1]) - smallest_effect) < 1e-9);
  return [...problemsOfText(text, facts.names), ...wrong, ...(inside ? [] : ["a change either way is not ruled out"])];
}

/** All that is wrong with the words of a result, each with the text that it is in. */
export const findProblems = ({title, sentence, ruled_out, how_sure, cannot}: Words, facts: Facts): string[] => [
  ...reported(title, problemsOfTitle(title, facts)),
  ...reported(sentence, problemsOfSentence(sentence, facts)),
  ...reported(ruled_out ?? "", problemsOfRuledOut(ruled_out, facts)),
  ...[how_sure, ...cannot].flatMap((text) => reported(text, problemsOfText(text, facts.names))),
  ...(cannot.length ? [] : ["nothing is said of what cannot be shown"])
];

/** The same of a result of a release. */
export const problemsOfResult = (
  result: Result,
  measure: {better: Facts["better"]; names: readonly string[]}
): string[] =>
  findProblems(result.words, {
    ...result,
    ...measure,
    smallest_effect: result.smallest_effect.value,
    names: listNames(result, measure.names),
    basis: describeBasis(result)
  });

/** The same of a file of a release, with what stands over it. */
export function problemsOfFile(
  file: ResultFile,
  measure: {better: Facts["better"]; names: readonly string[]}
): string[] {
  const names = file.results.flatMap((result) => listNames(result, measure.names));
  const titled = file.title.split(/\s+/).length > 15 ? ["too many words in a title"] : [];
  return [
    ...reported(file.title, [...problemsOfText(file.title, names), ...titled]),
    ...reported(file.summary, problemsOfSummary(file, names)),
    ...file.results.flatMap((result) => problemsOfResult(result, measure).map((problem) => `${result.id}: ${problem}`))
  ];
}

/** The same of what one partnership’s schools did. */
export function problemsOfOutcome(
  outcome: PartnershipOutcome,
  {smallest_effect, ...measure}: {better: Facts["better"]; smallest_effect: number; names: readonly string[]}
): string[] {
  const facts: Facts = {...outcome, ...measure, smallest_effect, partnerships: null};
  return [
    ...reported(outcome.title, problemsOfTitle(outcome.title, facts)),
    ...reported(outcome.sentence, problemsOfSentence(outcome.sentence, facts))
  ];
}

function problemsOfSummary({summary, results}: ResultFile, names: readonly string[]): string[] {
  const clear = results.filter(({by, effect}) => by === null && effect !== null && effect.low !== null);
  return [
    ...problemsOfText(summary, names),
    ...(clear.length && !summary.includes("95% interval") ? ["no interval"] : []),
    ...results
      .filter(({by}) => by === null)
      .filter(({schools}) => !summary.includes(`${schools.toLocaleString("en-GB")} school`))
      .map(({role}) => `no count of ${role} schools`)
  ];
}

function describeBasis({partnership_type, phase, years, strength}: Result): string[] {
  const label = partnershipTypes[partnership_type]?.label ?? partnership_type;
  const ends = years === null ? [] : [`${years[0] - 1}/${String(years[0] % 100).padStart(2, "0")}`];
  return [label, phase, ...ends, ...(strength === null ? [] : [`strength of evidence: ${strength.replace("_", " ")}`])];
}

const listNames = ({stated_in, by}: Result, names: readonly string[]): string[] =>
  [...names, stated_in?.label ?? "", by?.label ?? ""].filter((name) => name !== "");

const reported = (text: string, problems: string[]): string[] => problems.map((problem) => `${problem} in “${text}”`);

const without = (text: string, names: readonly string[]): string =>
  names.reduce((left, name) => (name === "" ? left : left.replaceAll(name, "…")), text);

/** “interval 0.7 to 3.1”. */
function printedLimits(sentence: string): [string, string] | null {
  const usual = /interval[^()]*? (just (?:above|below) 0|−?[\d.,]+) to (just (?:above|below) 0|−?[\d.,]+)[;)]/.exec(
    sentence
  );
  return usual && [usual[1], usual[2]];
}

/** Whether a printed limit is the true one, as far as its figures go. */
function agrees(text: string, truth: number): boolean {
  if (/just above/.test(text)) return truth > 0;
  if (/just below/.test(text)) return truth < 0;
  const size = findSize(text);
  return Math.abs((text.startsWith("−") ? -size : size) - truth) <= halfStep(findFigure(text));
}

/** Half of the last place printed. */
function halfStep(figure: string): number {
  const decimals = figure.split(".")[1]?.length ?? 0;
  return 0.5 * 10 ** -decimals * (1 + 1e-6) + 1e-12;
}

const findFigure = (text: string): string => /[\d.,]*\d/.exec(text)?.[0] ?? "0";
const findSize = (text: string): number => readValue(findFigure(text));
const readValue = (figure: string): number => Number(figure.replaceAll(",", ""));

import type {Role} from "../vocabulary/role.ts";
import type {Direction, Result} from "../release/results.ts";
import {stood, scaleWords} from "./finding.ts";
import {basisOf, findingOf, type KindTerms} from "./finding-of.ts";
import {capital, counted, digitsOf, limits} from "../vocabulary/format.ts";
import {schoolsOf} from "./schools-of.ts";
import {strengthWords} from "./strength-words.ts";
import {shortest} from "./word-count.ts";

const order: readonly Role[] = ["supported", "supporter", "member"];

type Summed = Omit<Result, "words">;

/** The roles of one choice in a sentence each, for the top of a page; subgroups are left out. */
export function summaryOf(results: readonly Summed[], terms: KindTerms): string {
  const sentences: string[] = [];
  let goesOn = false;
  for (const result of wholes(results)) {
    sentences.push(summed(result, {...terms, goesOn}));
    goesOn ||= result.effect !== null && result.verdict !== null && result.verdict !== "too_few";
  }
  return sentences.join(" ");
}

/** The same as a title of at most 15 words: “Supported schools did better than expected; supporter schools did about as expected”. */
export function titleOf(results: readonly Summed[]): string {
  const told = wholes(results).filter(({verdict}) => verdict !== null && verdict !== "too_few");
  if (!told.length) return "Too few schools to say, or nothing to compare them with";
  const long = told.map((result) => `${schoolsOf(result)} ${did[result.verdict!]}`);
  const short = told.map(({role, verdict}) => `${role}, ${brief[verdict!]}`);
  return shortest([capital(long.join("; ")), `Beside expected change: ${short.join("; ")}`]);
}

const wholes = (results: readonly Summed[]): Summed[] =>
  order.flatMap((role) => results.filter((result) => result.role === role && result.by === null));

function summed(result: Summed, {goesOn, ...terms}: KindTerms & {goesOn: boolean}): string {
  const schools = schoolsOf(result);
  const finding = findingOf(result, terms);
  const of = goesOn ? basisOf(result) : `${terms.kind_label}, ${result.phase}: ${basisOf(result)}`;
  const strength = result.strength && strengthWords(result.strength);
  if (finding === null) return `There is no result for ${schools} (${counted(result.schools, "school")}).`;
  if (finding.verdict === "too_few") return `Too few ${schools} to say (${[of, strength].filter(Boolean).join("; ")}).`;
  const {effect, unit, verdict, told_in} = finding;
  const printed = {unit, digits: digitsOf(effect, finding.digits)};
  const interval = `${goesOn ? "" : "95% interval "}${limits(effect, printed.digits)}`;
  const sure = `(${[interval, of, strength].filter(Boolean).join("; ")})`;
  const what = goesOn ? `in ${schools} it` : `the ${terms.subject}${scaleWords(told_in)} in ${schools}`;
  const compared = goesOn ? what : `compared with what was expected of them, ${what}`;
  const worse = verdict === "worse" ? ", which is worse," : "";
  return `${capital(`${before[verdict]}${compared}`)} ${stood(effect, printed)}${worse} ${sure}.`;
}

const before: Readonly<Record<Direction, string>> = {
  better: "",
  worse: "",
  higher: "",
  lower: "",
  same: "no difference that matters: ",
  unclear: "no clear difference: ",
  already: "already changing before joining: ",
  of_many: "could be chance: ",
  too_weak: "too weak to say: ",
  too_few: ""
};

const did: Readonly<Record<Direction, string>> = {
  better: "did better than expected",
  worse: "did worse than expected",
  higher: "went up against what was expected",
  lower: "went down against what was expected",
  same: "did about as expected",
  unclear: "did not clearly differ from what was expected",
  already: "were already changing before joining",
  of_many: "moved no further than one outcome of many may by chance",
  too_weak: "show too weak evidence to say",
  too_few: "were too few"
};

const brief: Readonly<Record<Direction, string>> = {
  better: "better",
  worse: "worse",
  higher: "up",
  lower: "down",
  same: "about the same",
  unclear: "not clearly different",
  already: "already changing",
  of_many: "could be chance",
  too_weak: "too weak",
  too_few: "too few"
};

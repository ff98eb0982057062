import type {Role} from "../vocabulary/role.ts";
import type {Direction, Result} from "../release/results.ts";
import {stood, scaleWords} from "./finding.ts";
import {describeBasis, stateFinding, type PartnershipTypeTerms} from "./state-finding.ts";
import {capital, counted, chooseDigits, limits} from "../vocabulary/format.ts";
import {nameSchools} from "./name-schools.ts";
import {strengthWords} from "./strength-words.ts";
import {shortest} from "./word-count.ts";

const order: readonly Role[] = ["supported", "supporter", "member"];

type Summed = Omit<Result, "words">;

/** The roles of one choice in a sentence each, for the top of a page; subgroups are left out. */
export function summarise(results: readonly Summed[], terms: PartnershipTypeTerms): string {
  const sentences: string[] = [];
  let goesOn = false;
  for (const result of wholes(results)) {
    sentences.push(summed(result, {...terms, goesOn}));
    goesOn ||= result.effect !== null && result.verdict !== null && result.verdict !== "too_few";
  }
  return sentences.join(" ");
}

/** The same as a title of at most 15 words: “Supported schools did better than expected; supporter schools did about as expected”. */
export function writeTitle(results: readonly Summed[]): string {
  const reported = wholes(results).filter(({verdict}) => verdict !== null && verdict !== "too_few");
  if (!reported.length) return "Too few schools to say, or nothing to compare them with";
  const long = reported.map((result) => `${nameSchools(result)} ${did[result.verdict!]}`);
  const short = reported.map(({role, verdict}) => `${role}, ${brief[verdict!]}`);
  return shortest([capital(long.join("; ")), `Beside expected change: ${short.join("; ")}`]);
}

const wholes = (results: readonly Summed[]): Summed[] =>
  order.flatMap((role) => results.filter((result) => result.role === role && result.by === null));

function summed(result: Summed, {goesOn, ...terms}: PartnershipTypeTerms & {goesOn: boolean}): string {
  const schools = nameSchools(result);
  const finding = stateFinding(result, terms);
  const of = goesOn ? describeBasis(result) : `${terms.type_label}, ${result.phase}: ${describeBasis(result)}`;
  const strength = result.strength && strengthWords(result.strength);
  if (finding === null) return `There is no result for ${schools} (${counted(result.schools, "school")}).`;
  if (finding.verdict === "too_few") return `Too few ${schools} to say (${[of, strength].filter(Boolean).join("; ")}).`;
  const {effect, unit, verdict, stated_in} = finding;
  const printed = {unit, digits: chooseDigits(effect, finding.digits)};
  const interval = `${goesOn ? "" : "95% interval "}${limits(effect, printed.digits)}`;
  const sure = `(${[interval, of, strength].filter(Boolean).join("; ")})`;
  const what = goesOn ? `in ${schools} it` : `the ${terms.subject}${scaleWords(stated_in)} in ${schools}`;
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

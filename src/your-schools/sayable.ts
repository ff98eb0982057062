import type {PartnershipOutcome} from "../release/partnership-files.ts";
import {academicYear, capital, counted, chooseDigits, span} from "../vocabulary/format.ts";
import {isClaim} from "../words/claims.ts";
import {strengthWords} from "../words/strength-words.ts";

/** Sentences that may be said to an inspector or a parent, and those that may not, in words of every day. */
export interface Sayable {
  /** What stands first: the answer in a sentence or two. */
  lead: string;
  may: string[];
  doNot: string[];
}

/** What the sentences need to know of a measure: after “the”, and which way is better. */
export type MeasureTerms = Readonly<Record<string, {subject: string; better: "higher" | "lower" | "neither"}>>;

/** What the outcomes of one partnership allow to be said, and what they do not; similar schools only where any are named. */
export function sayable(
  outcomes: readonly PartnershipOutcome[],
  measures: MeasureTerms,
  {hasSimilar = true} = {}
): Sayable {
  const seen = outcomes.filter(({effect}) => effect !== null);
  const claims = seen.filter(({verdict}) => verdict !== null && isClaim(verdict));
  return {
    lead: writeLead(seen, claims),
    may: [
      ...writeMaySay(seen, claims, measures),
      `Each school’s published results, beside all schools${hasSimilar ? " and schools like it" : ""}, are shown here.`,
      "These figures come from published data, and anyone can check them."
    ],
    doNot: writeDoNotSay(seen, claims, measures)
  };
}

const looked = (n: number): string => `We looked at ${counted(n, "outcome")}.`;

const countWeak = (seen: readonly PartnershipOutcome[]): number =>
  seen.filter(({verdict}) => verdict === "too_weak").length;

/** Of how many outcomes nothing can be said, because too little speaks for the comparison. */
const sayWeak = (weak: number, seen: number): string[] =>
  weak === 0
    ? []
    : [`The evidence on ${seen === 1 ? "it" : `${weak === seen ? "all" : weak} of them`} is too weak to say anything.`];

function writeLead(seen: readonly PartnershipOutcome[], claims: readonly PartnershipOutcome[]): string {
  if (seen.length === 0) {
    return "We cannot say what joining added for these schools. What was published for each of them is shown instead.";
  }
  const weak = countWeak(seen);
  if (claims.length === 0) {
    const rest = weak === 0 ? "None" : "None of the rest";
    return [
      looked(seen.length),
      ...sayWeak(weak, seen.length),
      ...(weak < seen.length ? [`${rest} shows a change that chance could not explain.`] : []),
      "That does not mean nothing changed."
    ].join(" ");
  }
  const [better, worse, other] = [["better"], ["worse"], ["higher", "lower"]].map(
    (verdicts) => claims.filter(({verdict}) => verdicts.includes(verdict!)).length
  ) as [number, number, number];
  const parts = [
    better && `${counted(better, "outcome")} went better than expected`,
    worse && `${counted(worse, "outcome")} went worse than expected`,
    other && `${counted(other, "outcome")} moved more than expected`
  ].filter((part) => part !== 0);
  const rest = seen.length > claims.length ? " Nothing is claimed of the rest." : "";
  return `${looked(seen.length)} ${capital(parts.join(", and "))}.${rest}`;
}

function writeMaySay(
  seen: readonly PartnershipOutcome[],
  claims: readonly PartnershipOutcome[],
  measures: MeasureTerms
): string[] {
  const reported = claims.map((outcome) => {
    const {effect, unit, digits, years, schools, verdict, role, phase, strength} = outcome;
    const printed = {unit, digits: chooseDigits(effect!, digits)};
    const sizes = [Math.abs(effect!.from), Math.abs(effect!.to)].sort((a, b) => a - b) as [number, number];
    const way = effect!.from + effect!.to > 0 ? "higher" : "lower";
    const side = verdict === "better" || verdict === "worse" ? ` That is ${verdict}.` : "";
    const sure = strength === null ? "" : ` The ${strengthWords(strength).replace(":", " is")}.`;
    return `In our ${counted(schools, `${role} ${phase} school`)}, the ${measures[outcome.measure].subject} was ${span(sizes[0], sizes[1], printed)} ${way} than expected${yearsWords(years)}.${side}${sure}`;
  });
  const weak = countWeak(seen);
  const some = claims.length > 0 ? counted(claims.length, "outcome") : weak > 0 ? "None of the rest" : "None";
  const moved = weak < seen.length ? [`${some} moved further than chance would explain.`] : [];
  const controlled = seen.length ? [[looked(seen.length), ...sayWeak(weak, seen.length), ...moved].join(" ")] : [];
  return [...reported, ...controlled];
}

function writeDoNotSay(
  seen: readonly PartnershipOutcome[],
  claims: readonly PartnershipOutcome[],
  measures: MeasureTerms
): string[] {
  const unsure = seen.filter(({verdict}) => verdict !== null && ["unclear", "of_many", "too_weak"].includes(verdict));
  const already = seen.filter(({verdict}) => verdict === "already");
  const nameOutcomes = (outcomes: readonly PartnershipOutcome[]) => measures[outcomes[0].measure].subject;
  return [
    claims.length ? "The partnership caused this." : "The partnership made no difference.",
    claims.length ? "Every school in it gained." : "The partnership raised standards.",
    ...(unsure.length ? [`The ${nameOutcomes(unsure)} changed because of the partnership.`] : []),
    ...(already.length ? [`The ${nameOutcomes(already)} changed once schools joined. It was changing before.`] : []),
    "We did better than another partnership. These figures do not rank anybody."
  ];
}

const yearsWords = (years: PartnershipOutcome["years"]): string => {
  if (years === null) return "";
  const [first, last] = years.map(academicYear);
  return first === last ? `, in ${first}` : `, from ${first} to ${last}`;
};

import type {Role} from "../release.ts";
import type {Direction, Result} from "../results.ts";
import {moved} from "./finding.ts";
import {findingOf, type MeasureTerms} from "./finding-of.ts";
import {academicYear, capital, counted, digitsOf, limits} from "./format.ts";
import {schoolsOf} from "./schools-of.ts";
import {shortest} from "./word-count.ts";

const order: readonly Role[] = ["supported", "supporter", "member"];

type Summed = Omit<Result, "words">;

/** The roles of one choice in a sentence each, for the top of a page; subgroups are left out. */
export function summaryOf(results: readonly Summed[], terms: MeasureTerms): string {
  const sentences: string[] = [];
  for (const result of wholes(results)) {
    sentences.push(summed(result, {...terms, goesOn: sentences.some((text) => text.startsWith("Compared"))}));
  }
  return sentences.join(" ");
}

/** The same as a title of at most 15 words: “Supported schools did better than similar schools; supporter schools did about the same”. */
export function titleOf(results: readonly Summed[]): string {
  const told = wholes(results).filter(({verdict}) => verdict !== null && verdict !== "too_few");
  if (!told.length) return "Too few schools to say, or nothing to compare them with";
  const long = told.map(
    (result, i) => `${schoolsOf(result)} ${did[result.verdict!]}${i === 0 ? beside[result.verdict!] : ""}`
  );
  const short = told.map(({role, verdict}) => `${role}, ${brief[verdict!]}`);
  return shortest([capital(long.join("; ")), `Beside similar schools: ${short.join("; ")}`]);
}

const wholes = (results: readonly Summed[]): Summed[] =>
  order.flatMap((role) => results.filter((result) => result.role === role && result.by === null));

function summed(result: Summed, {subject, better, goesOn}: MeasureTerms & {goesOn: boolean}): string {
  const schools = schoolsOf(result);
  const basis = counted(result.schools, "school");
  const finding = findingOf(result, {subject, better});
  if (finding === null) return `There is no result for ${schools} (${basis}).`;
  if (finding.verdict === "too_few") {
    return `Too few ${schools} to say (${basis} in ${counted(result.partnerships, "partnership")}).`;
  }
  const {effect, unit, verdict, told_in} = finding;
  const digits = digitsOf(effect, finding.digits);
  const sure = `(${goesOn ? "" : "95% interval "}${limits(effect, digits)}; ${basis})`;
  const told = told_in === null ? "" : ` (told as ${told_in.label}, ${academicYear(told_in.year)})`;
  const worse = verdict === "worse" ? ", which is worse" : "";
  if (verdict === "same" || verdict === "unclear") {
    const none = verdict === "same" ? "no difference that matters" : "no clear difference";
    return goesOn
      ? `In ${schools} there was ${none} ${sure}.`
      : `Compared with similar schools, there was ${none} in the ${subject}${told} in ${schools} ${sure}.`;
  }
  return goesOn
    ? `In ${schools} it ${moved(effect.value, {unit, digits})}${worse} ${sure}.`
    : `Compared with similar schools, the ${subject}${told} ${moved(effect.value, {unit, digits})} in ${schools}${worse} ${sure}.`;
}

const did: Readonly<Record<Direction, string>> = {
  better: "did better",
  worse: "did worse",
  higher: "went up",
  lower: "went down",
  same: "did about the same",
  unclear: "did not clearly differ",
  too_few: "were too few"
};

const beside: Readonly<Record<Direction, string>> = {
  better: " than similar schools",
  worse: " than similar schools",
  higher: " against similar schools",
  lower: " against similar schools",
  same: " as similar schools",
  unclear: " from similar schools",
  too_few: ""
};

const brief: Readonly<Record<Direction, string>> = {
  better: "better",
  worse: "worse",
  higher: "up",
  lower: "down",
  same: "about the same",
  unclear: "not clearly different",
  too_few: "too few"
};

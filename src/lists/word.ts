import {nearestName} from "../published-files/closest-names.ts";
import {plainName} from "../published-files/recognise.ts";
import {read, refused, type Reading} from "./problem.ts";

/**
 * A cell that must be one of a few words, exactly as written. Another word is refused with the one it is meant for, where
 * that is known (`words` gives with each what people write instead) or likely. Null, without a finding, where it is empty.
 */
export function readWord<T extends string>(
  text: string,
  words: Readonly<Record<T, readonly string[]>>,
  what: string
): Reading<T> {
  const choices = Object.keys(words) as T[];
  if (text === "") return read<T>(null);
  const exact = choices.find((choice) => choice === text);
  if (exact) return read(exact);
  const meant = meantBy(text, words);
  const fix = meant ? `if you mean ${meant}, write ${meant}; otherwise one of` : "write one of";
  const others = choices
    .filter((choice) => choice !== meant)
    .map((choice) => sayChoice(choice, words[choice]))
    .join(", ");
  return refused(`unknown_${what.replaceAll(" ", "_")}`, `“${text}” is no ${what}`, `${fix} ${others}`);
}

/** A letter says nothing by itself. */
const sayChoice = (choice: string, [first]: readonly string[]): string =>
  choice.length === 1 && first ? `${choice} (a ${first})` : choice;

const meantBy = (text: string, words: Readonly<Record<string, readonly string[]>>): string | undefined => {
  const plain = plainName(text.replaceAll(/[_-]/g, " "));
  const other = Object.entries(words).find(([word, others]) =>
    [word.toLowerCase().replaceAll("_", " "), ...others].includes(plain)
  );
  return other?.[0] ?? nearestName(text.replaceAll(" ", "_"), Object.keys(words));
};

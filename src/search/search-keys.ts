import {findShard} from "../release/shard.ts";
import type {SchoolRow} from "../release/partnership-files.ts";
import {genericWords} from "./generic-words.ts";
import {plainText} from "./plain-text.ts";
import {findForm, solidText} from "./search-form.ts";

/** The file of schools whose whole name is of generic words. */
export const GENERIC = "generic";

/** Files under search/ besides that one: as many for any release, so that nothing need say how many. */
const FILES = 128;

/** The names of all files under search/: each is there, whether or not it holds a school. */
export const listNames = (): string[] => [...Array(FILES).keys()].map(String).concat(GENERIC);

const generic = new Set(genericWords);

/** The file that a key is in: several keys share one. */
const findFile = (key: string): string => findShard(key, FILES);

const byNumber = (number: string): string => `#${number.slice(0, 3)}`;
const byStart = (text: string): string => text.slice(0, 2);

/**
 * The files of the index that a row is in: one for the first two letters of each word of its name, town and authority
 * that is not generic, and of its postcode, and for the first three digits of each of its numbers.
 */
export function listFiles({urn, name, authority, postcode, town, laestab}: SchoolRow): Set<string> {
  const named = split(plainText(name));
  const words = [...named, ...split(plainText(`${town} ${authority}`))].filter((word) => !generic.has(word));
  const keys = [...words, solidText(postcode)].filter(Boolean).map(byStart);
  const numbers = [String(urn), laestab].filter(Boolean).map(byNumber);
  const files = new Set([...keys, ...numbers].map(findFile));
  return named.every((word) => generic.has(word)) ? files.add(GENERIC) : files;
}

/** The files that hold every school that a search finds; the generic one alone where the search singles out none. */
export function chooseFiles(search: string): string[] {
  const plain = plainText(search);
  switch (findForm(plain)) {
    case "urns":
      return [...new Set(split(plain).map((urn) => findFile(byNumber(urn))))];
    case "laestab":
    case "urn":
      return [findFile(byNumber(solidText(plain)))];
    case "postcode":
      return [findFile(byStart(solidText(plain)))];
    case "words": {
      const telling = split(plain).filter(
        (word) => word.length > 1 && !genericWords.some((one) => one.startsWith(word))
      );
      const [longest] = telling.sort((a, b) => b.length - a.length);
      return [longest === undefined ? GENERIC : findFile(byStart(longest))];
    }
  }
}

const split = (plain: string): string[] => plain.split(" ").filter(Boolean);

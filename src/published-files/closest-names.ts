import {plainName} from "./recognise.ts";

/** The names of a header most like a wanted one, best first: by the share of letter pairs they have in common. */
export function closestNames(wanted: string, header: readonly string[], count: number): string[] {
  const pairs = listPairs(wanted);
  return header
    .map((name) => ({name, similarity: similarity(pairs, listPairs(name))}))
    .filter((found) => found.similarity > 0)
    .sort((a, b) => b.similarity - a.similarity)
    .slice(0, count)
    .map(({name}) => name);
}

/** As little alike, two names are no longer taken for one written wrong. */
const ALIKE = 0.4;

/** The name that another was probably meant to be: the most like it, undefined where none is much like it. */
export const nearestName = (wanted: string, names: readonly string[]): string | undefined =>
  closestNames(wanted, names, 1).find((name) => areAlike(wanted, name));

/** Whether two names share so many letter pairs that one may be the other written wrong. */
export const areAlike = (a: string, b: string): boolean => similarity(listPairs(a), listPairs(b)) >= ALIKE;

const listPairs = (name: string): Set<string> => {
  const plain = plainName(name);
  return new Set(Array.from({length: Math.max(0, plain.length - 1)}, (_, i) => plain.slice(i, i + 2)));
};

/** Dice’s coefficient: twice the pairs in common, out of all pairs of both. */
const similarity = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  a.size + b.size === 0 ? 0 : (2 * [...a].filter((pair) => b.has(pair)).length) / (a.size + b.size);

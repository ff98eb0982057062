import {areAlike} from "../published-files/closest-names.ts";

/** Words that so many schools are called by that they distinguish none from another. */
const common = new Set(
  (
    "school academy college primary secondary infant infants junior juniors nursery first middle upper lower high " +
    "grammar special free studio community foundation voluntary aided controlled va vc church of england ce c e cofe " +
    "catholic roman rc and the for st saint saints girls boys sixth form centre all through trust"
  ).split(" ")
);

/**
 * Whether two names may be of one school: they have a word in common that is not one of the common ones, or what is left
 * without those is spelled alike. Names of nothing but common words are compared whole.
 */
export function mayBeOneSchool(name: string, other: string): boolean {
  const [a, b] = [distinguishingWords(name), distinguishingWords(other)];
  if (a.length === 0 || b.length === 0) return areAlike(name, other);
  return a.some((word) => b.includes(word)) || areAlike(a.join(" "), b.join(" "));
}

const distinguishingWords = (name: string): string[] =>
  name
    .toLowerCase()
    .replaceAll(/['’.]/g, "")
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== "" && !common.has(word));

const SHORT: readonly (readonly [RegExp, string])[] = [
  [/&/g, " and "],
  [/\bc(?:hurch)? of e(?:ngland)?\b|\bcofe\b|\bc e\b/g, "ce"],
  [/\broman catholic\b|\br c\b/g, "rc"],
  [/\bsaint\b/g, "st"],
  [/\bvoluntary aided\b|\bv a\b/g, "va"],
  [/\bvoluntary controlled\b|\bv c\b/g, "vc"]
];

/** A name as it is compared with the register’s, letter by letter: small letters, without marks, “C of E” and “Saint” shortened. */
export const sameName = (name: string): string =>
  SHORT.reduce(
    (text, [long, short]) => text.replaceAll(long, short),
    name
      .normalize("NFD")
      .replaceAll(/\p{M}/gu, "")
      .toLowerCase()
      .replaceAll(/['’]/g, "")
      .replaceAll(/[^a-z0-9&]+/g, " ")
  )
    .replaceAll(/\s+/g, " ")
    .trim();

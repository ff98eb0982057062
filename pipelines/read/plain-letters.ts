/** Letters of other alphabets that look like one of ours, and what they look like. */
const ALIKE: Readonly<Record<string, string>> = {
  ...pairs("АВЕКМНОРСТУХІЅЈԚԜ", "ABEKMHOPCTYXISJQW"),
  ...pairs("аеорсухіѕјԛԝ", "aeopcyxisjqw"),
  ...pairs("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX"),
  ...pairs("ονρ", "ovp")
};

function pairs(from: string, to: string): Record<string, string> {
  return Object.fromEntries([...from].map((letter, i) => [letter, to[i] ?? letter]));
}

/** A name without what cannot be seen in it, its letters of one width. */
export const withoutUnseen = (name: string): string =>
  name
    .normalize("NFKC")
    .replaceAll(/\p{Cf}/gu, "")
    .replaceAll(/\s+/g, " ")
    .trim();

/** A name as it looks: without accents, quotation marks and what cannot be seen, letters of other alphabets as those they look like. */
export const asItLooks = (name: string): string =>
  withoutUnseen(name)
    .normalize("NFD")
    .replaceAll(/[\p{M}'"‘’“”´`]/gu, "")
    .replaceAll(/[^\x20-\x7e]/g, (letter) => ALIKE[letter] ?? letter)
    .trim()
    .toLowerCase();

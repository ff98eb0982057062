/** Signs that take no room, by what they are called: copied from web pages and documents with what stands beside them. */
const names: Readonly<Record<string, string>> = {
  "\u00ad": "soft hyphen",
  "\u200b": "zero-width space",
  "\u200c": "zero-width non-joiner",
  "\u200d": "zero-width joiner",
  "\u200e": "left-to-right mark",
  "\u200f": "right-to-left mark",
  "\u202a": "left-to-right embedding",
  "\u202b": "right-to-left embedding",
  "\u202c": "end of an embedding",
  "\u202d": "left-to-right override",
  "\u202e": "right-to-left override",
  "\u2060": "word joiner",
  "\u2066": "left-to-right isolate",
  "\u2067": "right-to-left isolate",
  "\u2068": "first strong isolate",
  "\u2069": "end of an isolate",
  "\ufeff": "byte-order mark"
};

const unseen = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/** The first sign of a text that nobody can see, by name and number, such as “zero-width space (U+200B)”; null if there is none. */
export function findUnseen(text: string): string | null {
  const sign = text.match(unseen)?.[0];
  if (sign === undefined) return null;
  const number = sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
  return `${names[sign]} (U+${number})`;
}

/** A text without the signs that nobody can see. */
export const withoutUnseen = (text: string): string => text.replaceAll(unseen, "");

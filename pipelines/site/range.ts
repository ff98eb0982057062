/** Bytes of a file, the first and the last counted from 0. */
export interface Range {
  first: number;
  last: number;
}

/**
 * The one range of bytes that a header asks for; null where the whole file is to be sent, because it asks for none, for
 * several or for nothing that is a range; “none” where the file has no such bytes (RFC 9110, §14.1.2).
 */
export function readRange(header: string | undefined, size: number): Range | "none" | null {
  const [, from = "", to = ""] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? "") ?? [];
  if (from === "" && to === "") return null;
  if (from === "")
    return Number(to) === 0 || size === 0 ? "none" : {first: Math.max(0, size - Number(to)), last: size - 1};
  const first = Number(from);
  if (to !== "" && Number(to) < first) return null;
  if (first >= size) return "none";
  return {first, last: to === "" ? size - 1 : Math.min(Number(to), size - 1)};
}

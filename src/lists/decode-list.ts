/**
 * The text of a list that somebody keeps by hand: UTF-16 where its first bytes say so or every other byte is zero, UTF-8
 * where the bytes allow it, otherwise windows-1252. What is no text is decoded all the same: `notAList` says what it is.
 */
export function decodeList(bytes: Uint8Array): string {
  const wide = findWideEncoding(bytes);
  if (wide !== null) return new TextDecoder(wide).decode(bytes);
  try {
    return new TextDecoder("utf-8", {fatal: true, ignoreBOM: true}).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    // stream: true, because Node 20 otherwise decodes windows-1252 as Latin-1 and loses “ ” and –.
    return new TextDecoder("windows-1252").decode(bytes, {stream: true});
  }
}

/** Bytes that are looked at where no mark says that a letter has two of them. */
const LOOKED_AT = 200;

/** In which order a text of two bytes a letter has them; null if it is none. */
export function findWideEncoding(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const first = bytes.subarray(0, Math.min(LOOKED_AT, bytes.length & ~1));
  const countZeros = (from: 0 | 1) => first.filter((byte, i) => i % 2 === from && byte === 0).length;
  const [even, odd] = [countZeros(0), countZeros(1)];
  if (first.length === 0 || Math.max(even, odd) < 0.4 * first.length) return null;
  if (even === 0) return "utf-16le";
  return odd === 0 ? "utf-16be" : null;
}

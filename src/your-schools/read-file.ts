import {decodeList} from "../lists/decode-list.ts";
import {notAList} from "../lists/not-a-list.ts";
import type {ReadSheet} from "./read-workbook.ts";
import {findTooMuch} from "./too-much.ts";

/** What a file that somebody chose holds: the sheet that names most schools first. Or why it cannot be used. */
export type ReadFile = {sheets: [ReadSheet, ...ReadSheet[]]} | {problem: string};

/** No list of schools that people keep is bigger. */
const MOST_BYTES = 5_000_000;

/**
 * Reads a file as people keep lists in: text in any of the usual encodings, or an Excel workbook, whose reader is fetched
 * only then. Never throws of what a file holds: it is said.
 */
export async function readFile(bytes: Uint8Array): Promise<ReadFile> {
  if (bytes.length > MOST_BYTES) return {problem: "This file is too big to be a list of schools."};
  if (!startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return readText(bytes);
  try {
    const {readWorkbook} = await import("./read-workbook.ts");
    const sheets = await readWorkbook(bytes);
    if (sheets === null) return {problem: "This is an archive, and no Excel workbook. Choose the list inside it."};
    const tooMuch = sheets.map(({text}) => findTooMuch(text)).find((problem) => problem !== null);
    if (tooMuch !== undefined) return {problem: tooMuch};
    const [first, ...others] = [...sheets].sort((a, b) => countNumbers(b.text) - countNumbers(a.text));
    return first ? {sheets: [first, ...others]} : {problem: "This workbook is empty."};
  } catch (error) {
    return {problem: `This workbook cannot be read: ${(error as Error).message}. Save it again, or save it as CSV.`};
  }
}

function readText(bytes: Uint8Array): ReadFile {
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    return {
      problem: "This is a workbook of an old form (.xls), or one with a password. Save it as .xlsx without a password."
    };
  }
  const text = decodeList(bytes);
  const tooMuch = findTooMuch(text);
  if (tooMuch !== null) return {problem: tooMuch};
  const none = notAList(text.replace(/^\ufeff/, ""));
  return none
    ? {problem: `This file ${none.message}. ${none.fix[0].toUpperCase()}${none.fix.slice(1)}.`}
    : {sheets: [{name: "", text}]};
}

const startsWith = (bytes: Uint8Array, first: readonly number[]): boolean =>
  first.every((byte, i) => bytes[i] === byte);

/** How often something like the number of a school stands in a text. */
const countNumbers = (text: string): number => text.match(/(?<!\d)(?:\d{6}|\d{3}\/?\d{4})(?!\d)/g)?.length ?? 0;

import {humanDate, type HumanDate} from "./human-date.ts";
import {warns, type Finding} from "./problem.ts";
import {roleNamed} from "./whole-list.ts";

/** A cell in the writing of the right form, and what was made of it to get there. */
export interface KeptCell {
  text: string;
  finding: Finding | null;
}

const as = (text: string, finding: Finding | null = null): KeptCell => ({text, finding});

const readAs = (column: string, cell: string, text: string): Finding =>
  warns(`read_as_${column}`, `“${cell}” is read as ${text}`, "nothing, if that is right; otherwise write it out");

/** ="900001", which keeps a spreadsheet from counting with it, holds no formula. */
export const withoutGuard = (cell: string): string => /^="([^"]*)"$/.exec(cell)?.[1] ?? cell;

/** A URN that lost nothing: 900001.0, 900 001, “URN: 900001”, the address of its page in the register. Others stay as they are. */
export function keptUrn(cell: string): KeptCell {
  const text = withoutGuard(cell)
    .normalize("NFKC")
    .replaceAll(/[\u00a0\u200b]/g, " ")
    .trim();
  if (/^[1-9]\d{5}$/.test(text)) return as(text);
  const bare = text
    .replace(/\.0+$/, "")
    .replaceAll(/^'|^urn\b:?|^#|[\s,.]/gi, "")
    .replace(/^0+(?=\d{6}$)/, "");
  if (/^[1-9]\d{5}$/.test(bare)) return as(bare, readAs("urn", cell, bare));
  const full = /^[1-9](?:[.,]\d{5})E\+?0?5$/i.test(text) ? String(Number(text.replace(",", "."))) : "";
  if (/^[1-9]\d{5}$/.test(full)) return as(full, readAs("urn", cell, full));
  const numbers = text.match(/(?<!\d)[1-9]\d{5}(?!\d)/g) ?? [];
  const only = numbers.length === 1 && /[a-z]{2}/i.test(text) && !/\d{7,}/.test(text) ? numbers[0] : null;
  return only ? as(only, readAs("urn", cell, only)) : as(text);
}

/** A role in one of the words for it; others stay as they are. */
export function keptRole(cell: string): KeptCell {
  const role = roleNamed(cell);
  if (!role) return as(cell);
  return as(role, role === cell.toLowerCase() ? null : readAs("role", cell, role));
}

export interface KeptDate {
  date: HumanDate | null;
  finding: Finding | null;
}

const NO_DATE = /^(?:n\/?a|none|unknown|not known|\?+|-+|–|—|tbc|tba)$/i;
const STILL = /^(?:present|current(?:ly)?|ongoing|now|to date|still (?:a )?(?:member|open)|open)$/i;

/** Whether a cell says that there is no date, or that none is known; of a date of leaving also that it has not left. */
export const saysNoDate = (cell: string, leaving: boolean): boolean =>
  NO_DATE.test(cell) || (leaving && STILL.test(cell));

/** A date in any usual way; null, without a finding, of one that the strict reading has to refuse. */
export function keptDate(cell: string, options: Parameters<typeof humanDate>[1]): KeptDate {
  const date = humanDate(withoutGuard(cell), options);
  if (!date?.short_year) return {date, finding: null};
  return {date, finding: readAs("date", cell, date.span.earliest.split("-").reverse().join("/"))};
}

/** Pounds as people write them; others stay as they are. */
export const keptCost = (cell: string): string => cell.replaceAll(/^£\s*|,(?=\d{3}\b)/g, "").replace(/\.00$/, "");

import {read, refused, type Reading} from "./problem.ts";
import {findUnseen, withoutUnseen} from "./unseen-sign.ts";

/**
 * A unique reference number: six digits. Null where the cell is anything else; what a spreadsheet, or the keeper of
 * another list, makes of a URN is reported, never put right.
 */
export function readUrn(text: string): Reading<number> {
  if (/^[1-9]\d{5}$/.test(text)) return read(Number(text));
  if (text === "") return refused("urn_missing", "no URN", "find the school’s URN on Get Information about Schools");
  const unseen = findUnseen(text);
  if (unseen !== null) {
    const seen = withoutUnseen(text);
    const fix = /^[1-9]\d{5}$/.test(seen)
      ? `delete the cell and type ${seen}`
      : "delete the cell and type the URN, six digits";
    return refused("urn_unseen", `“${seen}” holds a sign that cannot be seen, a ${unseen}`, fix);
  }
  const several = text.match(/\b\d{6}\b/g);
  if (several && several.length > 1) {
    return refused("urn_several", `“${text}” holds ${several.length} URNs`, "give every school a row of its own");
  }
  const short = /^\d(?:[.,](\d+))?E\+?\d+$/i.exec(text);
  if (short && (short[1] ?? "").length < 5) return refused("urn_short", `“${text}” lacks the last digits`, wholeNumber);
  const number = short ? String(Number(text.replace(",", "."))) : bare(text);
  if (/^[1-9]\d{5}$/.test(number)) {
    return refused("urn_mangled", `“${text}” is not just six digits`, `if the URN is ${number}, write ${number}`);
  }
  return refused("urn_wrong", `“${text}” is not a URN`, otherNumber(number));
}

const wholeNumber =
  "look the URN up and write all six digits; a spreadsheet leaves them alone in a column formatted as text";

const bare = (text: string): string => text.replace(/\.0+$/, "").replaceAll(/^'|^urn\b:?|^#|[\s,.]/gi, "");

function otherNumber(digits: string): string {
  const urn = "write the school’s URN, six digits";
  if (/^\d{3}[/-]?\d{4}$/.test(digits)) return `it looks like a local authority and establishment number: ${urn}`;
  if (/^10\d{6}$/.test(digits)) return `it looks like a UKPRN: ${urn}`;
  if (/^\d+$/.test(digits)) return `it has ${digits.length} ${digits.length === 1 ? "digit" : "digits"}: ${urn}`;
  return urn;
}

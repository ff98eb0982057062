import {UserError} from "../library/errors.ts";
import {partnershipTypes} from "../vocabulary/partnership-types/index.ts";
import {plainName} from "../published-files/recognise.ts";
import {nearestName} from "../published-files/closest-names.ts";
import {humanDate, writeSpan} from "./human-date.ts";
import {listedPartnershipTypes, roles, type Role} from "./vocabulary.ts";

/** What holds for every row of a list, in the columns of the right form; a column that is not in it is left to the list. */
export type WholeList = Readonly<Partial<Record<WholeColumn, string>>>;
export type WholeColumn =
  "partnership_id" | "partnership_name" | "partnership_kind" | "role" | "from_date" | "to_date" | "source_url";

/** The options that say what holds for the whole list, and the column each is of. */
export const wholeOptions = {
  name: "partnership_name",
  type: "partnership_kind",
  from: "from_date",
  to: "to_date",
  role: "role",
  id: "partnership_id",
  source: "source_url"
} as const satisfies Record<string, WholeColumn>;
export type WholeOption = keyof typeof wholeOptions;

/** The types of partnership that a list may name, with their labels: “federation (Federations), …”. */
export const typesInWords = (): string =>
  listedPartnershipTypes.map((id) => `${id} (${partnershipTypes[id].label})`).join(", ");

/** Which type is meant by its id, however its words are joined, or by its label; null if none is. */
export function typeNamed(text: string): string | null {
  const plain = singular(text);
  return (
    listedPartnershipTypes.find((id) => singular(id) === plain || singular(partnershipTypes[id].label) === plain) ??
    null
  );
}

const singular = (text: string): string => plainName(text.replaceAll(/[_-]/g, " ")).replace(/s$/, "");

/** A short name made of a full one: “Marsh Learning” → "marsh_learning"; of one without letters "list_2". */
export function makeId(name: string): string {
  const plain = name
    .normalize("NFD")
    .replaceAll(/\p{M}|['’]/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "_")
    .replaceAll(/^_+|_+$/g, "");
  return /[a-z]/.test(plain) ? plain : `list_${plain}`;
}

/** Reads what was said once for a whole list. Throws a UserError of the first that cannot be what it should. */
export function readWholeList(said: Readonly<Partial<Record<WholeOption, string>>>): WholeList {
  const given = Object.entries(said).filter(([, text]) => text !== undefined) as [WholeOption, string][];
  return Object.fromEntries(given.map(([option, text]) => [wholeOptions[option], readers[option](text.trim())]));
}

const readers: Record<WholeOption, (text: string) => string> = {
  name: (text) => {
    if (text === "") throw new UserError("--name is empty", {fix: "write the partnership’s full name"});
    return text;
  },
  type: (text) => {
    const partnership_type = typeNamed(text);
    if (partnership_type) return partnership_type;
    const near = nearestName(text.replaceAll(" ", "_"), listedPartnershipTypes);
    throw new UserError(`--type “${text}” is no type of partnership`, {
      fix: `${near ? `is it ${near}? Otherwise ` : ""}choose from ${typesInWords()}`
    });
  },
  from: (text) => readWholeDate("from", text),
  to: (text) => readWholeDate("to", text),
  role: (text) => {
    const role = roleNamed(text);
    if (role) return role;
    throw new UserError(`--role “${text}” is no role`, {fix: `choose from ${Object.keys(roles).join(", ")}`});
  },
  id: (text) => {
    if (/^[a-z0-9_]+$/.test(text) && /[a-z]/.test(text)) return text;
    throw new UserError(`--id “${text}” is not small letters, digits and _ only, with a letter`, {
      fix: `write ${makeId(text)}`
    });
  },
  source: (text) => {
    if (/^https?:\/\/\S+$/.test(text)) return text;
    throw new UserError(`--source “${text}” is no web address`, {fix: "begin with https://, or leave it out"});
  }
};

function readWholeDate(option: "from" | "to", text: string): string {
  const date = humanDate(text, {dashed_years: true, leaving: option === "to"});
  if (date && !date.short_year) return writeSpan(date.span, date.precision);
  throw new UserError(`--${option} “${text}” is not a date`, {
    fix: "write a day like 01/09/2018, a month like 09/2018, a term like “autumn 2018”, a school year like 2018/19"
  });
}

/** The role that a word stands for; null if it stands for none. */
export function roleNamed(text: string): Role | null {
  const plain = plainName(text.replaceAll(/[_-]/g, " "));
  const found = Object.entries(roles).find(([role, others]) =>
    [role, `${role} school`, ...others].some((word) => word === plain || `${word}s` === plain)
  );
  return (found?.[0] as Role | undefined) ?? null;
}

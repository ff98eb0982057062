import type {Register, RegisterSchool} from "../lists/register.ts";

/** A line of what was pasted that is a name: which school is meant has to be confirmed. */
export interface NamedLine {
  name: string;
  /** Schools called like it, the likeliest first. */
  candidates: RegisterSchool[];
}

/** What was pasted, as a list that can be checked, and the names that nobody has confirmed yet. */
export interface Pasted {
  text: string;
  unconfirmed: NamedLine[];
}

const NUMBER = /^\d{5,7}$/;
const LAESTAB = /^\d{3}[/ -]?\d{4}$/;

/**
 * What people paste: URNs or LAESTABs with anything between them, or a line a school, or a table with its header. A name
 * stands for no school until it is confirmed (`confirmed`: the URN by name, null for none of those offered).
 */
export function readPasted(
  text: string,
  {register, confirmed}: {register: Register; confirmed: ReadonlyMap<string, number | null>}
): Pasted {
  const lines = text
    .replaceAll("\u00a0", " ")
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter(Boolean);
  if (lines.length === 0 || isTable(lines)) return {text, unconfirmed: []};
  const rows: {number: string; called: string}[] = [];
  const unconfirmed: NamedLine[] = [];
  for (const line of lines) {
    const cells = line
      .split(/[\t,;|]+/)
      .map((cell) => cell.trim())
      .filter(Boolean);
    if (cells.every((cell) => cell.split(/\s+/).every((word) => NUMBER.test(word)))) {
      rows.push(
        ...cells.flatMap((cell) => cell.split(/\s+/)).map((number) => ({number: readUrn(number, register), called: ""}))
      );
      continue;
    }
    const found = extractNumber(line);
    if (found !== null) {
      rows.push({number: readUrn(found, register), called: findName(line, found)});
      continue;
    }
    const choice = confirmed.get(line);
    if (choice === undefined) unconfirmed.push({name: line, candidates: register.named(line, null)});
    else if (choice !== null) rows.push({number: String(choice), called: line});
  }
  return {
    text: ["urn,school_name", ...rows.map(({number, called}) => `${number},${quoted(called)}`)].join("\n"),
    unconfirmed
  };
}

/** A header: a first line that has cells, and no number of a school. */
function isTable([first, second]: readonly string[]): boolean {
  const cells = first.split(/[\t,;|]/);
  const isHeader = /\b(urn|laestab|establishment|unique reference|school number|dfe number)\b/i.test(first);
  return second !== undefined && isHeader && extractNumber(first) === null && cells.length >= 1;
}

const extractNumber = (line: string): string | null =>
  /(?<![\d/])\d{6}(?![\d/])/.exec(line)?.[0] ?? /(?<!\d)\d{3}[/ -]?\d{4}(?!\d)/.exec(line)?.[0] ?? null;

const findName = (line: string, number: string): string =>
  line
    .replace(number, " ")
    .replace(/[\t,;|()]+/g, " ")
    .replace(/\bURN\b:?/i, " ")
    .replace(/\s+/g, " ")
    .replace(/^[-–—•*:. ]+|[-–—•*: ]+$/g, "");

/** The URN that a LAESTAB has now, where one open school has it; otherwise the number as it stands, for the check to state. */
function readUrn(number: string, register: Register): string {
  if (!LAESTAB.test(number)) return number;
  const digits = number.replace(/\D/g, "");
  const all = register.numbered(`${digits.slice(0, 3)}/${digits.slice(3)}`);
  const open = all.filter(({close_date}) => close_date === null);
  const [only] = open.length === 1 ? open : all.length === 1 ? all : [];
  return only ? String(only.urn) : number;
}

const quoted = (text: string): string => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

import {design} from "../design.ts";
import {UserError} from "../library/errors.ts";
import {dimensions} from "../vocabulary/dimension.ts";
import {listMeasures, measures} from "../vocabulary/measures.ts";
import type {Phase} from "../vocabulary/phase.ts";
import type {Design} from "./in-force.ts";
import {limitAt} from "./limits.ts";

/** Where in a plan file a value stands: “strength.schools”. */
interface Place {
  file: string;
  path: string;
}

/** A plan read from a file: the project’s with some entries replaced, and which: “strength.schools”. */
export interface ReadPlan {
  plan: Design;
  /** In the order of src/design.ts; empty where the file says what the project’s plan says. */
  replaced: string[];
}

/** Entries that are windows: two whole years, the first not after the second. */
const windows = new Set([
  "earlier",
  "base",
  "event_times",
  "effect",
  "before_after.after",
  "second_base.window",
  "placebo_in_time.effect",
  "balanced"
]);

/**
 * Reads a plan file: JSON with the entries of src/design.ts to replace; all others stay as they are. An entry of a
 * list replaces the whole list. Throws a UserError that names the file, the entry, what was found and what is allowed
 * where an entry is unknown, of another type, or out of its range, or where entries do not go together.
 */
export function readPlan(text: string, file: string): ReadPlan {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch (cause) {
    throw new UserError(`${file}: is not JSON: ${(cause as Error).message}`, {
      fix: 'write the entries to replace, such as {"strength": {"schools": 40}}',
      cause
    });
  }
  const replaced: string[] = [];
  const plan = merge(design, given, {file, path: ""}, replaced) as Design;
  refuseContradictions(plan, file);
  return {plan, replaced};
}

function merge(stands: unknown, given: unknown, at: Place, replaced: string[]): unknown {
  if (given === undefined) return stands;
  const value = readValue(stands, given, at, replaced);
  const isWhole = typeof stands !== "object" || Array.isArray(stands) || at.path === "margins";
  if (isWhole && JSON.stringify(value) !== JSON.stringify(stands)) replaced.push(at.path);
  return value;
}

function readValue(stands: unknown, given: unknown, at: Place, replaced: string[]): unknown {
  if (at.path === "margins") return readMargins(given, at);
  if (at.path === "periods") return readPeriods(given, at);
  if (typeof stands === "number") return readNumber(given, at);
  if (typeof stands === "string") return readWord(given, wordsAt(at.path), at);
  if (Array.isArray(stands)) {
    return typeof stands[0] === "string" ? readWords(given, at) : readNumbers(given, stands.length, at);
  }
  const known = stands as Record<string, unknown>;
  const named = readNames(given, Object.keys(known), at);
  return Object.fromEntries(
    Object.entries(known).map(([name, old]) => [name, merge(old, named[name], below(at, name), replaced)])
  );
}

const below = ({file, path}: Place, name: string | number): Place => ({
  file,
  path: path ? `${path}.${name}` : `${name}`
});

function readNames(given: unknown, allowed: readonly string[], at: Place): Record<string, unknown> {
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    throw wrong(at, `${say(given)} is no object`, `an object with any of ${allowed.join(", ")}`);
  }
  const unknown = Object.keys(given).find((name) => !allowed.includes(name));
  if (unknown !== undefined) throw wrong(below(at, unknown), "the plan has no such entry", allowed.join(", "));
  return given as Record<string, unknown>;
}

function readNumber(given: unknown, at: Place): number {
  const [least, most, whole] = limitAt(at.path);
  const fits = typeof given === "number" && given >= least && given <= most && (!whole || Number.isInteger(given));
  if (!fits) throw wrong(at, `${say(given)} was found`, `a ${whole ? "whole " : ""}number from ${least} to ${most}`);
  return given;
}

function readNumbers(given: unknown, length: number, at: Place): number[] {
  if (!Array.isArray(given) || given.length === 0) throw wrong(at, `${say(given)} was found`, "a list of numbers");
  const numbers = given.map((value, i) => readNumber(value, below(at, i)));
  if (windows.has(at.path)) {
    if (numbers.length !== 2 || numbers[0] > numbers[1]) {
      throw wrong(at, `${say(given)} was found`, "the first and last year, as [-4, -2]");
    }
    return numbers;
  }
  if (at.path === "breakdown.references") return numbers;
  if (at.path === "months_of_progress.least" && numbers.length !== length) {
    throw wrong(at, `${numbers.length} numbers were found`, `${length} numbers`);
  }
  if (numbers.some((value, i) => i > 0 && value <= numbers[i - 1])) {
    throw wrong(at, `${say(given)} was found`, "numbers that rise");
  }
  return numbers;
}

/** Words that are possible at a path. */
function wordsAt(path: string): string[] {
  const entries = [...new Set([...design.covariates.same_trend, ...design.covariates.same_past])];
  if (path === "covariates.floor") return ["free_meals"];
  if (path === "covariates.same_trend") return entries.filter((entry) => !/^(own|past)/.test(entry));
  if (path === "covariates.same_past") return entries;
  if (path === "moderators.planned") return [...dimensions];
  if (path === "strength.start") return ["low", "moderate"];
  return listMeasures(path.split(".").at(-1)! as Phase);
}

function readWord(given: unknown, allowed: readonly string[], at: Place): string {
  const word = allowed.find((one) => one === given);
  if (word === undefined) throw wrong(at, `${say(given)} was found`, allowed.join(", "));
  return word;
}

function readWords(given: unknown, at: Place): string[] {
  if (!Array.isArray(given)) throw wrong(at, `${say(given)} was found`, "a list of words");
  const found = given.map((word, i) => readWord(word, wordsAt(at.path), below(at, i)));
  const twice = found.find((word, i) => found.indexOf(word) < i);
  if (twice !== undefined) throw wrong(at, `${twice} stands twice`, "each once");
  return found;
}

function readMargins(given: unknown, at: Place): Record<string, number> {
  const named = readNames(given, Object.keys(measures), at);
  return Object.fromEntries(Object.entries(named).map(([id, value]) => [id, readNumber(value, below(at, id))]));
}

/** The periods since joining, in their order, each from the year after the one before; `to` of the last is null. */
function readPeriods(given: unknown, at: Place): Design["periods"] {
  const ids = design.periods.map(({id}) => id);
  const shape = `a list of ${ids.join(", ")}, each with id, from and to, the last to null`;
  if (!Array.isArray(given) || given.length !== ids.length) throw wrong(at, `${say(given)} was found`, shape);
  const periods = given.map((period: unknown, i) => {
    const place = below(at, i);
    const {id, from, to} = readNames(period, ["id", "from", "to"], place);
    if (id !== ids[i]) throw wrong(below(place, "id"), `${say(id)} was found`, ids[i]);
    const isLast = i === ids.length - 1;
    if (isLast !== (to === null)) throw wrong(below(place, "to"), `${say(to)} was found`, isLast ? "null" : "a year");
    return {
      id: ids[i],
      from: readNumber(from, below(place, "from")),
      to: isLast ? Infinity : readNumber(to, below(place, "to"))
    };
  });
  if (periods.some(({from, to}, i) => from > to || (i > 0 && from !== periods[i - 1].to + 1))) {
    throw wrong(at, `${say(given)} was found`, "periods that follow each other without a gap");
  }
  return periods;
}

/** What no single entry shows. */
function refuseContradictions({base, event_times, effect, covariates, cohort}: Design, file: string): void {
  if (base[1] > -2) {
    throw wrong({file, path: "base"}, `${say(base)} holds the year before joining`, "windows that end at -2 or before");
  }
  if (event_times[0] > base[0] || event_times[1] < effect[1]) {
    throw wrong(
      {file, path: "event_times"},
      `${say(event_times)} does not hold the base, ${say(base)}, and the effect, ${say(effect)}`,
      "a window that holds both"
    );
  }
  const {same_trend, same_past, floor} = covariates;
  if (same_trend[0] !== floor)
    throw wrong({file, path: "covariates.same_trend"}, `${say(same_trend[0])} is first`, floor);
  if (same_past[0] !== floor || same_past[1] !== "own") {
    throw wrong({file, path: "covariates.same_past"}, `${say(same_past.slice(0, 2))} are first`, `${floor}, then own`);
  }
  if (new Date(Date.UTC(2001, cohort.month - 1, cohort.day)).getUTCMonth() !== cohort.month - 1) {
    throw wrong({file, path: "cohort"}, `${say(cohort)} is no day of every year`, "a month and a day that it has");
  }
}

const say = (given: unknown): string => (given === undefined ? "nothing" : JSON.stringify(given));

const wrong = ({file, path}: Place, found: string, allowed: string): UserError =>
  new UserError(`${file}, ${path || "as a whole"}: ${found}`, {fix: `allowed: ${allowed}`});

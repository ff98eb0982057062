import {UserError} from "../../src/library/errors.ts";
import {befores, defaultPlan, families, passings, plantedRoles, type PlannedEffect, type Plan} from "./plan.ts";
import {plantedTypes} from "./planted-types.ts";

/** Least and most that a number may be, and whether it must be whole. */
type Limit = readonly [least: number, most: number, whole?: "whole"];

/** What is possible, by path; `*` stands for every name at its place. */
const limits: Record<string, Limit> = {
  seed: [0, 999_999, "whole"],
  schools: [60, 24_000, "whole"],
  "shares.*": [0, 1],
  independent: [0, 200, "whole"],
  "years.first": [2007, 2011, "whole"],
  "years.last": [2019, 2025, "whole"],
  "level.intake": [-2, 2],
  "level.lasting": [0, 2],
  "level.walk": [0, 1],
  "level.shock": [0, 2],
  "level.ar1": [0, 0.99],
  drift: [-0.2, 0.2],
  "trends.*": [0, 0.1],
  regions: [0, 1],
  selective: [0, 100],
  "effects.*": [-3, 3],
  heterogeneity: [0, 3],
  spillover: [0, 1],
  "selection.on.*": [0, 1000],
  "selection.supported": [0.05, 1],
  "selection.years": [1, 5, "whole"],
  "before.years": [0, 8, "whole"],
  "before.size": [-2, 2],
  "costs.*": [0, 10_000_000],
  bulk_loaded: [0, 100],
  placeholders: [0, 100],
  "*": [0, 200, "whole"],
  "single.*": [0, 200, "whole"],
  "free_schools.*": [0, 200, "whole"],
  "listed.*": [0, 200, "whole"],
  "areas.*": [0, 12, "whole"]
};

/** Words that are possible, by path. */
const words: Record<string, readonly string[]> = {"selection.of": passings, "before.shape": befores};

const stages = ["early", "development", "longer_term"] as const;

/** Where in a plan file a value stands: “effects[2].role”. */
interface Place {
  file: string;
  path: string;
}

/**
 * Reads a plan file: JSON, merged over the default. What it leaves out stays as
 * it is by default; a list of effects replaces the default’s. Throws a UserError
 * that names the file and the path in it if it is no JSON, names something that
 * no plan has, or gives a value that is not possible.
 */
export function readPlan(text: string, file: string): Plan {
  const plan = merge(defaultPlan, parse(text, file), {file, path: ""}) as Plan;
  const {shares, selection} = plan;
  const sum = shares.primary + shares.secondary + shares.special;
  if (Math.abs(sum - 1) > 1e-9)
    throw wrong({file, path: "shares"}, `they add up to ${Number(sum.toPrecision(6))}`, "make them add up to 1");
  if (Object.values(selection.on).every((weight) => weight === 0))
    throw wrong({file, path: "selection.on"}, "every weight is 0", "give level, bad_year or none a weight above 0");
  return plan;
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new UserError(`${file}: is not JSON: ${(cause as Error).message}`, {
      fix: "write it as truth/plan.json of a sample is written",
      cause
    });
  }
}

/** The default with what is given in its place, checked against the shape of the default. */
function merge(byDefault: unknown, given: unknown, at: Place): unknown {
  if (given === undefined) return byDefault;
  if (at.path === "effects") return readEffects(given, at);
  if (typeof byDefault === "number") return readNumber(given, at);
  if (typeof byDefault === "string") return readWord(given, words[at.path], at);
  if (Array.isArray(byDefault)) return readBand(given, at);
  const known = byDefault as Record<string, unknown>;
  const named = readNames(given, Object.keys(known), at);
  return Object.fromEntries(
    Object.entries(known).map(([name, old]) => [name, merge(old, named[name], below(at, name))])
  );
}

const below = ({file, path}: Place, name: string): Place => ({file, path: path ? `${path}.${name}` : name});

function readNames(given: unknown, allowed: readonly string[], at: Place): Record<string, unknown> {
  if (typeof given !== "object" || given === null || Array.isArray(given))
    throw wrong(at, `${say(given)} is no object`, `give an object with any of ${allowed.join(", ")}`);
  const unknown = Object.keys(given).find((name) => !allowed.includes(name));
  if (unknown !== undefined)
    throw wrong(below(at, unknown), "no plan has this", `take it out, or choose from ${allowed.join(", ")}`);
  return given as Record<string, unknown>;
}

function readNumber(given: unknown, at: Place): number {
  const [least, most, whole] = readLimit(at.path);
  const fits = typeof given === "number" && given >= least && given <= most && (!whole || Number.isInteger(given));
  if (!fits)
    throw wrong(at, `${say(given)} is not possible`, `give a ${whole ?? "finite"} number from ${least} to ${most}`);
  return given;
}

/** Of the path, of all names at its place, or of a count. */
const readLimit = (path: string): Limit =>
  limits[path] ?? limits[path.replace(/(\[\d+\])?\.[^.]+$/, ".*")] ?? limits["*"];

function readWord<Word extends string>(given: unknown, allowed: readonly Word[], at: Place): Word {
  const word = allowed.find((one) => one === given);
  if (word === undefined) throw wrong(at, `${say(given)} is not known`, `choose from ${allowed.join(", ")}`);
  return word;
}

function readBand(given: unknown, at: Place): [number, number] {
  const fits =
    Array.isArray(given) &&
    given.length === 2 &&
    given.every((share) => typeof share === "number" && share >= 0 && share <= 1) &&
    given[0] < given[1];
  if (!fits) throw wrong(at, `${say(given)} is no part of a ranking`, "give two shares, as [0.25, 0.75]");
  return given as [number, number];
}

function readEffects(given: unknown, at: Place): PlannedEffect[] {
  if (!Array.isArray(given)) throw wrong(at, `${say(given)} is no list`, "give a list of effects; [] plants nothing");
  return given.map((effect, i) => readEffect(effect, {file: at.file, path: `${at.path}[${i}]`}));
}

function readEffect(given: unknown, at: Place): PlannedEffect {
  const named = readNames(given, ["partnership_type", "role", "outcome", ...stages, "disadvantaged"], at);
  const word = <Word extends string>(name: string, allowed: readonly Word[]): Word =>
    readWord(named[name], allowed, below(at, name));
  const [early, development, longer_term] = stages.map((stage) => readNumber(named[stage], below(at, stage)));
  const effect: PlannedEffect = {
    partnership_type: word("partnership_type", ["any", ...plantedTypes]),
    role: word("role", plantedRoles),
    outcome: word("outcome", families),
    early: early,
    development: development,
    longer_term: longer_term
  };
  if (named["disadvantaged"] === undefined) return effect;
  if (effect.outcome !== "attainment")
    throw wrong(below(at, "disadvantaged"), "only an effect on attainment has it", "take it out");
  return {...effect, disadvantaged: readNumber(named["disadvantaged"], below(at, "disadvantaged"))};
}

const say = (given: unknown): string => (given === undefined ? "nothing" : JSON.stringify(given));

const wrong = ({file, path}: Place, problem: string, fix: string): UserError =>
  new UserError(`${file}: ${path || "the whole"}: ${problem}`, {fix});

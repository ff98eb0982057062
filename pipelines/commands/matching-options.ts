import {UserError} from "../../src/library/errors.ts";
import {
  linkNames,
  matchDefaults,
  type MatchingMethod,
  matchingMethods,
  type MatchOptions,
  orders
} from "../../src/library/matching/index.ts";
import {methods} from "../../src/library/index.ts";
import type {Command} from "./command.ts";
import {chooseOne, wholeNumber} from "../tables/panel-table.ts";
import {readCovariate} from "../tables/sample-table.ts";
import type {Table} from "../read/table.ts";

type Values = Parameters<Command["run"]>[0];

const distances = ["propensity", "mahalanobis"] as const;

/** The options of the commands that match or weigh. */
export const matchingOptions = {
  id: {type: "string", value: "COLUMN", about: "the unit, which has one row"},
  treated: {type: "string", value: "COLUMN", about: "1 for treated units, 0 for those they may be compared with"},
  covariates: {type: "string", value: "A,B", about: "what they are to be alike in; text makes categories"},
  distance: {type: "string", value: "NAME", about: `nearest by ${distances.join(" or ")} (propensity)`},
  link: {type: "string", value: "NAME", about: `of the propensity: ${linkNames.join(" or ")} (logit)`},
  "mahalanobis-on": {type: "string", value: "A,B", about: "nearest in these, the propensity keeping caliper and order"},
  exact: {type: "string", value: "A,B", about: "the same in all of these (nearest, cem)"},
  caliper: {type: "string", value: "X", about: "at most so many standard deviations of the propensity apart"},
  replace: {type: "boolean", about: "a comparator may serve several treated units"},
  ratio: {type: "string", value: "K", about: "comparators a treated unit (1)"},
  order: {type: "string", value: "NAME", about: `who chooses first: ${orders.join(", ")} (largest; mahalanobis: data)`},
  subclasses: {type: "string", value: "N", about: "how many subclasses (6)"},
  bins: {type: "string", value: "N", about: "intervals that cem cuts a number into (Sturges’s)"},
  balance: {
    type: "boolean",
    about: "print covariate,smd_before,smd_after,variance_ratio_before,variance_ratio_after instead"
  },
  outcome: {type: "string", value: "COLUMN", about: "print the difference in this column instead, plain and adjusted"},
  format: {type: "string", value: "FORMAT", about: "table, csv or json (table)"}
} satisfies Command["options"];

/** By method: the options that it listens to, as the command line writes them. */
const heard: Record<string, readonly string[]> = Object.fromEntries(
  methods
    .filter(({registry}) => registry === "matchingMethods")
    .map(({id, options}) => [id, options.map((name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`))])
);

/** The method of that name. Throws a UserError if there is none. */
export function chooseMethod(given: string | boolean | undefined, otherwise: string): MatchingMethod {
  const ids = matchingMethods.map(({id}) => id);
  const chosen = chooseOne(given, "method", ids) ?? otherwise;
  return matchingMethods.find(({id}) => id === chosen)!;
}

/** What the method is given, with the plain choice for what was not given. Throws a UserError at options that are not its own. */
export function readMatchOptions(method: string, values: Values, table: Table): MatchOptions {
  const own = heard[method];
  const other = Object.values(heard)
    .flat()
    .find((name) => values[name] !== undefined && !own.includes(name));
  if (other !== undefined) {
    const whose = Object.keys(heard).filter((id) => heard[id].includes(other));
    throw new UserError(`--${other} means nothing to --method ${method}`, {
      fix: `leave it out, or use --method ${whose.join(" or ")}`
    });
  }
  const on = splitList(values["mahalanobis-on"]);
  return {
    distance: chooseOne(values["distance"], "distance", distances) ?? matchDefaults.distance,
    link: chooseOne(values["link"], "link", linkNames) ?? matchDefaults.link,
    mahalanobisOn: on.length ? on.map((name) => readCovariate(table, name)) : null,
    exact: splitList(values["exact"]).map((name) => readCovariate(table, name)),
    caliper: positiveNumber(values["caliper"], "caliper") ?? null,
    order: chooseOne(values["order"], "order", orders) ?? null,
    ratio: wholeNumber(values["ratio"], "ratio", 1) ?? matchDefaults.ratio,
    replace: values["replace"] === true,
    subclasses: wholeNumber(values["subclasses"], "subclasses", 1, MOST_PARTS) ?? matchDefaults.subclasses,
    bins: wholeNumber(values["bins"], "bins", 1, MOST_PARTS) ?? null
  };
}

/** The most subclasses or intervals: with more, most would hold one unit at most. */
const MOST_PARTS = 1000;

/** A column that has to be named. */
export function columnNamed(values: Values, option: string): string {
  const name = values[option];
  if (typeof name === "string" && name !== "") return name;
  throw new UserError(`--${option} is missing`, {fix: `name a column of the file: --${option} COLUMN`});
}

/** Names between commas; none if the option was not given. */
export const splitList = (given: string | boolean | undefined): string[] =>
  String(given ?? "")
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean);

/** A number above zero; undefined if the option was not given. */
export function positiveNumber(given: string | boolean | undefined, option: string): number | undefined {
  if (given === undefined) return undefined;
  const value = Number(given);
  if (typeof given === "string" && given.trim() !== "" && Number.isFinite(value) && value > 0) return value;
  throw new UserError(`--${option} ${String(given)} is no number above 0`, {fix: "leave it out for the default"});
}

import {UserError} from "../errors.ts";
import type {LongPanel} from "./long-panel.ts";
import {countLosses, lostRows, type Losses, type LostRows} from "./lost-rows.ts";
import type {PanelColumns} from "./panel-columns.ts";
import {placeInFile, plainCohort, showValue, type PlacedInFile, type Placing} from "./placed-in-file.ts";
import {refuseBadNumbers, refuseUnequal} from "./refuse-numbers.ts";
import {constantByUnit, meanByUnit, oneByUnit, makeUnits} from "./panel-units.ts";

/** How `readPanel` reads, and what its messages call things. */
export interface ReadPanelOptions extends PlacedInFile {
  /** Leave out units that lack a period. */
  balance?: boolean;
  /** Whether weights that vary within a unit are replaced by its mean, or kept by period. */
  weightsBy?: "id" | "period";
  /** Rows without a covariate stay: its means are of the values there are. */
  mayLackCovariates?: boolean;
  /** The value of `among` of the units whose effect is asked for. */
  only?: string | undefined;
  /** Cohorts up to so many periods after the last do not count as never treated. */
  anticipation?: number;
}

/** A panel read, and what reading it changed. */
export interface ReadPanel {
  panel: LongPanel;
  /** What was left out or changed, and how much of it, in sentences. */
  messages: string[];
  /** Where units never treated were in the columns and none is in the panel: what became of them. */
  neverTreatedLost: string | null;
}

/**
 * A long panel of columns in any order.
 *
 * Left out, with a message: rows without an outcome, covariate or weight; units
 * treated in the first period or before it; with `balance`, units that lack a period. A cohort of 0, none, or
 * after the last period (plus anticipation) is never treated. Weights are the
 * unit’s mean unless `weightsBy` is "period". Rows of a unit that name no cluster are in the one its others name.
 *
 * Throws a PublishedFileError at a period that is no whole number, two rows of one unit and
 * period, a cohort or cluster that changes within a unit, a negative
 * weight or an infinite value; a UserError where columns are not of one length, nobody is treated, all
 * are treated from the start or left out, there is one period only, or `only` is no value there is.
 *
 * @example
 * import {readPanel} from "school-partnerships";
 *
 * // A row a unit and year: a and b are treated from 2012, c and d never.
 * const {panel} = readPanel({
 *   id: [..."aaabbbcccddd"],
 *   time: Float64Array.from({length: 12}, (_, i) => 2010 + (i % 3)),
 *   cohort: Float64Array.from({length: 12}, (_, i) => (i < 6 ? 2012 : 0)),
 *   outcome: Float64Array.of(1, 2, 5, 2, 3, 7, 3, 4, 5, 4, 5, 6)
 * });
 * console.log(panel.ids.join(), panel.outcome.length, [...panel.cohort].join());
 * // a,b,c,d 12 2012,2012,Infinity,Infinity
 */
export function readPanel(columns: PanelColumns, options: ReadPanelOptions = {}): ReadPanel {
  const at = placeInFile(options);
  refuseUnequal(columns);
  refuseBadNumbers(columns, at);
  const lost = lostRows(columns, options.mayLackCovariates === true);
  const {messages} = lost;
  const {first, last} = findSpan(columns.time, lost, at);
  const rows = withoutAlwaysTreated(columns, lost, {first, messages});
  const units = makeUnits(columns.id, columns.time, rows);
  refuseTwice(units, columns, at);
  const losses = countLosses(
    {...columns, lacks: lost.lacks},
    {
      isTreated: (i) => {
        const g = plainCohort(columns.cohort[i]);
        return g <= first ? null : g <= last + (options.anticipation ?? 0);
      },
      periods: options.balance ? [...new Set(units.period)] : [],
      called: at.name("time")
    }
  );
  const kept = options.balance ? balanced(units, {losses, at, messages}) : units;
  const panel = makePanel(columns, kept, {last, options, at, messages});
  const isNever = (g: number) => g === Infinity;
  if (!panel.cohort.every(isNever) && panel.cohort.some(isNever)) return {panel, messages, neverTreatedLost: null};
  const {never, treated} = losses(new Set(panel.ids));
  if (!panel.cohort.every(isNever)) return {panel, messages, neverTreatedLost: never};
  if (treated === null) {
    const fix = "write cohorts as periods are written, 2013 beside 2013 and not 13, or add later periods";
    throw at.error(`all units that are treated are treated after ${last}, the last period`, null, "cohort", fix);
  }
  const what = `no treated unit is left: ${options.balance ? "--balance leaves out " : ""}${treated}`;
  throw at.error(what, null, null, "fill in what they lack, or leave out --balance or that column");
}

type Units = ReturnType<typeof makeUnits>;

function findSpan(time: Float64Array, {kept: rows, lacks}: LostRows, at: Placing): {first: number; last: number} {
  let first = Infinity;
  let last = -Infinity;
  for (const i of rows) {
    if (time[i] < first) first = time[i];
    if (time[i] > last) last = time[i];
  }
  if (first < last) return {first, last};
  throw at.error(
    rows.length ? "there is one period only" : `every row lacks ${[...new Set(lacks)].join(" or ") || "all values"}`,
    null,
    null,
    rows.length ? "give at least two periods" : "fill it in, or leave that column out"
  );
}

function withoutAlwaysTreated(
  {id, cohort}: PanelColumns,
  {kept: rows, lacks}: LostRows,
  {first, messages}: {first: number; messages: string[]}
): Int32Array {
  const lost = new Set<string>();
  let treated = 0;
  const kept = rows.filter((i) => {
    const isTreated = cohort[i] !== 0 && Number.isFinite(cohort[i]);
    if (isTreated && cohort[i] <= first) lost.add(id[i]);
    else if (isTreated) treated++;
    return !isTreated || cohort[i] > first;
  });
  if (!treated && lost.size) {
    throw new UserError(`all ${lost.size} treated units are treated in ${first}, the first period, or before it`, {
      fix: "add earlier periods: there is nothing before treatment to count from"
    });
  }
  const without = [
    ...new Set(lacks.filter((what, i) => what !== null && cohort[i] > first && Number.isFinite(cohort[i])))
  ];
  if (!treated && without.length) {
    throw new UserError(`every row of a treated unit lacks ${without.join(" or ")}`, {
      fix: "fill it in for units that are treated, or leave that column out"
    });
  }
  if (!treated) {
    throw new UserError("no unit is treated", {
      fix: "give the column of first treated periods with --cohort; 0 or nothing is never"
    });
  }
  if (lost.size) messages.push(`left out ${lost.size} units treated in ${first}, the first period, or before it`);
  return kept;
}

function refuseTwice({order, unit, period}: Units, {id}: PanelColumns, at: Placing): void {
  for (let k = 1; k < order.length; k++) {
    if (unit[k] !== unit[k - 1] || period[k] !== period[k - 1]) continue;
    const [i, j] = [order[k - 1], order[k]].sort((a, b) => a - b) as [number, number];
    const who = `${at.name("id")} ${id[i]} has two rows for ${at.name("time")} ${period[k]}`;
    throw at.error(`${who}, the other in row ${at.number(i)}`, j, null, "leave one row a unit and period");
  }
}

function balanced(
  {ids, order, unit, period}: Units,
  {losses, at, messages}: {losses: Losses; at: Placing; messages: string[]}
): Units {
  const periods = new Set(period).size;
  const counts = new Int32Array(ids.length);
  for (let k = 0; k < unit.length; k++) counts[unit[k]]++;
  const number = new Int32Array(ids.length);
  let next = 0;
  for (let u = 0; u < ids.length; u++) number[u] = counts[u] === periods ? next++ : -1;
  if (next === ids.length) return {ids, order, unit, period};
  const {never, treated, lackValues} = losses(new Set(ids.filter((_, u) => number[u] >= 0)));
  const why = [never, treated].filter((text) => text !== null).join("; ");
  const message = `left out ${ids.length - next} of ${ids.length} units that lack one of the ${periods} periods`;
  if (!next)
    throw at.error(`no unit has all periods: ${why}`, null, null, "leave out --balance, or periods few units have");
  messages.push(lackValues ? `${message}: ${why}` : message);
  const stays = (_: number, k: number) => number[unit[k]] >= 0;
  return {
    ids: ids.filter((_, u) => number[u] >= 0),
    order: order.filter(stays),
    unit: unit.filter(stays).map((u) => number[u]),
    period: period.filter(stays)
  };
}

function makePanel(
  {id, cohort, outcome, weights, cluster, among, covariates = []}: PanelColumns,
  {ids, order, unit, period}: Units,
  {last, options, at, messages}: {last: number; options: ReadPanelOptions; at: Placing; messages: string[]}
): LongPanel {
  const {anticipation = 0, weightsBy = "id"} = options;
  const reorder = (values: Float64Array) => Float64Array.from(order, (i) => values[i]);
  const firsts = constantByUnit({ids, order, unit}, (i) => plainCohort(cohort[i]), changes("cohort"));
  const clusters = new Map<string, number>();
  const clusterByUnit = readClusters(cluster && oneByUnit({ids, order, unit}, cluster, changes("cluster")), ids);
  for (const name of clusterByUnit) if (!clusters.has(name)) clusters.set(name, clusters.size);
  const late = firsts.filter((g) => g > last + anticipation && g < Infinity).length;
  if (late) messages.push(`${late} units are treated after ${last}, the last period, and count as never treated`);
  return {
    ids,
    unit,
    period,
    outcome: reorder(outcome),
    cohort: Float64Array.from(firsts, (g) => (g > last + anticipation ? Infinity : g)),
    cluster: Int32Array.from(clusterByUnit, (name) => clusters.get(name)!),
    clusters: clusters.size,
    weights: weights
      ? weightsBy === "period"
        ? reorder(weights)
        : meanByUnit(reorder(weights), unit, messages)
      : null,
    covariates: covariates.map(({name, values}) => ({name, values: reorder(values)})),
    ...(among && options.only !== undefined
      ? {
          studied: selectStudied(oneByUnit({ids, order, unit}, among, changes("among")), {
            only: options.only,
            firsts,
            last,
            at
          })
        }
      : {})
  };

  function changes(column: "cohort" | "cluster" | "among") {
    return (i: number, j: number, before: number | string, after: number | string) =>
      at.error(
        `${at.name("id")} ${id[i]} has ${showValue(after)} here and ${showValue(before)} in row ${at.number(i)}`,
        j,
        column,
        {
          cohort: "give every row of a unit the first period in which it is treated",
          cluster: "give every row of a unit the same cluster, or follow units by an id that stays in one",
          among: "give every row of a unit the same, or nothing"
        }[column]
      );
  }
}

/** What clusters are called: units without one are each their own, whatever others are called. */
const readClusters = (named: readonly string[] | undefined, ids: readonly string[]): string[] =>
  ids.map((id, u) => (named?.[u] ? `cluster ${named[u]}` : `unit ${id}`));

function selectStudied(
  values: readonly string[],
  {only, firsts, last, at}: {only: string; firsts: readonly number[]; last: number; at: Placing}
): Uint8Array {
  if (!values.includes(only)) {
    const there = [...new Set(values)].filter(Boolean).slice(0, 8).join(", ");
    throw at.error(`no unit is “${only}”`, null, "among", `give one of the values there are: ${there}`);
  }
  if (!values.some((value, u) => value === only && firsts[u] <= last)) {
    throw at.error(`no unit that is “${only}” is treated`, null, "among", "ask for units of which some are treated");
  }
  return Uint8Array.from(values, (value) => (value === only ? 1 : 0));
}

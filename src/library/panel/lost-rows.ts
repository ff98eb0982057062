/** Rows of a panel in any order, and what each lacks. */
export interface LostRows {
  /** Rows that count. */
  kept: Int32Array;
  /** By row: the column without a value, null where the row counts. */
  lacks: readonly (string | null)[];
  messages: string[];
}

interface Values {
  outcome: Float64Array;
  weights?: Float64Array;
  covariates?: readonly {name: string; values: Float64Array}[];
}

/** Rows with an outcome, a weight above zero and, unless they may be missing, every covariate. */
export function lostRows({outcome, weights, covariates = []}: Values, mayLackCovariates: boolean): LostRows {
  const lost = {outcome: 0, covariate: 0, weight: 0};
  const lacks = Array.from(outcome, (value, i) => {
    const covariate = mayLackCovariates ? undefined : covariates.find(({values}) => Number.isNaN(values[i]));
    if (Number.isNaN(value)) return (lost.outcome++, "an outcome");
    if (covariate) return (lost.covariate++, covariate.name);
    if (weights && !(weights[i] > 0)) return (lost.weight++, "a weight above 0");
    return null;
  });
  const messages = Object.entries(lost).flatMap(([what, count]) =>
    count ? [`left out ${count} of ${outcome.length} rows without a value for the ${what}`] : []
  );
  return {kept: Int32Array.from(outcome.keys()).filter((i) => lacks[i] === null), lacks, messages};
}

/** By the units left: how many of those never treated and of those treated are not, and what they lack; null for none. */
export type Losses = (left: ReadonlySet<string>) => {
  never: string | null;
  treated: string | null;
  /** Whether a row of theirs is there that lacks a value. */
  lackValues: boolean;
};

interface Rows extends Pick<LostRows, "lacks"> {
  id: readonly string[];
  time: Float64Array;
}

interface LossOptions {
  /** Null for rows of units that never count. */
  isTreated: (row: number) => boolean | null;
  /** Periods that every unit must have. */
  periods: readonly number[];
  /** What the column of periods is called. */
  called: string;
}

/** What becomes of the units of a panel that is cut down. */
export function countLosses({id, time, lacks}: Rows, {isTreated, periods, called}: LossOptions): Losses {
  return (left) => {
    const units = (treated: boolean) => new Set(id.filter((u, i) => !left.has(u) && isTreated(i) === treated));
    const describe = (gone: ReadonlySet<string>, how: string) =>
      gone.size
        ? `${gone.size} ${gone.size === 1 ? "unit" : "units"} ${how}, for want of ${nameWant(gone, {id, time, lacks}, {periods, called})}`
        : null;
    return {
      never: describe(units(false), "never treated"),
      treated: describe(units(true), "treated"),
      lackValues: lacks.some((what, i) => what !== null && !left.has(id[i]))
    };
  };
}

/**
 * What some units lack in words, such as “x in year 2”: the columns without a value, where and, with `periods`, the
 * rows that are not there. Of more than three reasons the commonest.
 */
function nameWant(
  units: ReadonlySet<string>,
  {id, time, lacks}: Rows,
  {periods, called}: Pick<LossOptions, "periods" | "called">
): string {
  const wanting = new Map<string, Map<number, number>>();
  const add = (what: string, period: number) => {
    const counts = wanting.get(what) ?? new Map<number, number>();
    wanting.set(what, counts.set(period, (counts.get(period) ?? 0) + 1));
  };
  const seen = new Set<string>();
  id.forEach((unit, i) => {
    if (!units.has(unit)) return;
    seen.add(`${unit} ${time[i]}`);
    const what = lacks[i];
    if (what !== null) add(what, time[i]);
  });
  for (const unit of units) for (const period of periods) if (!seen.has(`${unit} ${period}`)) add("a row", period);
  const size = (counts: Map<number, number>) => [...counts.values()].reduce((sum, count) => sum + count, 0);
  const reasons = [...wanting].sort(([, a], [, b]) => size(b) - size(a)).slice(0, 3);
  return reasons
    .map(
      ([what, counts]) =>
        `${what}${placed(
          [...counts.keys()].sort((a, b) => a - b),
          called
        )}`
    )
    .join(", ");
}

const placed = (periods: readonly number[], called: string): string =>
  periods.length > 3 ? ` in ${periods.length} periods` : ` in ${called} ${periods.join(", ")}`;

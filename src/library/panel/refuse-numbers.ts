import {UserError} from "../errors.ts";
import type {PanelColumns} from "./panel-columns.ts";
import {showValue, type Placing} from "./placed-in-file.ts";

/** Periods are kept as whole numbers of 32 bits. */
const MOST_PERIOD = 2 ** 31 - 1;

/** Throws at the first number that no panel may hold: half a period or one that is far too large, an infinite outcome, true, a negative weight. */
export function refuseBadNumbers({time, cohort, outcome, weights, covariates = []}: PanelColumns, at: Placing): void {
  refuseOtherThanNumbers({time, cohort, outcome, ...(weights && {weights})}, at);
  for (let i = 0; i < time.length; i++) {
    if (!Number.isInteger(time[i]) || Math.abs(time[i]) > MOST_PERIOD) {
      throw at.error(
        `${showValue(time[i])} is no period`,
        i,
        "time",
        "give a whole number, such as the year, in every row"
      );
    }
    if (cohort[i] === -Infinity || (Number.isFinite(cohort[i]) && !Number.isInteger(cohort[i]))) {
      const fix = "give the first treated period as a whole number, or 0 or nothing for never";
      throw at.error(`${showValue(cohort[i])} is no cohort`, i, "cohort", fix);
    }
    if (Math.abs(outcome[i]) === Infinity) throw at.error("an infinite outcome", i, "outcome", "leave the cell empty");
    if (weights && (weights[i] < 0 || weights[i] === Infinity)) {
      throw at.error(
        weights[i] < 0 ? `a weight of ${showValue(weights[i])}` : "an infinite weight",
        i,
        "weights",
        "weights are finite and positive; leave the row out instead"
      );
    }
    for (const {name, values} of covariates) {
      if (Math.abs(values[i]) === Infinity) throw at.error(`${name} is infinite`, i, null, "leave the cell empty");
    }
  }
}

/** Throws at what a caller without types gives for a number, such as true or "5". */
function refuseOtherThanNumbers(
  columns: Readonly<Partial<Record<"time" | "cohort" | "outcome" | "weights", ArrayLike<unknown>>>>,
  at: Placing
): void {
  for (const name of ["time", "cohort", "outcome", "weights"] as const) {
    const values = columns[name] ?? [];
    if (ArrayBuffer.isView(values)) continue;
    const i = Array.from(values).findIndex((value) => typeof value !== "number");
    if (i >= 0)
      throw at.error(
        `${showValue(String(values[i]))} is no number`,
        i,
        name,
        "give a number, or NaN where there is none"
      );
  }
}

/** Throws where columns are not all of one length. */
export function refuseUnequal({id, covariates = [], ...others}: PanelColumns): void {
  const columns = [...Object.entries(others), ...covariates.map(({name, values}) => [name, values] as const)];
  for (const [name, values] of columns) {
    if (values === undefined || values.length === id.length) continue;
    throw new UserError(`the column ${name} has ${values.length} rows where id has ${id.length}`, {
      fix: "give every column a value for each row, NaN where there is none"
    });
  }
}

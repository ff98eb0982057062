import {turnBetter, type Bracket} from "../ui/directions.js";
import type {MatrixCell} from "./matrix.js";
import type {MeasureRow, Period, ResultRow, Role, TimedRow} from "../ui/release.js";

/** The effect of a row over all years after joining, or null. */
export const computeEffect = ({from, to, low, high}: ResultRow): Bracket | null =>
  from === null || to === null ? null : {from, to, low, high};

/** The effect of a row in one period since joining, or null. */
export function findPeriodEffect(row: TimedRow, period: Period): Bracket | null {
  const [from, to] = [row[`${period}_from`], row[`${period}_to`]];
  return from === null || to === null ? null : {from, to, low: row[`${period}_low`], high: row[`${period}_high`]};
}

/** A cell that states a row on the scale of standard deviations between schools, better to the right. */
export function makeCell(row: ResultRow, {better}: Pick<MeasureRow, "better">): MatrixCell {
  const effect = computeEffect(row);
  const {role, verdict, unit, digits, strength, schools, partnerships, absent, sd} = row;
  const drawn = effect !== null && sd !== null ? turnBetter(effect, sd, better) : null;
  return {role, effect, drawn, verdict, unit, digits, strength, schools, partnerships, absent};
}

/** A cell for which the release has no row. */
export const makeEmptyCell = (role: Role, absent = "No school is on record in this role."): MatrixCell => ({
  role,
  effect: null,
  drawn: null,
  verdict: null,
  unit: null,
  digits: null,
  strength: null,
  schools: 0,
  partnerships: 0,
  absent
});

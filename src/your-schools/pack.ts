import type {Yearly} from "../analysis/comparison/yearly.ts";
import type {PackedYear, SchoolState} from "./files.ts";

/** Decimals beyond which nothing is kept: a millionth of a point moves no figure that is printed. */
const MOST_DIGITS = 6;

/** Years with any value, each with as few decimals as its values need, six at most. */
export function packYears({years, values}: Yearly): PackedYear[] {
  return years.flatMap((year, column) => {
    const own = numberColumn({years, values}, column);
    if (own.every(Number.isNaN)) return [];
    const digits = chooseDigits(own);
    return [
      {year, digits, values: own.map((value) => (Number.isNaN(value) ? null : Math.round(value * 10 ** digits)))}
    ];
  });
}

/** The same values by school and year; an empty series has the year 0. */
export function unpackYears(packed: readonly PackedYear[], schools: number): Yearly {
  const first = packed[0]?.year ?? 0;
  const years = Array.from({length: (packed.at(-1)?.year ?? 0) - first + 1}, (_, i) => first + i);
  const values = new Float64Array(schools * years.length).fill(NaN);
  for (const {year, digits, values: own} of packed) {
    const per = 10 ** digits;
    own.forEach((value, row) => value !== null && (values[row * years.length + year - first] = value / per));
  }
  return {years, values};
}

/** Whole numbers, each as its step from the one before: of ascending ones a fifth of the bytes is left. */
export const packAscending = (values: readonly number[]): number[] =>
  values.map((value, i) => value - (values[i - 1] ?? 0));

/** The numbers that such steps lead to. */
export function unpackAscending(steps: readonly number[]): number[] {
  let last = 0;
  return steps.map((step) => (last += step));
}

/** The same years, each value as its step from the last that the school had: a third fewer bytes where it changes little. */
export function packSteps(packed: readonly PackedYear[]): PackedYear[] {
  const digits = Math.max(0, ...packed.map((one) => one.digits));
  const last: number[] = [];
  return packed.map(({year, digits: own, values}) => ({
    year,
    digits,
    values: values.map((value, row) => {
      if (value === null) return null;
      const before = last[row] ?? 0;
      last[row] = value * 10 ** (digits - own);
      return last[row] - before;
    })
  }));
}

/** The values that such steps lead to. */
export function unpackSteps(steps: readonly PackedYear[]): PackedYear[] {
  const last: number[] = [];
  return steps.map(({year, digits, values}) => ({
    year,
    digits,
    values: values.map((step, row) => (step === null ? null : (last[row] = (last[row] ?? 0) + step)))
  }));
}

/**
 * How each year of a series stands to the native values it was made from. Throws where a year is no straight line of
 * them to a millionth: then it could not be made again.
 */
export function placeAmongAll(native: Yearly, made: Yearly): SchoolState[] {
  return made.years.flatMap((year, column) => {
    const target = numberColumn(made, column);
    if (target.every(Number.isNaN)) return [];
    const own = numberColumn(native, year - native.years[0]);
    const rows = [...target.keys()].filter((row) => !Number.isNaN(target[row]));
    let [low, high] = [rows[0], rows[0]];
    for (const row of rows) {
      if (own[row] < own[low]) low = row;
      if (own[row] > own[high]) high = row;
    }
    const range = own[high] - own[low];
    const sd = range > 0 ? range / (target[high] - target[low]) : 1;
    const isPlain = rows.every((row) => target[row] === own[row]);
    const mean = isPlain ? 0 : own[low] - sd * target[low];
    const by = isPlain ? 1 : sd;
    const off = rows.find((row) => !(Math.abs((own[row] - mean) / by - target[row]) < 1e-6));
    if (off !== undefined)
      throw new Error(`${year}: the value of row ${off} does not stand on a line of native values`);
    const without = [...own.keys()].filter((row) => !Number.isNaN(own[row]) && Number.isNaN(target[row]));
    return [{year, mean, sd: by, without}];
  });
}

/** The series that stands so to native values; `years` are its first and last. */
export function stand(
  native: Yearly,
  schoolStates: readonly SchoolState[],
  [first, last]: readonly [number, number]
): Yearly {
  const schools = native.values.length / native.years.length;
  const years = Array.from({length: last - first + 1}, (_, i) => first + i);
  const values = new Float64Array(schools * years.length).fill(NaN);
  for (const {year, mean, sd, without} of schoolStates) {
    const from = year - native.years[0];
    for (let row = 0; row < schools; row++) {
      values[row * years.length + year - first] = (native.values[row * native.years.length + from] - mean) / sd;
    }
    for (const row of without) values[row * years.length + year - first] = NaN;
  }
  return {years, values};
}

function numberColumn({years, values}: Yearly, column: number): number[] {
  const own = new Array<number>(values.length / years.length).fill(NaN);
  if (column < 0 || column >= years.length) return own;
  for (let row = 0; row < own.length; row++) own[row] = values[row * years.length + column];
  return own;
}

/** As few decimals as leave every value where it is to a thousand-millionth, six at most. */
function chooseDigits(values: readonly number[]): number {
  let digits = 0;
  for (const value of values) {
    while (digits < MOST_DIGITS && Math.abs(value - roundTo(value, digits)) > 1e-9) digits++;
    if (digits === MOST_DIGITS) break;
  }
  return digits;
}

/** The number that `toFixed` prints, at a twentieth of the time where a double holds its digits as a whole number. */
function roundTo(value: number, digits: number): number {
  const per = 10 ** digits;
  return Math.abs(value) * per < 2 ** 52 ? Math.round(value * per) / per : Number(value.toFixed(digits));
}

import {counted, range, signed} from "../ui/format.js";
import {LOOKS} from "../chart/look.js";
import type {Across, Result} from "../ui/release.js";

type Reported = Pick<Result, "unit" | "digits" | "role">;

/** How many partnerships can be distinguished from the mean: those whose shrunken interval leaves it out. */
export function countDistinguished({units, mean}: Across): {above: number; below: number} {
  return {
    above: units.filter(({low}) => low > mean.value).length,
    below: units.filter(({high}) => high < mean.value).length
  };
}

const are = (n: number): string => (n === 1 ? "is" : "are");

/** How far partnerships differ, and how far that is chance: the sentence over the charts. */
export function spreadSentence(across: Across, {unit, digits, role}: Reported): string {
  const {above, below} = countDistinguished(across);
  const {value, low, high} = across.mean;
  const limits = low === null || high === null ? "" : ` (95% interval ${range(low, high, digits)})`;
  const mean = `the mean of ${signed(value, digits)} ${unit}${limits} for ${LOOKS[role].name.toLowerCase()}`;
  const rest = across.partnerships - above - below;
  const all = counted(across.partnerships, "partnership");
  const apart =
    above + below === 0
      ? `None of ${all} can be told apart from ${mean}.`
      : `${rest} of ${all} cannot be told apart from ${mean}; ${above} ${are(above)} clearly above it and ${below} clearly below.`;
  const next = `Another partnership of this kind would most likely lie between ${signed(across.predict_low, digits)} and ${signed(across.predict_high, digits)}.`;
  return `${apart} ${next}`;
}

/** How much of what is seen between partnerships is more than chance, to the nearest tenth. */
export function chanceShare({i2}: Across): string {
  const tenths = Math.round(i2 / 10);
  if (tenths === 0) return "Nearly all that they differ by is chance.";
  if (tenths >= 10) return "Nearly all that they differ by is more than chance.";
  return `About ${tenths} tenths of what they differ by is more than chance.`.replace("1 tenths", "1 tenth");
}

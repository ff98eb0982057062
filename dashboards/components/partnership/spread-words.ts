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
      ? `None of ${all} can be distinguished from ${mean}.`
      : `${rest} of ${all} cannot be distinguished from ${mean}; ${above} ${are(above)} clearly above it and ${below} clearly below.`;
  const next = `Another partnership of this kind would most likely lie between ${signed(across.predict_low, digits)} and ${signed(across.predict_high, digits)}.`;
  return `${apart} ${next}`;
}

/**
 * What both assumptions allow to be said, over both charts: the range of the two means, the union of their intervals,
 * and how many partnerships stand apart under each. Opens with the verdict where the whole is too weak to say more.
 */
export function spreadLead(
  {same_trend, same_past}: {same_trend: Across; same_past: Across},
  {unit, digits, role, verdict}: Reported & Pick<Result, "verdict">
): string {
  const sets = [same_trend, same_past];
  const ends = (pick: (across: Across) => number | null) => sets.map(pick).filter((value) => value !== null);
  const means = ends(({mean}) => mean.value);
  const lows = ends(({mean}) => mean.low);
  const highs = ends(({mean}) => mean.high);
  const [a, b] = sets.map(countDistinguished);
  const weak = verdict === "too_weak" || verdict === "too_few" ? "Too weak to say what joining added. " : "";
  const limits =
    lows.length < 2 || highs.length < 2
      ? ""
      : ` (95% interval ${range(Math.min(...lows), Math.max(...highs), digits)}, under both assumptions)`;
  return (
    `${weak}Of ${counted(same_trend.partnerships, "partnership")} with three schools or more, ` +
    `${LOOKS[role].name.toLowerCase()} did ${estimates(means, digits)} ${unit} beyond what was expected, on average${limits}. ` +
    `Clearly above that mean: ${a.above} of them if the same trend holds (A), ${b.above} if the same past does (B). Clearly below: ${a.below} and ${b.below}.`
  );
}

const estimates = (values: readonly number[], digits: number): string => {
  const [low, high] = [Math.min(...values), Math.max(...values)].map((value) => signed(value, digits));
  return low === high ? low : `${low} to ${high}`;
};

/** How much of what is seen between partnerships is more than chance, to the nearest tenth. */
export function chanceShare({i2}: Across): string {
  const tenths = Math.round(i2 / 10);
  if (tenths === 0) return "Nearly all that they differ by is chance.";
  if (tenths >= 10) return "Nearly all that they differ by is more than chance.";
  return `About ${tenths} tenths of what they differ by is more than chance.`.replace("1 tenths", "1 tenth");
}

import {buildComparison} from "../../src/comparison.ts";
import type {ComparisonInput} from "../../src/comparison.ts";
import {differenceInRates} from "../../src/estimators/difference-in-rates.ts";
import type {Figure} from "../../src/release.ts";

/** Every figure of differenceInRates by name: “similar −2”, “joined after”, “difference change”; those that are null left out. */
export function namedFigures(input: ComparisonInput): Map<string, Figure> {
  const {levels, rates, difference} = differenceInRates.estimate(buildComparison(input));
  const named: [string, Figure | null][] = [
    ...levels.map(({group, event_time, value, low, high, schools}): [string, Figure] => [
      `${group} ${event_time}`,
      {value, low, high, schools}
    ]),
    ...rates.flatMap(({group, before, after, naive}): [string, Figure | null][] => [
      [`${group} before`, before],
      [`${group} after`, after],
      [`${group} naive`, naive]
    ]),
    ["difference after", difference.after],
    ["difference change", difference.change]
  ];
  return new Map(named.flatMap(([name, figure]) => (figure ? [[name, figure] as const] : [])));
}

import {printTable, type PrintedRow} from "../tables/print-table.ts";
import {timeFirst, type OfStep} from "./whole-country.ts";

/** What a step takes with so many schools. */
export interface OfSize {
  schools: number;
  steps: readonly Pick<OfStep, "step" | "processor">[];
}

/** Steps that take less are lost in what a process needs to start. */
const LEAST = 0.5;

/**
 * How the cost of each step grows: seconds of processors at each size, and the exponent of the number of schools from
 * the smallest size at which the step takes half a second to the largest; null where there are no two such sizes.
 */
export function scalingRows(sizes: readonly OfSize[]): PrintedRow[] {
  const steps = sizes[0]?.steps.map(({step}) => step) ?? [];
  return steps.map((step) => {
    const measured = sizes.flatMap(({schools, steps: those}) => {
      const one = those.find((other) => other.step === step);
      return one ? [{schools, seconds: one.processor}] : [];
    });
    const long = measured.filter(({seconds}) => seconds >= LEAST);
    const [first, last] = [long[0], long.at(-1)];
    const grows = first !== undefined && last !== undefined && last.schools > first.schools;
    const exponent = grows ? Math.log(last.seconds / first.seconds) / Math.log(last.schools / first.schools) : null;
    return {
      step,
      ...Object.fromEntries(
        sizes.map(({schools}) => {
          const one = measured.find((other) => other.schools === schools);
          return [`seconds_${schools}`, one ? Number(one.seconds.toFixed(1)) : null];
        })
      ),
      exponent: exponent === null ? null : Number(exponent.toFixed(2))
    };
  });
}

/** First runs that were timed already, by schools. */
export type TimedFirst = ReadonlyMap<number, OfSize["steps"]>;

/** From published files to the release with 600, 3,000 and 24,000 schools, as far as `most`; a table. */
export async function scalingTable(
  most: number,
  {timed, log}: {timed: TimedFirst; log: (line: string) => void}
): Promise<string> {
  const sizes: OfSize[] = [];
  for (const schools of [600, 3000, 24_000].filter((count) => count <= most)) {
    log(`${schools} schools`);
    sizes.push({schools, steps: timed.get(schools) ?? (await timeFirst(schools, log))});
  }
  return printTable(scalingRows(sizes), "table");
}

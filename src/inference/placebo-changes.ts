import type {LongPanel} from "../estimators/long-panel.ts";

/** Event times, both included, whose mean counts. */
export type Window = readonly [number, number];

/**
 * By period that could have been a start: the change of every unit that was never treated, from its mean over
 * the base window to its mean over the window after, in event times. A unit counts where it has a value at every
 * time of both; a start counts where two units do.
 */
export function placeboChanges(panel: LongPanel, {base, after}: {base: Window; after: Window}): Map<number, Float64Array> {
  const {unit, period, outcome, cohort} = panel;
  const changes = new Map<number, number[]>();
  for (let from = 0, to = 0; from < unit.length; from = to) {
    while (to < unit.length && unit[to] === unit[from]) to++;
    if (cohort[unit[from]!] !== Infinity) continue;
    const values = new Map<number, number>();
    for (let row = from; row < to; row++) values.set(period[row]!, outcome[row]!);
    for (let start = period[from]! - base[0]; start <= period[to - 1]! - after[1]; start++) {
      const change = meanAt(values, start, after) - meanAt(values, start, base);
      if (Number.isNaN(change)) continue;
      if (!changes.has(start)) changes.set(start, []);
      changes.get(start)!.push(change);
    }
  }
  return new Map(
    [...changes]
      .filter(([, of]) => of.length > 1)
      .sort(([a], [b]) => a - b)
      .map(([start, of]) => [start, Float64Array.from(of)])
  );
}

/** NaN where a value is missing. */
function meanAt(values: ReadonlyMap<number, number>, start: number, [from, to]: Window): number {
  let sum = 0;
  for (let time = from; time <= to; time++) sum += values.get(start + time) ?? NaN;
  return sum / (to - from + 1);
}

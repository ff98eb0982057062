import {group} from "d3";
import type {LongPanel} from "../../panel/long-panel.ts";
import {requireWindows, type NamedWindow} from "../../panel/named-window.ts";
import type {Aggregate} from "../../panel/panel-estimator.ts";
import type {CellExcess} from "./cell-excess.ts";
import {meanExcess, meanOfMeans, type MeanExcess} from "./mean-excess.ts";

/**
 * Means of excesses, the overall effect first. `group` and `cohort`: each unit’s mean over the event times of `after`
 * that it has, then the mean over units (Callaway & Sant’Anna 2021, eq. 3.7 and 3.10, unit by unit), followed by every
 * event time or by cohorts. `dynamic`, `phase`: event times, the overall effect the plain mean of those of `after`.
 * `calendar`: years from treatment on and their plain mean. `simple`: all excesses of `after` alike. Empty where no
 * treated unit has an excess there.
 */
export function averageExcess(
  cells: readonly CellExcess[],
  panel: LongPanel,
  {
    aggregate,
    windows,
    after: [from, to]
  }: {
    aggregate: Exclude<Aggregate, "att_gt">;
    windows?: readonly NamedWindow[] | undefined;
    after: readonly [from: number, to: number];
  }
): MeanExcess[] {
  const after = cells.filter(({cohort, time}) => time - cohort >= from && time - cohort <= to);
  const terms = (some: readonly CellExcess[], by: (cell: CellExcess) => number) => makeTerms(some, by, panel);
  const events = terms(cells, ({cohort, time}) => time - cohort);
  const isAfter = ({term}: MeanExcess) => Number(term) >= from && Number(term) <= to;
  const averageOverall = (parts: readonly MeanExcess[]) => (parts.length ? [meanOfMeans("overall", parts)] : []);
  const overall = present(meanExcess("overall", after, panel));
  if (!overall.length) return [];
  if (aggregate === "group") return [...overall, ...events];
  if (aggregate === "cohort") return [...overall, ...terms(after, ({cohort}) => cohort)];
  if (aggregate === "dynamic") return [...averageOverall(events.filter(isAfter)), ...events];
  if (aggregate === "phase")
    return [...averageOverall(events.filter(isAfter)), ...averageWindows(events, requireWindows(windows))];
  const years = terms(after, ({time}) => time);
  if (aggregate === "calendar") return [...averageOverall(years), ...years];
  return present(meanExcess("overall", after, panel, {eachCell: true}));
}

function makeTerms(cells: readonly CellExcess[], by: (cell: CellExcess) => number, panel: LongPanel): MeanExcess[] {
  const groups = [...group(cells, by)].sort(([a], [b]) => a - b);
  return groups.flatMap(([term, own]) => present(meanExcess(term, own, panel)));
}

function averageWindows(events: readonly MeanExcess[], windows: readonly NamedWindow[]): MeanExcess[] {
  return windows.flatMap(({id, from, to}) => {
    const within = events.filter(({term}) => Number(term) >= from && Number(term) <= to);
    return within.length ? [meanOfMeans(id, within)] : [];
  });
}

const present = (mean: MeanExcess | null): MeanExcess[] => (mean ? [mean] : []);

import {ascending, group, sum} from "d3";
import {design} from "./design.ts";
import {UserError} from "./errors.ts";
import {assignClusters} from "./inference/clusters.ts";
import type {Clusters} from "./inference/clusters.ts";
import type {ComparisonNote, Group} from "./release.ts";
import {weighToJoined} from "./statistics/joined-mix.ts";
import {meanOfAvailable} from "./statistics/mean-of-available.ts";
import type {Observations} from "./statistics/observations.ts";
import {strataOf} from "./statistics/strata.ts";

/** One measure in one phase: a row a school, a column an academic year. */
export interface Panel {
  /** Consecutive, ascending. */
  years: readonly number[];
  /** school_id by row. */
  schools: readonly number[];
  /** Schools × years, row-major, NaN = missing. */
  values: Float64Array;
}

/** A school that joined in the role under study. */
export interface Joiner {
  /** Its row in the panel. */
  row: number;
  /** First treated academic year, g. */
  cohort: number;
  partnership: string;
}

/** What a comparison is built from. */
export interface ComparisonInput {
  panel: Panel;
  /** Each school once. */
  joiners: readonly Joiner[];
  /** By panel row: first academic year in any partnership of the compared kind, in any role; Infinity if never. */
  treatedFrom: Float64Array | readonly number[];
  /** First and last event time of the base window. */
  base?: [number, number];
  /** First and last event time to be shown. */
  eventTimes?: [number, number];
  /** How many equal parts of the base means schools are compared within. */
  strata?: number;
}

/** Schools that joined, those like them that had not, and all schools, as weighted observations by event time. */
export interface Comparison {
  groups: Record<Group, Observations>;
  /** First and last event time to be shown. */
  eventTimes: [number, number];
  /** Event time of the first column of every group; there are columns at least for the plan’s windows. */
  firstEventTime: number;
  /** Cells of joined and similar schools; `strata` consecutive ones make a cell of all schools. */
  cells: number;
  strata: number;
  clusters: Clusters;
  /** How many partnerships the joined schools are in. */
  partnerships: number;
  /** Joined schools’ values left out because no similar school had one in that cell at that event time. */
  left_out: number;
  funnel: ComparisonNote["funnel"];
}

/** Schools within cohorts: panel rows, and the cell of each. */
interface Units {
  row: number[];
  cell: number[];
}

/**
 * Builds a comparison of schools that joined with schools that had not. Event
 * time is e = academic year − g.
 *
 * `joined`: each joiner with a value in its base window (its base mean is the
 * mean of those there are) and at least one similar school. `similar`, for each
 * cohort g: the schools untreated at g whose base mean, over the same calendar
 * years, is in the same third; their values count only in years before they
 * join anything themselves. The thirds are of the base means of all schools of
 * the panel. `all`, for each g: every school of the panel.
 *
 * A cell is a third of a cohort; for `all`, a cohort. At each event time, similar
 * and all schools are weighted to the joined schools’ mix of cells
 * (`weighToJoined`). NaN is no observation, and is never filled in.
 *
 * Throws a UserError if nobody joined, a school joined twice, no joiner has a
 * value in its base window, or no untreated school is like any joiner.
 */
export function buildComparison({
  panel,
  joiners,
  treatedFrom,
  base = design.base,
  eventTimes = design.event_times,
  strata = design.strata
}: ComparisonInput): Comparison {
  checkJoiners(joiners, panel, treatedFrom);
  const cohorts = [...group(joiners, (j) => j.cohort)].sort(([a], [b]) => ascending(a, b));
  const joined: Units = {row: [], cell: []};
  const similar: Units = {row: [], cell: []};
  const all: Units = {row: [], cell: []};
  let withBase = 0;

  cohorts.forEach(([cohort, members], c) => {
    const stratum = strataOf(baseMeans(panel, cohort, base), strata);
    const based = members.filter(({row}) => !Number.isNaN(stratum[row]));
    withBase += based.length;
    const sought = new Set(based.map(({row}) => stratum[row]));
    const found = new Set<number>();
    for (let row = 0; row < panel.schools.length; row++) {
      if (treatedFrom[row] > cohort && sought.has(stratum[row])) {
        found.add(stratum[row]);
        add(similar, row, c * strata + stratum[row]);
      }
    }
    for (const {row} of based) if (found.has(stratum[row])) add(joined, row, c * strata + stratum[row]);
    if (found.size) for (let row = 0; row < panel.schools.length; row++) add(all, row, c);
  });
  if (!withBase) throw new NoBaseError(joiners.length, base);
  if (!joined.row.length) throw new NoSimilarSchoolError(withBase);

  const firstEventTime = Math.min(eventTimes[0], design.before[0]);
  const columns = Math.max(eventTimes[1], design.after[1]) - firstEventTime + 1;
  const observe = ({row, cell}: Units, cellsOfCohort: number, until?: ArrayLike<number>) => ({
    row: new Int32Array(row),
    cell: new Int32Array(cell),
    columns,
    values: valuesByEventTime(panel, {
      row,
      from: cell.map((d) => cohorts[Math.floor(d / cellsOfCohort)][0] + firstEventTime),
      columns,
      until
    })
  });
  const cells = cohorts.length * strata;
  const groups = weighToJoined(
    {joined: observe(joined, strata), similar: observe(similar, strata, treatedFrom), all: observe(all, 1)},
    {cells, strata}
  );
  const inComparison = new Set(joined.row);
  const kept = joiners.filter(({row}) => inComparison.has(row));
  return {
    groups,
    eventTimes,
    firstEventTime,
    cells,
    strata,
    clusters: assignClusters(panel.schools.length, joiners),
    partnerships: new Set(kept.map((j) => j.partnership)).size,
    left_out: sum(groups.joined.counts, (n, i) => (groups.joined.weights[i] === 0 ? n : 0)),
    funnel: funnelOf({panel, joiners, base, withBase, kept})
  };
}

function add(units: Units, row: number, cell: number): void {
  units.row.push(row);
  units.cell.push(cell);
}

/** By panel row: the mean of the values there are at the event times of the base window; NaN if none. */
function baseMeans({years, schools, values}: Panel, cohort: number, base: [number, number]): Float64Array {
  const from = Math.max(cohort + base[0] - years[0], 0);
  const to = Math.min(cohort + base[1] - years[0], years.length - 1);
  return new Float64Array(schools.length).map((_, row) =>
    meanOfAvailable(values, row * years.length + from, row * years.length + to)
  );
}

/** Units × columns, column-major: the values from academic year `from` of each unit on; NaN outside the panel and from `until` on. */
function valuesByEventTime(
  {years, values}: Panel,
  {row, from, columns, until}: {row: number[]; from: number[]; columns: number; until?: ArrayLike<number>}
): Float64Array {
  const observed = new Float64Array(row.length * columns).fill(NaN);
  for (let unit = 0; unit < row.length; unit++) {
    const start = Math.max(from[unit], years[0]);
    const end = Math.min(from[unit] + columns, years[0] + years.length, until ? until[row[unit]] : Infinity);
    for (let year = start; year < end; year++) {
      observed[(year - from[unit]) * row.length + unit] = values[row[unit] * years.length + year - years[0]];
    }
  }
  return observed;
}

function checkJoiners(joiners: readonly Joiner[], {schools}: Panel, treatedFrom: ArrayLike<number>): void {
  if (!joiners.length) {
    throw new UserError("no school joined in this role", {
      fix: "leave the comparison out, or add the schools to the membership list"
    });
  }
  const seen = new Set<number>();
  for (const {row, cohort} of joiners) {
    if (seen.has(row)) {
      throw new UserError(`school ${schools[row]} joined twice in one role`, {fix: "keep its first membership"});
    }
    if (treatedFrom[row] > cohort) {
      throw new UserError(`school ${schools[row]} joined in ${cohort} but counts as untreated then`, {
        fix: "make treatedFrom the first academic year of any membership, in any role"
      });
    }
    seen.add(row);
  }
}

class NoBaseError extends UserError {
  override name = "NoBaseError";

  constructor(joiners: number, base: [number, number]) {
    super(`none of the ${joiners} schools that joined has a value ${yearsBefore(base)}`, {
      fix: "leave the comparison out, widen the base window, or fetch earlier years of the measure"
    });
  }
}

class NoSimilarSchoolError extends UserError {
  override name = "NoSimilarSchoolError";

  constructor(joiners: number) {
    super(`no untreated school had results like any of the ${joiners} schools that joined, so none is comparable`, {
      fix: "leave the comparison out, or compare within fewer strata"
    });
  }
}

function yearsBefore([from, to]: [number, number]): string {
  return from === to ? `${-from} years before joining` : `${-to} to ${-from} years before joining`;
}

/** Joiners, then those left at each step and why the rest were lost. */
function funnelOf({
  panel: {years, values},
  joiners,
  base,
  withBase,
  kept
}: {
  panel: Panel;
  joiners: readonly Joiner[];
  base: [number, number];
  withBase: number;
  kept: readonly Joiner[];
}): ComparisonNote["funnel"] {
  const last = years[years.length - 1];
  const tooEarly = joiners.filter((j) => j.cohort + base[1] < years[0]).length;
  const tooLate = kept.filter((j) => j.cohort > last).length;
  const followed = kept.filter(({row, cohort}) => {
    const first = Math.max(cohort - years[0], 0);
    return !Number.isNaN(meanOfAvailable(values, row * years.length + first, (row + 1) * years.length - 1));
  }).length;
  return [
    {step: "joined in the role", schools: joiners.length, lost: null},
    {
      step: `with a value ${yearsBefore(base)}`,
      schools: withBase,
      lost: reasons([
        [tooEarly, "the data start too late"],
        [joiners.length - withBase - tooEarly, "no value in those years"]
      ])
    },
    {
      step: "with a similar school to compare with",
      schools: kept.length,
      lost: reasons([[withBase - kept.length, "no untreated school had like results in those years"]])
    },
    {
      step: "with a value after joining",
      schools: followed,
      lost: reasons([
        [tooLate, "the data end too soon"],
        [kept.length - followed - tooLate, "no value since joining"]
      ])
    }
  ];
}

function reasons(lost: [schools: number, why: string][]): string | null {
  return lost.flatMap(([schools, why]) => (schools ? `${why} (${schools})` : [])).join("; ") || null;
}

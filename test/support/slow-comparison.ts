import tQuantile from "@stdlib/stats-base-dists-t-quantile";
import {mean, quantile, range, sum} from "d3";
import type {ComparisonInput} from "../../src/comparison.ts";
import type {Figure, Group} from "../../src/release.ts";

interface Unit {
  group: Group;
  row: number;
  g: number;
  /** Cohort and third. For `all`, the cohort. */
  cell: string;
  values: Map<number, number>;
}

interface Part {
  row: number;
  group: Group;
  g: number;
  cell: string;
  points: Map<number, number>;
}

/** How much each school counts for: in its own observations, and in the mix that joined schools set. */
interface Counting {
  own: (row: number) => number;
  mix: (row: number) => number;
}

interface Point {
  value: number;
  rows: Set<number>;
}

const once = {own: () => 1, mix: () => 1};
const groups: Group[] = ["joined", "similar", "all"];

/** The slow, obvious twin of buildComparison and differenceInRates: every figure by name. */
export function slowFigures(input: ComparisonInput): Map<string, Figure> {
  const units = unitsOf(input);
  const clusterOf = (row: number) => input.joiners.find((j) => j.row === row)?.partnership ?? `school ${row}`;
  const points = pointsOf(units, input, once);
  const clusters = [...new Set(input.panel.schools.map((_, row) => clusterOf(row)))];
  const sums = new Map<string, number>();
  for (const cluster of clusters) {
    const heavier = (by: number) => (row: number) => (clusterOf(row) === cluster ? 1 + by : 1);
    const given = derivatives((by) => pointsOf(units, input, {own: heavier(by), mix: () => 1}));
    const free = derivatives((by) => pointsOf(units, input, {own: heavier(by), mix: heavier(by)}));
    for (const name of points.keys()) {
      const psi = (name.startsWith("difference") ? free : given).get(name)!;
      sums.set(name, (sums.get(name) ?? 0) + psi * psi);
    }
  }
  const clustersIn = (name: string) => new Set([...points.get(name)!.rows].map(clusterOf)).size;
  const figures = new Map<string, Figure>();
  for (const [name, {value, rows}] of points) {
    const parts = {
      "difference after": ["joined after", "similar after"],
      "difference change": ["joined after", "similar after", "joined before", "similar before"]
    }[name] ?? [name];
    const G = Math.min(...parts.map(clustersIn));
    const schools =
      name === "difference change"
        ? Math.min(...["joined after", "joined before"].map((n) => points.get(n)!.rows.size))
        : rows.size;
    const margin = G < 5 ? NaN : tQuantile(0.975, G - 1) * Math.sqrt((G / (G - 1)) * sums.get(name)!);
    figures.set(name, {value, low: G < 5 ? null : value - margin, high: G < 5 ? null : value + margin, schools});
  }
  return figures;
}

/** Derivatives at 0 of every value, by a five-point stencil. */
function derivatives(at: (by: number) => Map<string, Point>): Map<string, number> {
  const h = 1e-3;
  const [a, b, c, d] = [-2 * h, -h, h, 2 * h].map(at);
  return new Map(
    [...a.keys()].map((k) => {
      const [va, vb, vc, vd] = [a, b, c, d].map((points) => points.get(k)!.value);
      return [k, (va - 8 * vb + 8 * vc - vd) / (12 * h)];
    })
  );
}

function unitsOf({panel, joiners, treatedFrom, base = [-4, -2], strata = 3}: ComparisonInput): Unit[] {
  const {years, schools, values} = panel;
  const rows = schools.map((_, row) => row);
  const valueIn = (row: number, year: number) =>
    years.includes(year) ? values[row * years.length + years.indexOf(year)] : NaN;
  const valuesOf = (row: number, g: number, until: number) => {
    const found = new Map<number, number>();
    for (const year of years) {
      if (year < until && !Number.isNaN(valueIn(row, year))) found.set(year - g, valueIn(row, year));
    }
    return found;
  };
  return [...new Set(joiners.map((j) => j.cohort))].flatMap((g) => {
    const baseOf = (row: number) =>
      mean(
        range(base[0], base[1] + 1)
          .map((e) => valueIn(row, g + e))
          .filter((v) => !Number.isNaN(v))
      );
    const bases = rows.map(baseOf);
    const cuts = range(1, strata).map((i) => quantile(bases, i / strata)!);
    const cell = (row: number) => `${g} ${cuts.filter((cut) => bases[row]! > cut).length}`;
    const members = joiners.filter((j) => j.cohort === g && bases[j.row] !== undefined).map((j) => j.row);
    const untreated = rows.filter((row) => treatedFrom[row] > g && bases[row] !== undefined);
    const joined = members.filter((row) => untreated.some((other) => cell(other) === cell(row)));
    if (!joined.length) return [];
    return [
      ...joined.map((row): Unit => ({group: "joined", row, g, cell: cell(row), values: valuesOf(row, g, Infinity)})),
      ...untreated.map((row): Unit => ({
        group: "similar",
        row,
        g,
        cell: cell(row),
        values: valuesOf(row, g, treatedFrom[row])
      })),
      ...rows.map((row): Unit => ({group: "all", row, g, cell: `${g}`, values: valuesOf(row, g, Infinity)}))
    ];
  });
}

function pointsOf(units: Unit[], {eventTimes = [-5, 5]}: ComparisonInput, counting: Counting): Map<string, Point> {
  const points = new Map<string, Point>();
  const put = (name: string, point: Point | null) => point && points.set(name, point);
  const parts: Part[] = units.map(({values, ...unit}) => ({...unit, points: values}));
  const weigh = weigher(parts, counting);
  const changes = parts.map((part) => ({...part, points: naiveOf(part.points)}));
  const weighChange = weigher(changes, counting);
  for (const group of groups) {
    const mine = parts.filter((part) => part.group === group);
    for (const e of range(eventTimes[0], eventTimes[1] + 1)) put(`${group} ${e}`, average(mine, e, weigh));
    put(`${group} before`, slope(mine, range(-4, -1), weigh));
    put(`${group} after`, slope(mine, range(0, 5), weigh));
    put(
      `${group} naive`,
      average(
        changes.filter((part) => part.group === group),
        0,
        weighChange
      )
    );
  }
  const [before, after] = ["before", "after"].map((when) => {
    const [joined, similar] = [points.get(`joined ${when}`), points.get(`similar ${when}`)];
    return joined && similar ? {value: joined.value - similar.value, rows: joined.rows} : null;
  });
  put("difference after", after);
  put("difference change", before && after && {value: after.value - before.value, rows: after.rows});
  return points;
}

function naiveOf(values: Map<number, number>): Map<number, number> {
  const later = [0, 1, 2].flatMap((e) => values.get(e) ?? []);
  return values.has(-1) && later.length ? new Map([[0, mean(later)! - values.get(-1)!]]) : new Map();
}

type Weigh = (part: Part, e: number) => number;

function weigher(parts: Part[], {own, mix}: Counting): Weigh {
  const memo = new Map<string, number>();
  const total = (key: string, count: () => number) => {
    if (!memo.has(key)) memo.set(key, count());
    return memo.get(key)!;
  };
  const observed = (group: Group, e: number, cell: string, by: (row: number) => number, name: string) =>
    total(`${group} ${e} ${cell} ${name}`, () =>
      sum(
        parts.filter((p) => p.group === group && p.cell === cell && p.points.has(e)),
        (p) => by(p.row)
      )
    );
  const compared = (cell: string, e: number) => observed("similar", e, cell, own, "own") > 0;
  return (part, e) => {
    if (part.group === "joined") return compared(part.cell, e) ? own(part.row) : 0;
    const joined =
      part.group === "similar"
        ? observed("joined", e, part.cell, mix, "mix")
        : total(`kept ${part.g} ${e}`, () =>
            sum(
              parts.filter((p) => p.group === "joined" && p.g === part.g && p.points.has(e) && compared(p.cell, e)),
              (p) => mix(p.row)
            )
          );
    return (own(part.row) * joined) / observed(part.group, e, part.cell, own, "own");
  };
}

function average(parts: Part[], e: number, weigh: Weigh): Point | null {
  const there = parts.filter((part) => part.points.has(e) && weigh(part, e) > 0);
  if (!there.length) return null;
  const value = sum(there, (part) => weigh(part, e) * part.points.get(e)!) / sum(there, (part) => weigh(part, e));
  return {value, rows: new Set(there.map((part) => part.row))};
}

/** Within-unit least squares, from pairs of a unit’s values: Σ w v (x − x′)(y − y′) ÷ Σ w v (x − x′)², over the unit’s Σ w. */
function slope(parts: Part[], window: number[], weigh: Weigh): Point | null {
  const rows = new Set<number>();
  let top = 0;
  let bottom = 0;
  for (const part of parts) {
    const there = window.filter((e) => part.points.has(e) && weigh(part, e) > 0);
    if (there.length < 2) continue;
    rows.add(part.row);
    const total = sum(there, (e) => weigh(part, e));
    for (const a of there) {
      for (const b of there.filter((e) => e > a)) {
        const weight = (weigh(part, a) * weigh(part, b)) / total;
        top += weight * (b - a) * (part.points.get(b)! - part.points.get(a)!);
        bottom += weight * (b - a) ** 2;
      }
    }
  }
  return rows.size ? {value: top / bottom, rows} : null;
}

import {formatAcademicYear} from "../../src/vocabulary/academic-year.ts";
import {haveAll, rank, type SchoolPanel} from "./school-panel.ts";

/** In all real files at hand ranks of schools correlate at seven eighths of what they do between the column’s other years, or more; of few schools chance may make them do so less. */
const UNRELATED = {schools: 30, related: 0.5, times: 0.4, many: {schools: 200, times: 0.6}};

/** In no real file do two columns fit a fourth of the schools’ other years better exchanged. */
const COLUMNS = {schools: 30, share: 0.75};

/** By chance half of the schools that change at all do so; where years do not matter, 3 standard errors more do in one of hundreds. */
const YEARS = {schools: 50, errors: 5};

/**
 * What to say of a year in which a column has little to do with the same schools’ other years (it was sorted or moved
 * alone), in which two columns fit them only when exchanged, or of two files that follow the years beside them better under
 * each other’s names. All are taken as they are: which file is right, the figures do not say.
 */
export const findStrangeYears = (panels: readonly SchoolPanel[]): string[] =>
  panels.flatMap((panel) => {
    const ranks: Figures = new Map([...panel.figures].map(([name, years]) => [name, years.map(rank)]));
    return [...findExchangedYears(panel, ranks), ...findUnrelated(panel, ranks), ...findExchangedColumns(panel)];
  });

type Figures = ReadonlyMap<string, readonly Float64Array[]>;

function findUnrelated({columns, years}: SchoolPanel, ranks: Figures): string[] {
  const found = new Map<number, string[]>();
  for (const name of columns) {
    const figures = ranks.get(name)!;
    const of = years.map((_, i) => i).filter((i) => haveAll(figures[i]).length >= UNRELATED.schools);
    const between = (at: number, to: number): number | null =>
      at < 0 || to >= of.length ? null : correlate(figures[of[at]], figures[of[to]], UNRELATED.schools);
    for (const at of of.keys()) {
      const own = [between(at - 1, at), between(at, at + 1)].filter((r) => r !== null);
      const beside = pairBeside(at, of.length);
      const trusted = beside && between(...beside);
      if (own.length === 0 || trusted === null || trusted < UNRELATED.related) continue;
      const {times} = haveAll(figures[of[at]]).length >= UNRELATED.many.schools ? UNRELATED.many : UNRELATED;
      if (Math.max(...own) <= times * trusted) found.set(of[at], [...(found.get(of[at]) ?? []), name]);
    }
  }
  return [...found].map(
    ([i, names]) =>
      `${years[i].file}, ${names.join(", ")}: which schools are high and which are low in ${formatAcademicYear(years[i].year)} has little to do with the same schools’ other years: a column may have been sorted or moved by itself, or be another; taken as it is; download the file again`
  );
}

/** The years to look at beside one of so many: those on both sides of it, or at an end the next two. Else it may be they that are wrong. */
function pairBeside(at: number, years: number): [number, number] | null {
  if (years < 3) return null;
  if (at === 0) return [1, 2];
  return at === years - 1 ? [at - 2, at - 1] : [at - 1, at + 1];
}

function findExchangedYears({columns, years, figures}: SchoolPanel, ranks: Figures): string[] {
  const said: string[] = [];
  for (let i = 0; years.length > 2 && i + 1 < years.length; i++) {
    const [one, other] = [years[i], years[i + 1]];
    if (one.file === other.file) continue;
    const judged = columns.flatMap((name) => {
      const errors = countErrors(figures.get(name)!, ranks.get(name)!, i);
      return errors === null ? [] : [{name, errors}];
    });
    const strange = judged.filter(({errors}) => errors > YEARS.errors);
    if (strange.length === 0 || 2 * judged.filter(({errors}) => errors > 0).length < judged.length) continue;
    const text = [one, other].map(({year}) => formatAcademicYear(year)).join(" and ");
    said.push(
      `${one.file}, ${other.file}: schools’ figures of ${text} (${strange.map(({name}) => name).join(", ")}) follow the years beside them only when exchanged: the two files may be under each other’s names; taken as they are; download both again`
    );
  }
  return said;
}

/** By how many standard errors more than half of the schools move less from year to year if this year and the next are exchanged. */
function countErrors(figures: readonly Float64Array[], ranks: readonly Float64Array[], i: number): number | null {
  const around = [i - 1, i, i + 1, i + 2].filter((year) => year >= 0 && year < ranks.length);
  // Schools that have nothing are many in one year and few in the next, and change their rank together.
  const there = haveAll(...around.map((year) => ranks[year])).filter((at) => around.every((y) => figures[y][at] !== 0));
  const apart = (a: number, b: number, at: number): number => Math.abs((ranks[a]?.[at] ?? 0) - (ranks[b]?.[at] ?? 0));
  const [hasBefore, hasAfter] = [i > 0, i + 2 < ranks.length];
  let [less, more] = [0, 0];
  for (const at of there) {
    const exchanged = (hasBefore ? apart(i - 1, i + 1, at) : 0) + (hasAfter ? apart(i, i + 2, at) : 0);
    const asPublished = (hasBefore ? apart(i - 1, i, at) : 0) + (hasAfter ? apart(i + 1, i + 2, at) : 0);
    if (exchanged < asPublished - 1e-12) less++;
    else if (exchanged > asPublished + 1e-12) more++;
  }
  return less + more < YEARS.schools ? null : (less - more) / Math.sqrt(less + more);
}

function findExchangedColumns({columns, years, printed}: SchoolPanel): string[] {
  const said: string[] = [];
  for (const [place, one] of columns.entries())
    for (const other of columns.slice(place + 1)) {
      const both = [printed.get(one)!, printed.get(other)!] as const;
      const of = years.map((_, i) => i).filter((i) => haveAll(both[0][i], both[1][i]).length >= COLUMNS.schools);
      const fits = (at: number, to: number): boolean | null =>
        at < 0 || to >= of.length ? null : fitExchanged(both, of[at], of[to]);
      for (const at of of.keys()) {
        const own = [fits(at - 1, at), fits(at, at + 1)].filter((is) => is !== null);
        const beside = pairBeside(at, of.length);
        if (own.length === 0 || !own.every(Boolean) || !beside || fits(...beside) !== false) continue;
        const {file, year} = years[of[at]];
        said.push(
          `${file}: ${one} and ${other} of ${formatAcademicYear(year)} fit the same schools’ other years only when exchanged: the two columns may have changed places; taken as they are; download the file again`
        );
      }
    }
  return said;
}

/** Whether two columns of one year are nearer to each other’s figures of another year than to their own, at most schools. */
function fitExchanged(
  [one, other]: readonly [readonly Float64Array[], readonly Float64Array[]],
  i: number,
  j: number
): boolean | null {
  const there = haveAll(one[i], other[i], one[j], other[j]);
  if (there.length < COLUMNS.schools) return null;
  const apart = (a: Float64Array, b: Float64Array, at: number): number => Math.abs(a[at] - b[at]);
  const better = there.filter(
    (at) =>
      apart(one[i], other[j], at) + apart(other[i], one[j], at) <
      apart(one[i], one[j], at) + apart(other[i], other[j], at)
  );
  return better.length > COLUMNS.share * there.length;
}

/** The correlation of two figures of schools that have both; null where fewer have, or where all are alike. */
function correlate(one: Float64Array, other: Float64Array, least: number): number | null {
  const there = haveAll(one, other);
  if (there.length < least) return null;
  const mean = (figures: Float64Array): number => there.reduce((sum, i) => sum + figures[i], 0) / there.length;
  const [a, b] = [mean(one), mean(other)];
  let [ab, aa, bb] = [0, 0, 0];
  for (const i of there) {
    ab += (one[i] - a) * (other[i] - b);
    aa += (one[i] - a) ** 2;
    bb += (other[i] - b) ** 2;
  }
  return aa > 0 && bb > 0 ? ab / Math.sqrt(aa * bb) : null;
}

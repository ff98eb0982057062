import {formatAcademicYear} from "../../src/vocabulary/academic-year.ts";
import type {SchoolPanel} from "./school-panel.ts";

/** In no real file have two schools figures so many times beyond all of their other years’, but where figures lie about zero. */
const SCALED = {times: 20, most: 500, years: 2, schools: 5};

/**
 * What to say of a year in which some schools’ figures are about a hundred times those of all their other years, or a
 * hundredth: a part of the file is in another unit, as fractions pasted among percentages are. They are taken as they are.
 */
export const findPartScaled = (panels: readonly SchoolPanel[]): string[] =>
  panels.flatMap(({schools, columns, years, figures}) =>
    columns.flatMap((name) => {
      const of = figures.get(name)!;
      // About zero a figure is small by chance.
      if (of.some((year) => year.some((value) => value < 0))) return [];
      return years.flatMap(({year, file}, at) => {
        const found = schools.flatMap((school, i) => {
          const others = of.flatMap((own, other) => (other !== at && own[i] > 0 ? [own[i]] : []));
          return isScaled(of[at][i], others) ? [{school, value: of[at][i], others}] : [];
        });
        if (found.length < SCALED.schools) return [];
        const [{school, value, others}] = found.sort((a, b) => a.school - b.school);
        const [low, high] = [Math.min(...others), Math.max(...others)].map(format);
        return `${file}, ${name}: school ${school} has ${format(value)} in ${formatAcademicYear(year)}, and from ${low} to ${high} in other years; ${(found.length - 1).toLocaleString("en-GB")} more schools are so far from theirs: a part of the file may be in another unit; taken as it is; download the file again`;
      });
    })
  );

function isScaled(value: number, others: readonly number[]): boolean {
  if (!(value > 0) || others.length < SCALED.years) return false;
  const isBetween = (times: number): boolean => times > SCALED.times && times < SCALED.most;
  return isBetween(value / Math.max(...others)) || isBetween(Math.min(...others) / value);
}

const format = (x: number): string => String(Number(x.toPrecision(3)));

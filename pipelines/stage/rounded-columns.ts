import {formatAcademicYear} from "../../src/vocabulary/academic-year.ts";
import {haveAll, type SchoolPanel} from "./school-panel.ts";

/** In no real file are the figures of so many schools all multiples of five; elsewhere a fifth of whole numbers are, and fewer of others. */
const ROUNDED = {schools: 20, values: 3, elsewhere: 0.5};

/** Of whole numbers a fifth are multiples of five; by chance so many more are in one of a million columns. */
const PART = {schools: 150, whole: 0.2, more: 0.15};

/**
 * What to say of a column whose every figure in a year is a multiple of five, or of ten, though those of its other years
 * are not, nor, where it has none, those of the other columns of its unit: it was rounded after it was published. So of a part of
 * a column, from a fifth of the schools on. Figures are taken as they are; what a school changed by is lost in them.
 */
export const findRounded = (panels: readonly SchoolPanel[]): string[] =>
  panels.flatMap(({columns, years, figures}) =>
    columns.flatMap((name) =>
      years.flatMap(({year, file}, at) => {
        const own = listFigures(figures.get(name)![at]);
        const others = years.flatMap((_, other) => (other === at ? [] : listFigures(figures.get(name)![other])));
        const beside = columns.flatMap((other) =>
          other !== name && isShare(other) && isShare(name) ? listFigures(figures.get(other)![at]) : []
        );
        const about = `${file}, ${name}:`;
        const lost = "what schools changed by is lost; taken as it is; download the file again";
        const step = [10, 5].find((by) => own.every((value) => value % by === 0));
        if (step === undefined)
          return isPartRounded(own, others)
            ? `${about} ${percent(own)} of the figures of ${formatAcademicYear(year)} are multiples of five, and ${percent(others)} of those of other years: a part of the column was rounded, and there ${lost}`
            : [];
        if (own.length < ROUNDED.schools || new Set(own).size < ROUNDED.values) return [];
        const elsewhere = others.length >= ROUNDED.schools ? others : beside;
        if (elsewhere.length < ROUNDED.schools || shareOfFives(elsewhere) > ROUNDED.elsewhere) return [];
        const where = elsewhere === others ? "in other years" : "in columns beside it";
        return `${about} every figure of ${formatAcademicYear(year)} is a multiple of ${step}, as they are not ${where}: the column was rounded, and ${lost}`;
      })
    )
  );

const isPartRounded = (own: readonly number[], others: readonly number[]): boolean =>
  Math.min(own.length, others.length) >= PART.schools &&
  shareOfFives(own) > Math.max(shareOfFives(others), PART.whole) + PART.more;

const shareOfFives = (values: readonly number[]): number =>
  values.filter((value) => value % 5 === 0).length / values.length;

const percent = (values: readonly number[]): string => `${Math.round(100 * shareOfFives(values))} %`;

/** Figures of schools that have other than nothing. */
const listFigures = (year: Float64Array): number[] => haveAll(year).flatMap((i) => (year[i] === 0 ? [] : [year[i]]));

const isShare = (name: string): boolean => name.endsWith("_pct");

import {count, number, signed} from "./format.js";
import {LOOKS, who} from "./look.js";
import type {RateRow} from "./rate-rows.js";
import type {ComparisonNote, Figure, Level, Role} from "./release.js";
import type {Column} from "./table.js";

export interface LevelRow extends Level {
  role: Role;
}

/** The numbers behind the lines, role by role. */
export const levelRows = (comparisons: readonly ComparisonNote[]): LevelRow[] =>
  comparisons.flatMap(({role, levels}) => levels.map((level) => ({...level, role})));

export const levelColumns = (digits: number): Column<LevelRow>[] => [
  {
    name: "Schools",
    show: ({group, role}) => `${LOOKS[who(group, role)].name}${group === "joined" ? "" : ` (${role} chart)`}`
  },
  {name: "Years since joining", show: (d) => signed(d.event_time, 0), raw: (d) => d.event_time, numeric: true},
  ...figureColumns<LevelRow>((d) => d, {value: "Mean", say: (x) => number(x, digits)})
];

/** The numbers behind the changes a year. */
export const rateColumns = (digits: number): Column<RateRow>[] => [
  {name: "Schools", show: ({name}) => name},
  ...(["before", "after"] as const).flatMap((when) =>
    figureColumns<RateRow>((d) => d[when], {
      value: `Change a year ${when}`,
      say: (x) => signed(x, digits),
      limit: (x) => number(x, digits),
      suffix: ` ${when}`
    })
  )
];

interface FigureWords {
  value: string;
  say: (value: number) => string;
  limit?: (value: number) => string;
  suffix?: string;
}

/** A figure in four columns: value, both limits, and how many schools. */
function figureColumns<Row>(
  of: (row: Row) => Figure | null,
  {value, say, limit = say, suffix = ""}: FigureWords
): Column<Row>[] {
  const side = (name: "low" | "high"): Column<Row> => ({
    name: `95% interval${suffix}, ${name === "low" ? "from" : "to"}`,
    show: (row) => {
      const figure = of(row);
      if (figure === null) return "none";
      return figure[name] === null ? "too few" : limit(figure[name]);
    },
    raw: (row) => of(row)?.[name] ?? null,
    numeric: true
  });
  const shown = (row: Row, words: (figure: Figure) => string) => {
    const figure = of(row);
    return figure === null ? "none" : words(figure);
  };
  return [
    {name: value, show: (row) => shown(row, (d) => say(d.value)), raw: (row) => of(row)?.value ?? null, numeric: true},
    side("low"),
    side("high"),
    {
      name: `Number of schools${suffix}`,
      show: (row) => shown(row, (d) => count(d.schools)),
      raw: (row) => of(row)?.schools ?? null,
      numeric: true
    }
  ];
}

import type {Reading, ComparableSeries} from "./measure.ts";

/** Where a column of each source is read, and the pupils it rests on. */
export const ks4 = (value: string): readonly Reading[] => [{source: "ks4_performance", value, pupils: "pupils"}];
/** Where the long file of the latest years has the column too. */
export const ks4Now = (value: string): readonly Reading[] => [
  ...ks4(value),
  {source: "ks4_performance_ees", value, pupils: "pupils"}
];
const inLongFile = new Set(["attainment8", "basics_94_pct", "ebacc_entry_pct", "entries_per_pupil"]);
export const ks5 = (value: string, pupils: string | null): readonly Reading[] => [
  {source: "ks5_performance", value, pupils}
];
export const ks5Now = (value: string, pupils: string | null, inLong: string): readonly Reading[] => [
  ...ks5(value, pupils),
  {source: "ks5_performance_ees", value, pupils: inLong}
];
export const ks2 = (value: string): readonly Reading[] => [
  {source: "ks2_performance", value, pupils: "eligible_pupils"}
];
/** Where the long file of the latest years has the column too; it does not say how many pupils there were. */
export const ks2Now = (value: string): readonly Reading[] => [
  ...ks2(value),
  {source: "ks2_performance_ees", value, pupils: null}
];
const destinations = (value: string): readonly Reading[] => [
  {source: "ks4_destinations", value, pupils: "leavers", lag: 2}
];
/** Where the long file of the latest leavers has the column too; it is of the year they left. */
const destinationsNow = (value: string): readonly Reading[] => [
  ...destinations(value),
  {source: "ks4_destinations_ees", value, pupils: "leavers"}
];
export const census = (value: string): readonly Reading[] => [
  {source: "school_characteristics", value, pupils: "roll"}
];
const exclusions = (count: string): readonly Reading[] => {
  const value = {count, of: "headcount", per: 100, adds: true, persons: count === "suspended_pupils"};
  return [
    {source: "exclusions_termly", value, pupils: "headcount"},
    {source: "exclusions", value, pupils: "headcount"}
  ];
};

/** Why comparable series cannot be compared with the years before it. */
export const first = "the first years published";
const wolf = "fewer qualifications count, and only the first entry in EBacc subjects";
const firstEntry = "only the first entry counts in every subject";
const progress8Era = "English counts in language or literature; new accountability measures";
export const nineToOne = "grades 9 to 1 in English and mathematics";
export const midway = "the first exams after the pandemic, graded more generously";
export const gradedAsBefore = "grading returned to the standard of 2018/19";
export const newStandard = "a new curriculum and new tests: no comparison with the years before";
export const afterPandemic = "no tests were published by school for three years";
export const threshold = "the definition of persistent absence changed";
export const pandemicAt18 = "no tables at 18 were published for two years of the pandemic";
const pandemic = "schools were closed to most pupils for part of the year";
const termly = "published by term, and called suspensions";
export const aLevelsApart = "A levels are counted apart from other qualifications";
export const newPoints = "new points, from 10 for an E to 60 for an A*";
export const examsAt16 = "the first students since the pandemic who sat exams at 16";

/** Years of key stage 4 that share a definition, with the value read in each. */
export const ks4Series = (
  names: Partial<Record<"early" | "wolf" | "entry" | "first8" | "nine" | "midway" | "now", [string, string, string?]>>
): ComparableSeries[] =>
  (
    [
      ["early", 2011, 2013, first],
      ["wolf", 2014, 2014, wolf],
      ["entry", 2015, 2015, firstEntry],
      ["first8", 2016, 2016, progress8Era],
      ["nine", 2017, 2019, nineToOne],
      ["midway", 2022, 2022, midway],
      ["now", 2023, null, gradedAsBefore]
    ] as const
  ).flatMap(([key, from, to, why]) => {
    const named = names[key];
    if (!named) return [];
    const [column, label, unit] = named;
    const read = key === "now" && inLongFile.has(column) ? ks4Now(column) : ks4(column);
    return [{from, to, why, label, read, ...(unit ? {unit} : {})}];
  });

export const fiveGood: [string, string, string] = [
  "five_ac_em_pct",
  "Five or more good GCSEs with English and mathematics",
  "percentage points"
];
export const attainment8: [string, string, string] = ["attainment8", "Attainment 8", "points"];
export const basicsAC: [string, string] = ["basics_ac_pct", "English and mathematics at A* to C"];
export const basics94: [string, string] = ["basics_94_pct", "English and mathematics at 9 to 4"];
export const same = (
  column: string,
  label: string,
  keys: readonly ("early" | "wolf" | "entry" | "first8" | "nine" | "midway" | "now")[]
) => ks4Series(Object.fromEntries(keys.map((key) => [key, [column, label]])));

export function tables(column: string): readonly Reading[] {
  return [{source: "absence", value: column, pupils: null}];
}

export function exclusionSeries(column: string, label: string): ComparableSeries[] {
  return [
    {from: 2007, to: 2019, label, why: first, read: exclusions(column)},
    {from: 2020, to: 2021, label, why: pandemic, read: exclusions(column)},
    {from: 2022, to: null, label, why: termly, read: exclusions(column)}
  ];
}

export function absenceSeries(
  column: string,
  label: string,
  {tables: alsoTables = false}: {tables?: boolean}
): ComparableSeries[] {
  const read: Reading[] = [
    {source: "absence_ees", value: column, pupils: "enrolments"},
    ...(alsoTables ? tables(column) : [])
  ];
  return [
    {from: 2011, to: 2012, label, why: "five half-terms", read},
    {from: 2013, to: 2019, label, why: "all six half-terms", read},
    {from: 2021, to: 2022, label, why: "illness and isolation in the pandemic", read},
    {from: 2023, to: 2024, label, why: "the first years after the pandemic", read},
    {from: 2025, to: null, label, why: "new attendance codes", read}
  ];
}

/** Years counted over all six half-terms: the only ones with the split and with the 10% definition. */
export function fromSixTerms({from}: ComparableSeries): boolean {
  return from >= 2013;
}

export function destinationSeries(column: string, label: string): ComparableSeries[] {
  return [
    {from: 2009, to: 2013, label, why: "before employment and benefit records were used", read: destinations(column)},
    {from: 2014, to: 2018, label, why: "employment and benefit records are used", read: destinations(column)},
    {from: 2019, to: 2020, label, why: pandemic, read: destinations(column)},
    {from: 2021, to: null, label, why: "after the pandemic", read: destinationsNow(column)}
  ];
}

/** Years of leavers from 16 to 18 study; the tables are two years later. */
export function after18Series(column: string, label: string): ComparableSeries[] {
  const read: Reading[] = [{source: "ks5_destinations", value: column, pupils: "leavers", lag: 2}];
  const readNow: Reading[] = [...read, {source: "ks5_destinations_ees", value: column, pupils: "leavers"}];
  return [
    {from: 2020, to: 2020, label, why: pandemic, read},
    {from: 2021, to: null, label, why: "new rules of who has finished, and of which school counts", read: readNow}
  ];
}

/** Years of leavers with level 3 results; the tables are three years later. */
export function higherEducationSeries(column: string, label: string): ComparableSeries[] {
  const read: Reading[] = [{source: "ks5_higher_education", value: column, pupils: "leavers", lag: 3}];
  return [
    {from: 2019, to: 2019, label, why: first, read},
    {from: 2020, to: 2021, label, why: "teachers gave the grades that universities went by", read},
    {from: 2022, to: null, label, why: "grades were given by exams again", read}
  ];
}

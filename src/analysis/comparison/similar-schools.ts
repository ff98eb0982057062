import {group} from "d3";
import {design} from "../../design.ts";
import type {PhaseData} from "./phase-data.ts";
import {windowMeans, type Yearly} from "./yearly.ts";

/** What schools are near in: whether both have to know it, and its values. */
interface Variable {
  label: string;
  isRequired: boolean;
  by: Yearly;
}

/** The schools most like one at the base, named for people: they illustrate, and carry no figure. */
export interface SimilarSchools {
  row: number;
  /** First academic year in a partnership; null for a school in none, whose base is its latest years. */
  cohort: number | null;
  rows: number[];
  like: {label: string; school: number; similar: number}[];
  absent: string | null;
}

const unknown = "Not enough is known of it to name similar schools: its results or free meals are missing.";

/**
 * The ten nearest schools of the phase on the frozen base (attainment, absence, free meals, English as an additional
 * language, roll), in standard deviations; selective schools with selective ones alone, the same region before others at
 * the same distance; of all schools, or of those whose rows are given. Where attainment or free meals are not known, a reason in place of names.
 */
export function similarSchools(
  data: PhaseData,
  findCohort: (row: number) => number | null,
  labels: Readonly<Record<string, string>>,
  of: Int32Array = Int32Array.from({length: data.schools}, (_, row) => row)
): SimilarSchools[] {
  const variables = listVariables(data, labels);
  const last = Math.max(...variables.map(({by}) => by.years.at(-1)!));
  const rows = Int32Array.from({length: data.schools}, (_, row) => row);
  const [first, end] = design.base;
  return [...group(of, (row) => findCohort(row))].flatMap(([cohort, own]) => {
    const at = cohort ?? last - end;
    const values = variables.map(({by}) => windowMeans(by, rows, at, [first, end]));
    const scaled = values.map(standardised);
    return own.map((row) => nearest(row, cohort, {data, variables, values, scaled}));
  });
}

function listVariables({past, intake}: PhaseData, labels: Readonly<Record<string, string>>): Variable[] {
  const outcomes = past
    .filter(({measure}) => measure !== "suspension_rate")
    .map(({measure, by}) => ({label: labels[measure] ?? measure, isRequired: measure !== "overall_absence_pct", by}));
  return [
    ...outcomes,
    {label: labels["free_meals"], isRequired: true, by: intake.free_meals},
    {label: labels["eal"], isRequired: false, by: intake.eal},
    {label: labels["log_roll"], isRequired: false, by: intake.log_roll}
  ];
}

function standardised(values: Float64Array): Float64Array {
  let [sum, squares, count] = [0, 0, 0];
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    sum += value;
    squares += value * value;
    count++;
  }
  const mean = sum / count;
  const sd = Math.sqrt(Math.max(squares / count - mean * mean, 0));
  return values.map((value) => (sd > 0 ? (value - mean) / sd : 0 * value));
}

function nearest(
  row: number,
  cohort: number | null,
  {
    data,
    variables,
    values,
    scaled
  }: {
    data: PhaseData;
    variables: readonly Variable[];
    values: readonly Float64Array[];
    scaled: readonly Float64Array[];
  }
): SimilarSchools {
  const used = variables.map((_, v) => v).filter((v) => !Number.isNaN(scaled[v][row]));
  if (variables.some(({isRequired}, v) => isRequired && !used.includes(v))) {
    return {row, cohort, rows: [], like: [], absent: unknown};
  }
  const {neighbours} = design.similar_schools;
  const found: {row: number; distance: number; elsewhere: number}[] = [];
  let farthest = Infinity;
  for (let other = 0; other < data.schools; other++) {
    if (other === row || (data.selective[row] === 1) !== (data.selective[other] === 1)) continue;
    let distance = 0;
    for (const v of used) distance += (scaled[v][row] - scaled[v][other]) ** 2;
    if (!(distance <= farthest)) continue;
    found.push({row: other, distance, elsewhere: data.region[other] === data.region[row] ? 0 : 1});
    if (found.length < 4 * neighbours) continue;
    found.sort(byDistance);
    found.length = neighbours;
    farthest = found.at(-1)!.distance;
  }
  const rows = found
    .sort(byDistance)
    .slice(0, neighbours)
    .map(({row: other}) => other);
  if (!rows.length) return {row, cohort, rows, like: [], absent: "No other school of its sort has these years."};
  const like = used.map((v) => ({
    label: variables[v].label,
    school: values[v][row],
    similar: rows.reduce((sum, other) => sum + values[v][other], 0) / rows.length
  }));
  return {row, cohort, rows, like, absent: null};
}

const byDistance = (
  a: {row: number; distance: number; elsewhere: number},
  b: {row: number; distance: number; elsewhere: number}
): number => a.distance - b.distance || a.elsewhere - b.elsewhere || a.row - b.row;

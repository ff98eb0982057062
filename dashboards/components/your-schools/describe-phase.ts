import {
  describedBy,
  describeMeasure,
  findSimilar,
  hasFigure,
  readPublished,
  type DescribedMeasure,
  type LikeSchools,
  type OpenPhase,
  type PackedMeasure
} from "school-partnerships/your-schools";
import type {Phase} from "../ui/release.js";
import type {PlacedPhase, PlacedSchool} from "./place-schools.js";
import {listFile, readPhase} from "./read-phase.js";

/** One that is described. */
export interface ReportedSchool extends PlacedSchool {
  /** The schools most like it, or why none are named. */
  similar: LikeSchools;
}

/** The schools of a list in a phase, next to others. */
export interface ReportedPhase {
  phase: Phase;
  /** The first of them, as many as are described one by one. */
  schools: ReportedSchool[];
  /** All of them. */
  all: PlacedSchool[];
  /** Those of all that have a figure in any of the years that are described. */
  withFigure: PlacedSchool[];
  published: DescribedMeasure[];
}

/** Schools of a phase that are described one by one: a body may have thousands, whom no reader goes through. */
export const MOST_DESCRIBED = 150;

/** What was published of the schools of a list in a phase, and which schools are most like each. */
export async function describePhase({phase, measures, own}: PlacedPhase): Promise<ReportedPhase> {
  const firstAt = new Map([...own.entries()].reverse().map(([i, {row}]) => [row, i]));
  const all = own.filter(({row}, i) => i === firstAt.get(row));
  const files = describedBy(phase).filter((measure) => measures.includes(measure));
  const [open, ...packed] = await Promise.all([
    readPhase(phase),
    ...files.map((measure) => listFile<PackedMeasure>(`${phase}-${measure}`))
  ]);
  const rows = all.map(({row}) => row);
  const schools = withSimilar(all.slice(0, MOST_DESCRIBED), own, open);
  const published = packed.map((one) => readPublished(one, open.ids.length, rows)).filter((one) => one !== null);
  return {
    phase,
    schools,
    all,
    withFigure: all.filter(({row}) => published.some((one) => hasFigure(one, row))),
    published: published.map((one) => describeMeasure(one, schools, rows))
  };
}

/** `own` has a school once in each of its roles: it is like others before it last joined. */
function withSimilar(
  schools: readonly PlacedSchool[],
  own: readonly PlacedSchool[],
  {data}: OpenPhase
): ReportedSchool[] {
  const cohorts = new Map(own.map(({row, cohort}) => [row, cohort]));
  const like = findSimilar(data, new Map(schools.map(({row}) => [row, cohorts.get(row)!])));
  return schools.map((school) => ({...school, similar: like.get(school.row)!}));
}

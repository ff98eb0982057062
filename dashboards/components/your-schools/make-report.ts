import {
  describedBy,
  findSimilar,
  measures,
  openPhase,
  readPublished,
  type LikeSchools,
  type ListedSchool,
  type OpenPhase,
  type PackedBase,
  type PackedMeasure,
  type PackedPhase,
  type PackedPool,
  type Published
} from "school-partnerships/your-schools";
import {fetchRelease} from "../ui/fetch-release.js";
import {ROLES} from "../chart/look.js";
import type {PartnershipOutcome, Phase} from "../ui/release.js";
import type {OpenNames} from "./open-names.js";

/** A school of the list that this release knows in a phase. */
export interface PlacedSchool extends ListedSchool {
  id: number;
  name: string;
  row: number;
}

/** One that is described. */
export interface ReportedSchool extends PlacedSchool {
  /** The schools most like it, or why none are named. */
  similar: LikeSchools;
}

export interface ReportedPhase {
  phase: Phase;
  /** The first of them, as many as are described one by one. */
  schools: ReportedSchool[];
  /** All of them. */
  all: PlacedSchool[];
  published: Published[];
}

/** All that is reported of a list. */
export interface Report {
  phases: ReportedPhase[];
  outcomes: PartnershipOutcome[];
  /** Schools of the list that no phase has results of. */
  unknown: UnknownSchool[];
}

/** A school of the list that nothing was published of; its name is null where no register has it. */
export type UnknownSchool = ListedSchool & {name: string | null};

const file = <T>(name: string) => fetchRelease<T>(`your-schools/${name}.json.gz`);

/** What estimates, which no page needs that describes alone. */
const openEngine = () => import("school-partnerships/list-estimates");

/** Schools of a phase that are described one by one: a body may have thousands, whom no reader goes through. */
export const MOST_DESCRIBED = 150;

/** A turn for the browser to draw and to listen, between one outcome and the next. */
const breathe = () => new Promise((go) => setTimeout(go, 0));

export interface ReportOptions {
  /** Hears how far it is, from 0 to 1. */
  reported?: (share: number) => void;
  /** What the release says of a body on record: then nothing is estimated anew. */
  released?: PartnershipOutcome[] | null;
  /** The one phase to report of, if not all. */
  only?: Phase | null;
}

/**
 * Estimates and describes the schools of a list in this browser. Files are fetched by phase and outcome, whole: no
 * request says which schools are asked about.
 */
export async function makeReport(
  {partnership_type, schools}: {partnership_type: string; schools: readonly ListedSchool[]},
  {makeId, makeName}: OpenNames,
  {reported = () => undefined, released = null, only = null}: ReportOptions = {}
): Promise<Report> {
  const found = new Set<number>();
  const phases: ReportedPhase[] = [];
  const outcomes: PartnershipOutcome[] = [];
  const there = (await file<Phase[]>("phases")).filter((phase) => only === null || phase === only);
  for (const id of there) {
    const packed = await file<PackedPhase>(id);
    const makeRow = new Map(packed.ids.map((school, row) => [school, row]));
    const own = schools.flatMap((school) => {
      const school_id = makeId.get(school.urn);
      const row = school_id === undefined ? undefined : makeRow.get(school_id);
      const name = makeName.get(school_id ?? school.urn) ?? `School ${school_id}`;
      return row === undefined ? [] : [{...school, id: school_id!, name, row}];
    });
    if (own.length === 0) continue;
    for (const {urn} of own) found.add(urn);
    const firstAt = new Map([...own.entries()].reverse().map(([i, {row}]) => [row, i]));
    const [base, ...past] = await Promise.all([
      file<PackedBase>(`base-${id}`),
      ...packed.past.map((measure) => file<PackedMeasure>(`${id}-${measure}`))
    ]);
    const phase = openPhase(packed, base, past);
    const all = own.filter(({row}, i) => i === firstAt.get(row));
    phases.push({
      phase: id,
      schools: withSimilar(all.slice(0, MOST_DESCRIBED), own, phase),
      all,
      published: await isPublished(
        packed,
        own.map(({row}) => row)
      )
    });
    if (released) continue;
    for (const [i, measure] of packed.measures.entries()) {
      outcomes.push(...(await listEstimates(measure, {partnership_type, own, phase, id})));
      reported((there.indexOf(id) + (i + 1) / packed.measures.length) / there.length);
      await breathe();
    }
  }
  return {
    phases,
    outcomes: released ?? (await placeAmong(outcomes)),
    unknown: schools
      .filter(({urn}) => !found.has(urn))
      .map((school) => ({...school, name: makeName.get(makeId.get(school.urn) ?? school.urn) ?? null}))
  };
}

async function placeAmong(outcomes: readonly PartnershipOutcome[]): Promise<PartnershipOutcome[]> {
  const {smallestEffect, standAmong} = await openEngine();
  return standAmong(outcomes, {measures, smallestEffect: (measure: string) => smallestEffect(measure).value});
}

async function listEstimates(
  measure: string,
  {
    partnership_type,
    own,
    phase,
    id
  }: {partnership_type: string; own: readonly (ListedSchool & {row: number})[]; phase: OpenPhase; id: Phase}
): Promise<PartnershipOutcome[]> {
  const {estimateListed, nameDonorPool, openPool, openStudy} = await openEngine();
  const study = openStudy(await file<PackedMeasure>(`${id}-${measure}`), phase);
  const made: PartnershipOutcome[] = [];
  for (const role of ROLES) {
    const in_role = own.flatMap(({row, cohort, role: has}) => (has === role && cohort !== null ? [{row, cohort}] : []));
    if (in_role.length === 0) continue;
    const {pool, treated} = openPool(
      await file<PackedPool>(`pool-${nameDonorPool(partnership_type, role)}-${id}`),
      phase
    );
    made.push(
      estimateListed({partnership: "list", partnership_type, role, schools: in_role}, study, {phase, pool, treated})
    );
  }
  return made;
}

const isPublished = async ({phase, ids, measures: there}: PackedPhase, rows: readonly number[]): Promise<Published[]> =>
  (
    await Promise.all(
      describedBy(phase)
        .filter((measure) => there.includes(measure))
        .map(async (measure) => readPublished(await file<PackedMeasure>(`${phase}-${measure}`), ids.length, rows))
    )
  ).filter((one) => one !== null);

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

import {
  describedBy,
  findSimilar,
  measures,
  readPublished,
  unpackAscending,
  type LikeSchools,
  type ListedSchool,
  type OpenPhase,
  type PackedMeasure,
  type PackedPhase,
  type Published
} from "school-partnerships/your-schools";
import {estimateList, startWorkers} from "./estimate-list.js";
import type {PartnershipOutcome, Phase} from "../ui/release.js";
import type {OpenNames} from "./open-names.js";
import {listFile, readPhase} from "./read-phase.js";

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

/** Schools of a phase that are described one by one: a body may have thousands, whom no reader goes through. */
export const MOST_DESCRIBED = 150;

export interface ReportOptions {
  /** Hears how far it is, from 0 to 1. */
  reported?: (share: number) => void;
  /** What the release says of a body on record: then nothing is estimated anew. */
  released?: PartnershipOutcome[] | null;
  /** The one phase to report of, if not all. */
  only?: Phase | null;
}

/** Has what every list needs fetched, and workers started, before there is one. */
export function prepareReport(): void {
  startWorkers();
  readPhases(null).catch(() => undefined);
}

/** Has the files of the phases that some schools are in fetched, whole, before their list is sent. */
export async function fetchAhead(urns: readonly number[], {makeId}: Pick<OpenNames, "makeId">): Promise<void> {
  const own = new Set(urns.map((urn) => makeId.get(urn)));
  const packed = (await readPhases(null)).filter(({idSteps}) => unpackAscending(idSteps).some((id) => own.has(id)));
  await Promise.all(
    packed.flatMap((one): Promise<unknown>[] => [readPhase(one.phase), ...listDescribed(one).map(listFile)])
  );
}

/** The schools of all phases, or of one: fetched whole, so that no request says which are asked about. */
const readPhases = async (only: Phase | null): Promise<PackedPhase[]> =>
  Promise.all(
    (await listFile<Phase[]>("phases"))
      .filter((phase) => only === null || phase === only)
      .map((phase) => listFile<PackedPhase>(phase))
  );

/**
 * Estimates and describes the schools of a list in this browser. Files are fetched by phase and outcome, whole: no
 * request says which schools are asked about.
 */
export async function makeReport(
  {partnership_type, schools}: {partnership_type: string; schools: readonly ListedSchool[]},
  {makeId, makeName}: OpenNames,
  {reported = () => undefined, released = null, only = null}: ReportOptions = {}
): Promise<Report> {
  const placed = (await readPhases(only)).flatMap((packed): Placed[] => {
    const makeRow = new Map(unpackAscending(packed.idSteps).map((school, row) => [school, row]));
    const own = schools.flatMap((school) => {
      const school_id = makeId.get(school.urn);
      const row = school_id === undefined ? undefined : makeRow.get(school_id);
      const name = makeName.get(school_id ?? school.urn) ?? `School ${school_id}`;
      return row === undefined ? [] : [{...school, id: school_id!, name, row}];
    });
    return own.length > 0 ? [{packed, own}] : [];
  });
  const asked = released
    ? []
    : placed.flatMap(({packed, own}) =>
        packed.measures.map((measure) => ({listed: {partnership_type, phase: packed.phase, schools: own}, measure}))
      );
  const [outcomes, phases] = await Promise.all([
    estimateList(asked, (done) => reported(done / asked.length)),
    Promise.all(placed.map(describePhase))
  ]);
  const found = new Set(placed.flatMap(({own}) => own.map(({urn}) => urn)));
  return {
    phases,
    outcomes: released ?? (await placeAmong(outcomes)),
    unknown: schools
      .filter(({urn}) => !found.has(urn))
      .map((school) => ({...school, name: makeName.get(makeId.get(school.urn) ?? school.urn) ?? null}))
  };
}

/** The schools of a list that are in a phase. */
interface Placed {
  packed: PackedPhase;
  own: readonly PlacedSchool[];
}

async function describePhase({packed, own}: Placed): Promise<ReportedPhase> {
  const firstAt = new Map([...own.entries()].reverse().map(([i, {row}]) => [row, i]));
  const all = own.filter(({row}, i) => i === firstAt.get(row));
  return {
    phase: packed.phase,
    schools: withSimilar(all.slice(0, MOST_DESCRIBED), own, await readPhase(packed.phase)),
    all,
    published: await isPublished(
      packed,
      own.map(({row}) => row)
    )
  };
}

async function placeAmong(outcomes: readonly PartnershipOutcome[]): Promise<PartnershipOutcome[]> {
  const {smallestEffect, standAmong} = await import("school-partnerships/list-estimates");
  return standAmong(outcomes, {measures, smallestEffect: (measure: string) => smallestEffect(measure).value});
}

const isPublished = async (packed: PackedPhase, rows: readonly number[]): Promise<Published[]> =>
  (
    await Promise.all(
      listDescribed(packed).map(async (name) =>
        readPublished(await listFile<PackedMeasure>(name), packed.idSteps.length, rows)
      )
    )
  ).filter((one) => one !== null);

/** The files of the outcomes that schools of a phase are described by. */
const listDescribed = ({phase, measures: there}: PackedPhase): string[] =>
  describedBy(phase)
    .filter((measure) => there.includes(measure))
    .map((measure) => `${phase}-${measure}`);

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

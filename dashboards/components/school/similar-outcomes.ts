import {fetchRelease} from "../ui/fetch-release.js";
import type {MeasureRow, SchoolFile} from "../ui/release.js";

/** Where one school stood among all schools of a year. */
export interface Position {
  year: number;
  /** Standard deviations from the mean of all mainstream schools of the phase; NaN where there is none. */
  value: number;
}

/** Positions of a school, in one outcome. */
export interface Stood {
  id: number;
  name: string;
  points: Position[];
}

/** An outcome of a school beside the same of the schools most like it. */
export interface BesideSimilar {
  measure: MeasureRow;
  own: Stood;
  similar: Stood[];
  /** Years in which the school has a position. */
  years: number[];
}

/** The files of the schools most like one: as many as are named, each from its hundred. */
export async function fetchSimilar({similar: {schools}}: Pick<SchoolFile, "similar">): Promise<SchoolFile[]> {
  const files = await Promise.all(
    schools.map(async ({id}) => {
      const shard = await fetchRelease<Record<string, SchoolFile>>(`school/${Math.floor(id / 100)}.json.gz`);
      return shard[id];
    })
  );
  return files.filter((file) => file !== undefined);
}

/** Every outcome in which a school has a position, in the order of `measures`, beside those of others. */
export function listBeside(
  note: SchoolFile,
  others: readonly SchoolFile[],
  measures: readonly MeasureRow[]
): BesideSimilar[] {
  return measures.flatMap((measure) => {
    const own = findStood(note, measure.id);
    if (own === null) return [];
    const similar = others.map((other) => findStood(other, measure.id)).filter((stood) => stood !== null);
    return [{measure, own, similar, years: own.points.flatMap(({year, value}) => (Number.isNaN(value) ? [] : [year]))}];
  });
}

function findStood({id, name, outcomes}: SchoolFile, measure: string): Stood | null {
  const outcome = outcomes.find((d) => d.measure === measure);
  const points = (outcome?.years ?? []).map((year, i) => ({year, value: outcome?.standardised[i] ?? NaN}));
  return points.some(({value}) => !Number.isNaN(value)) ? {id, name, points} : null;
}

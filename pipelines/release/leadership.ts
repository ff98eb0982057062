import {groups} from "d3";
import type {AcademicYear} from "../../src/vocabulary/academic-year.ts";
import type {Phase} from "../../src/vocabulary/phase.ts";
import type {LeadershipFile, NationalSeries, EpisodeRow} from "../../src/release/release.ts";
import {readLeadershipPhases, readLeadershipPolicies, type LeadershipPhase} from "../memberships/facts/leadership.ts";
import {partnershipTables} from "../read/facts-table.ts";
import {rows, type Warehouse} from "../warehouse.ts";
import {makeQuery} from "./text.ts";

/** The phases of school leadership and their policies, from the committed tables, with long series to draw before them. */
export async function makeLeadershipFile(warehouse: Warehouse, folder = partnershipTables): Promise<LeadershipFile> {
  return {
    phases: readLeadershipPhases(folder).map((row) => ({
      phase: row.phase,
      leadership: row.leadership,
      schools: row.schools,
      meaning: row.meaning,
      ...makeEpisode(row)
    })),
    policies: readLeadershipPolicies(folder).map((row) => ({
      phase: row.phase,
      policy: row.policy,
      programmes: row.programmes,
      ...makeEpisode(row)
    })),
    series: await nationalSeries(warehouse)
  };
}

interface NationalPoint {
  measure: string;
  phase: Phase;
  academic_year: AcademicYear;
  series_id: number;
  value: number;
  schools: number;
}

async function nationalSeries(warehouse: Warehouse): Promise<NationalSeries[]> {
  const points = await rows<NationalPoint>(warehouse, await makeQuery("national_point"));
  return groups(
    points,
    ({measure}) => measure,
    ({phase}) => phase
  ).flatMap(([measure, phases]) =>
    phases.map(([phase, some]) => ({
      measure,
      phase,
      points: some.map(({academic_year: year, series_id, value, schools}) => ({year, series_id, value, schools}))
    }))
  );
}

const makeEpisode = (
  row: Pick<
    LeadershipPhase,
    "start" | "start_precision" | "end" | "end_precision" | "source" | "source_date" | "confidence"
  >
): EpisodeRow => ({
  start: row.start || null,
  start_precision: row.start_precision,
  end: row.end || null,
  end_precision: row.end_precision,
  source: row.source,
  source_date: row.source_date,
  confidence: row.confidence
});

import {fetchRelease} from "../ui/fetch-release.js";
import type {PartnershipFile, Phase} from "../ui/release.js";

/** The school that each URN belongs to, and what it is called. */
export interface OpenNames {
  makeId: ReadonlyMap<number, number>;
  makeName: ReadonlyMap<number, string>;
}

/** By row of the files of a phase. */
export type PhaseNames = readonly (string | null)[];

/** What the schools of a phase are called, a place each: null where no register names one. Fetched whole, too. */
export const namesOfPhase = (phase: Phase): Promise<PhaseNames> =>
  fetchRelease<PhaseNames>(`your-schools/names-${phase}.json.gz`);

/** Of the schools of a body alone, which its own file names. */
export const namesOfBody = ({members}: Pick<PartnershipFile, "members">): OpenNames => ({
  makeId: new Map(members.map(({urn, school_id}) => [urn, school_id])),
  makeName: new Map(members.map(({school_id, name}) => [school_id, name]))
});

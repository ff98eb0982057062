import {chooseOne, required, several} from "./cells.ts";
import {provenance, type Provenance} from "./provenance.ts";
import {readTable} from "./read.ts";
import {checkEpisode, episode, type Episode} from "./episode.ts";
import type {Table} from "./table.ts";

const phases = ["1", "2", "3", "4"] as const;

/** A phase of leadership, a band behind long series; phases overlap. */
export interface LeadershipPhase extends Episode, Provenance {
  phase: (typeof phases)[number];
  leadership: "head_centric" | "distributed";
  schools: "collaborative" | "competitive";
  meaning: string;
}

/** A policy of a phase, in the years it ran itself, and the programmes of programmes.csv that it is. */
export interface LeadershipPolicy extends Episode, Provenance {
  phase: LeadershipPhase["phase"];
  policy: string;
  programmes: string[];
}

const phaseTable: Table<LeadershipPhase> = {
  file: "leadership_phases.csv",
  columns: {
    phase: chooseOne(...phases),
    leadership: chooseOne("head_centric", "distributed"),
    schools: chooseOne("collaborative", "competitive"),
    meaning: required,
    ...episode,
    ...provenance
  },
  findFaultOf: checkEpisode
};

const policyTable: Table<LeadershipPolicy> = {
  file: "leadership_policies.csv",
  columns: {
    phase: chooseOne(...phases),
    policy: required,
    ...episode,
    programmes: several(required),
    ...provenance
  },
  findFaultOf: checkEpisode
};

/** The four phases of leadership of a folder of tables. */
export const readLeadershipPhases = (folder: string): LeadershipPhase[] => readTable(phaseTable, folder);

/** The policies of the phases of a folder of tables. */
export const readLeadershipPolicies = (folder: string): LeadershipPolicy[] => readTable(policyTable, folder);

import type {Result, SubgroupFile} from "./results.ts";

/** What a page that compares parts reads of each. */
export const OF_PART = [
  ...(["partnership_type", "role", "phase", "measure", "by", "effect", "verdict"] as const),
  ...(["schools", "partnerships", "unit", "digits"] as const)
];

/** parts/TYPE-PHASE-MEASURE.json.gz of a site: of a SubgroupFile what a page reads. */
export interface PartsFile extends Pick<SubgroupFile, "planned"> {
  results: Pick<Result, (typeof OF_PART)[number]>[];
}

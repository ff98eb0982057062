/** What the pages that plan run in the browser: bundled whole by pipelines/site/prepare.ts. */
export {monthsOfProgress} from "../analysis/evidence/months-of-progress.ts";
export {design} from "../design.ts";
export {costProgramme} from "./cost.ts";
export {computePower, countNeeded, explainUnseen, fewestClusters, seeHelpers, seeSupported} from "./programme.ts";
export {
  chooseEffectDigits,
  describeBreakEven,
  describeCost,
  describeSight,
  describeUnmeasured,
  nameProgramme,
  nameUnit,
  pounds,
  sayPounds
} from "./sentence.ts";
export type {ProgrammeCost, Terms} from "./cost.ts";
export type {OutcomeSpread, Programme, Sight, Unseen} from "./programme.ts";
export type {Arrangement, CostEnds} from "./sentence.ts";
export {whenVisible} from "./when-visible.ts";
export type {YearOfSight} from "./when-visible.ts";

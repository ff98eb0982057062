/** What the pages that plan run in the browser: bundled whole by pipelines/site/prepare.ts. */
export {monthsOfProgress} from "../analysis/evidence/months-of-progress.ts";
export {design} from "../design.ts";
export {costProgramme} from "./cost.ts";
export {chooseEffectDigits} from "./effect-digits.ts";
export {computePower, countNeeded, explainUnseen, fewestClusters, seeHelpers, seeSupported} from "./programme.ts";
export {
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

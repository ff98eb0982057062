/**
 * What pages run in the browser to describe schools and to say what may be said: bundled by pipelines/site/prepare.ts, the
 * same functions as the pipeline’s. Lists are read by reading.ts and estimated by estimates.ts, which weigh more.
 */
export {partnershipTypes} from "../vocabulary/partnership-types/index.ts";
export {listedPartnershipTypes} from "../lists/vocabulary.ts";
export {measures} from "../vocabulary/measures.ts";
export {firstTreatedYear} from "./cohort.ts";
export {features, oversight} from "../vocabulary/definition-check.ts";
export {formatDay} from "../lists/date-span.ts";
export {definition} from "../lists/definition.ts";
export {describeNewest} from "./describe-words.ts";
export {describedBy, describeMeasure, hasFigure, readPublished} from "./describe.ts";
export {unpackAscending} from "./pack.ts";
export {listedText, readShared, shareList} from "./share.ts";
export {findSimilar} from "./similar.ts";
export {sayable} from "./sayable.ts";
export {findTooMuch} from "./too-much.ts";
export {openPhase} from "./unpack.ts";
export type {DescribedMeasure, DescribedYear, Published} from "./describe.ts";
export type {PackedBase, PackedMeasure, PackedPhase, PackedPool} from "./files.ts";
export type {ListedSchool} from "./read-list.ts";
export type {Sayable} from "./sayable.ts";
export type {LikeSchools} from "./similar.ts";
export type {ReadShared, SharedList} from "./share.ts";
export type {OpenPhase} from "./unpack.ts";

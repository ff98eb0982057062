import {measures} from "../../src/vocabulary/measures.ts";
import {partnershipKinds} from "../../src/vocabulary/partnership-types/index.ts";
import type {Facts} from "./telling-rules.ts";

const evidence = Object.values(partnershipKinds).map((kind) => kind.evidence);

/** Which way a measure is good, and the names that publishers gave to it and to kinds of partnership, which rules on words leave alone. */
export function measureTerms(measure: string): Pick<Facts, "better" | "names"> {
  const {better, subject, label, unit, segments} = measures[measure]!;
  return {better, names: [subject, label, unit, ...segments.map((segment) => segment.label), ...evidence]};
}

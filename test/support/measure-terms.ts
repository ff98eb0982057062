import {measures} from "../../src/vocabulary/measures.ts";
import {partnershipTypes} from "../../src/vocabulary/partnership-types/index.ts";
import type {Facts} from "./sentence-rules.ts";

const evidence = Object.values(partnershipTypes).map((partnership_type) => partnership_type.evidence);

/** Which way a measure is good, and the names that publishers gave to it and to partnership types, which rules on words leave alone. */
export function measureTerms(measure: string): Pick<Facts, "better" | "names"> {
  const {better, subject, label, unit, comparable_series} = measures[measure];
  return {better, names: [subject, label, unit, ...comparable_series.map((series_id) => series_id.label), ...evidence]};
}

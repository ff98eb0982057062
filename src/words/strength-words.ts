import type {Strength} from "../release/results.ts";

/** “strength of evidence: very low”. */
export const strengthWords = (strength: Strength): string => `strength of evidence: ${strength.replace("_", " ")}`;

import type {Strength} from "../results.ts";

/** “strength of evidence: very low”. */
export const strengthWords = (strength: Strength): string => `strength of evidence: ${strength.replace("_", " ")}`;

import {chooseOne, partialDate, required, text, type ReadCell} from "./cells.ts";

/** How sure a fact is; unverified if no document was seen that says it. */
export const confidences = ["high", "medium", "low", "unverified"] as const;
export type Confidence = (typeof confidences)[number];

/** Where a row comes from: the document, its date (or that it bears none), and how sure it is. */
export interface Provenance {
  source: string;
  source_date: string;
  confidence: Confidence;
  note: string;
}

const sourceDate: ReadCell<string> = (found) => (found === "undated" ? found : partialDate(found));

/** The columns that end every table. */
export const provenance = {
  source: required,
  source_date: sourceDate,
  confidence: chooseOne(...confidences),
  note: text
};

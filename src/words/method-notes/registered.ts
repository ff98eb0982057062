import {methods, type RegisteredMethod} from "../../library/registry.ts";
import {estimatorNotes} from "./estimators.ts";
import {matchingNotes} from "./matching.ts";
import type {DescribedMethod, MethodRow} from "./method-row.ts";

/** Every method of the library’s registry with what the page says of it: those that match, or those that estimate. Throws where one has no note. */
export const describeMethods = (what: "estimators" | "matching"): DescribedMethod[] =>
  methods
    .filter(({registry}) => (registry === "matchingMethods") === (what === "matching"))
    .map((method) => describeMethod(method, what === "matching" ? matchingNotes : estimatorNotes));

/** A method of the registry with its note. Throws where there is none. */
export function describeMethod(
  {id, label, reference, peers}: Pick<RegisteredMethod, "id" | "label" | "reference" | "peers">,
  notes: Readonly<Record<string, MethodRow>>
): DescribedMethod {
  const note = notes[id];
  if (note === undefined)
    throw new Error(`the method ${id} has no section for the Methods page: add one in src/words/method-notes`);
  return {id, label, reference, peers, ...note};
}

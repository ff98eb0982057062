import type {England} from "./england.ts";
import {on, type Establishment, type School} from "./school.ts";

/** How a URN came after others: the same school goes on, or schools became others. */
export type Succession = "academisation" | "merger" | "amalgamation" | "split" | "none";

/** A URN, the last URN of the same school, and how it ended. */
export interface Lineage {
  establishment: Establishment;
  last: Establishment;
  /** What became of it. */
  became: Succession;
}

const successions = {plain: "academisation", merged: "merger", amalgamated: "amalgamation", split: "split"} as const;

/** Which URNs are one school: those that a plain link joins. What merges, is amalgamated or splits stays apart. */
export function traceSuccessors({establishments, links}: England): ReadonlyMap<Establishment, Lineage> {
  const after = new Map(links.map((link) => [link.from, link]));
  const findLast = (establishment: Establishment): Establishment => {
    const link = after.get(establishment);
    return link?.partnership_type === "plain" ? findLast(link.to) : establishment;
  };
  return new Map(
    establishments.map((establishment) => {
      const link = after.get(establishment);
      const became = link ? successions[link.partnership_type] : "none";
      return [establishment, {establishment, last: findLast(establishment), became}];
    })
  );
}

/** The URN a school goes by in the truth on a day: the last of its lineage, as the pipeline has it. */
export function schoolIds(england: England): (school: School, day: string) => number | null {
  const lineages = traceSuccessors(england);
  return (school, day) => {
    const then = on(school, day);
    return then ? lineages.get(then)!.last.urn : null;
  };
}

import {allNames, type Source} from "./source.ts";

/** How a published name is compared: case does not count, nor space around it, nor how much there is between its words. */
export const plainName = (name: string): string => name.trim().toLowerCase().replace(/\s+/g, " ");

export type Recognition =
  | {source: Source}
  | {source: null; closest: {id: string; lacks: readonly string[]} | null; several?: readonly string[]};

/**
 * Which dataset a header belongs to: the one whose every signature list has a
 * name in it. Where none fits, the source that knows most of the header, if it
 * knows half, with the signature names that were not found. Where several fit,
 * a table that somebody joined from them: `several` are their ids.
 */
export function recognise(header: readonly string[], sources: readonly Source[]): Recognition {
  const names = new Set(header.map(plainName));
  const has = (name: string) => names.has(plainName(name));
  const fitting = sources.filter(({signature}) => signature.every((any) => any.some(has)));
  if (fitting.length > 1) return {source: null, closest: null, several: fitting.map(({id}) => id)};
  if (fitting[0]) return {source: fitting[0]};

  const shares = sources.map((source) => {
    const known = new Set(Object.values(source.columns).flatMap(allNames).map(plainName));
    return {source, share: [...names].filter((name) => known.has(name)).length / names.size};
  });
  const best = shares.sort((a, b) => b.share - a.share)[0];
  if (!best || best.share < 0.5) return {source: null, closest: null};
  return {source: null, closest: {id: best.source.id, lacks: lackedBy(header, best.source)}};
}

/** The names by which a source is known that a header has not: of each list, all that would have done. */
export function lackedBy(header: readonly string[], {signature}: Source): string[] {
  const names = new Set(header.map(plainName));
  return signature.filter((any) => !any.some((name) => names.has(plainName(name)))).map((any) => any.join(" or "));
}

import {findShard} from "school-partnerships/search";
import {fromAddress} from "../ui/address.js";
import {fetchRelease, NotThere} from "../ui/fetch-release.js";
import type {PartnershipAliases, PartnershipIndex, PartnershipFile} from "../ui/release.js";
import {partnershipRows, type ListedPartnership} from "./partnership-rows.js";

type Shard = Record<string, PartnershipFile>;

let made: Promise<ListedPartnership[]> | undefined;

/** The index of all partnerships: fetched when it is first wanted, and again after a failure. */
export function partnershipIndex(): Promise<ListedPartnership[]> {
  made ??= fetchRelease<PartnershipIndex>("partnerships.json").then(partnershipRows);
  made.catch(() => (made = undefined));
  return made;
}

async function findNote(shard: string, id: string): Promise<PartnershipFile | null> {
  const notes = await fetchRelease<Shard>(`partnership/${shard}.json.gz`).catch((error: unknown): Shard => {
    if (error instanceof NotThere) return {};
    throw error;
  });
  // An id may be any word, also one that every object knows.
  return Object.hasOwn(notes, id) ? (notes[id] ?? null) : null;
}

/**
 * The partnership of an id, now or before bodies were merged: in the file that the address names, otherwise in the one
 * that the id belongs in. Null where there is none.
 */
export async function partnershipNote(id: string): Promise<PartnershipFile | null> {
  const named = fromAddress("in");
  const there = named !== null && /^\d+$/.test(named) ? await findNote(named, id).catch(() => null) : null;
  if (there !== null) return there;
  const shards = await fetchRelease<number>("partnership/shards.json.gz");
  const note = await findNote(findShard(id, shards), id);
  if (note !== null) return note;
  const aliases = await fetchRelease<PartnershipAliases>("aliases.json.gz");
  return Object.hasOwn(aliases, id) && aliases[id] !== id ? partnershipNote(aliases[id]) : null;
}

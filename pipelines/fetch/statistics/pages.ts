import {PublisherError} from "../publisher-error.ts";
import type {Paginated} from "./objects.ts";

/**
 * Every result of a list that comes in pages, one page after another.
 *
 * Throws a PublisherError if the number of results changes on the way, or is
 * not what came: the list moved while it was read.
 */
export async function everyPage<T>(ask: (page: number) => Promise<Paginated<T>>): Promise<T[]> {
  const results: T[] = [];
  for (let page = 1, total: number | null = null; ; page++) {
    const {paging, results: came} = await ask(page);
    total ??= paging.totalResults;
    results.push(...came);
    if (paging.totalResults !== total) throw moved(total, paging.totalResults);
    if (page < paging.totalPages && came.length > 0) continue;
    if (results.length !== total) throw moved(total, results.length);
    return results;
  }
}

/** A list that was not the same from its first page to its last. */
export const moved = (expected: number, came: number): PublisherError =>
  new PublisherError(`the list changed while it was read: ${expected} results, then ${came}`, {temporary: true});

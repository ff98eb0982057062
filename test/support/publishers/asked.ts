/** What was asked of the local publishers. */
export interface Requested {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Record<string, string | undefined>;
  body: string;
}

/** What they answer. */
export interface Reply {
  status: number;
  headers?: Record<string, string>;
  body: Buffer | string;
}

/** One publisher: answers what is its own, and null to the rest. */
export type Route = (asked: Requested) => Reply | null;

/** A page for people, which publishers send where a program expects data. */
export const page = (status: number, title: string): Reply => ({
  status,
  headers: {"content-type": "text/html; charset=utf-8"},
  body: `<!DOCTYPE html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`
});

/** JSON as the services send it. */
export const json = (body: unknown, status = 200): Reply => ({
  status,
  headers: {"content-type": "application/json; charset=utf-8"},
  body: JSON.stringify(body)
});

/** Results in pages, as Explore Education Statistics sends every list. */
export function paged<T>(results: readonly T[], page: number, pageSize: number) {
  const paging = {page, pageSize, totalResults: results.length, totalPages: Math.ceil(results.length / pageSize)};
  return {paging, results: results.slice((page - 1) * pageSize, page * pageSize)};
}

import {askJson, lacks} from "../json.ts";
import {PublisherError} from "../publisher-error.ts";
import type {Context} from "../context.ts";
import type {Paginated, Problem, Query, QueryResult} from "./objects.ts";
import {moved} from "./pages.ts";

type Page = Paginated<QueryResult> & {warnings?: Problem[]};

/** The service gives up after 30 seconds: below this many rows a page, rows are not what takes it so long. */
const FEWEST_ROWS = 500;

/**
 * Every row of a query to one exact version of a data set, one page after
 * another. Where the service gives up on a page, asks for half as many rows,
 * from the place it had got to.
 *
 * Nothing found is no rows. Throws a PublisherError for what the service
 * rejects, for any other warning (an option or a place that is not in this
 * version), for rows of debug mode, and for a list that changes while it is read.
 */
export async function queryAll(
  dataSet: string,
  version: string,
  query: Query,
  context: Context,
  {rows = 10_000}: {rows?: number} = {}
): Promise<QueryResult[]> {
  const results: QueryResult[] = [];
  let total: number | null = null;
  for (let pageSize = rows; ;) {
    const page = await askPage(dataSet, version, {...query, page: results.length / pageSize + 1, pageSize}, context);
    if (page === "gave up") {
      if (pageSize <= FEWEST_ROWS) {
        throw new PublisherError(`data set ${dataSet}: no answer in time, even for ${pageSize} rows`, {
          status: 504,
          temporary: true
        });
      }
      pageSize = Math.ceil(pageSize / 2);
      if (results.length % pageSize !== 0) results.length = 0;
      continue;
    }
    refuseWarnings(page.warnings ?? [], dataSet);
    total ??= page.paging.totalResults;
    if (page.paging.totalResults !== total) throw moved(total, page.paging.totalResults);
    results.push(...page.results.map(plainRow));
    if (page.paging.page < page.paging.totalPages && page.results.length > 0) continue;
    if (results.length !== total) throw moved(total, results.length);
    return results;
  }
}

async function askPage(
  dataSet: string,
  version: string,
  body: Query & {page: number; pageSize: number},
  context: Context
): Promise<Page | "gave up"> {
  const base = `${context.publishers.statistics_api}/v1/data-sets/${encodeURIComponent(dataSet)}/query`;
  try {
    return await askJson<Page>(
      {
        url: `${base}?dataSetVersion=${encodeURIComponent(version)}`,
        method: "POST",
        body: JSON.stringify(body),
        once: [504]
      },
      (value) => lacks(value, {paging: "object", results: "array"}),
      context
    );
  } catch (error) {
    if (error instanceof PublisherError && error.status === 504) return "gave up";
    throw error;
  }
}

function refuseWarnings(warnings: readonly Problem[], dataSet: string): void {
  const grave = warnings.filter(({code}) => code !== "QueryNoResults");
  if (grave.length === 0) return;
  const texts = grave.map(({code, message, detail}) => {
    const items = (detail as {items?: unknown[]} | undefined)?.items;
    return `${code ?? "a warning"}: ${message}${items ? ` ${JSON.stringify(items)}` : ""}`;
  });
  throw new PublisherError(`data set ${dataSet} warns: ${texts.join("; ")}`, {
    codes: grave.flatMap(({code}) => code ?? []),
    fix: "look the ids up in the metadata of the same version: they change with every major one"
  });
}

/** A row as it is, unless debug mode wrote labels into its ids. */
function plainRow(row: QueryResult): QueryResult {
  const ids = [row.locations, row.filters, row.values].flatMap((map) => Object.keys(map));
  if (ids.some((id) => id.includes("::"))) {
    throw new PublisherError("the rows are of debug mode, whose ids hold labels", {fix: "ask without debug"});
  }
  return row;
}

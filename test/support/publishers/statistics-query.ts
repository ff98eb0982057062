import type {Problem, QueryResult} from "../../../pipelines/fetch/statistics/objects.ts";
import {json, paged, type Reply} from "./asked.ts";
import type {MadeDataSet, StoredRow} from "./made-data-set.ts";
import {compile} from "./statistics-criteria.ts";
import {problem, rejected} from "./statistics-problems.ts";
import type {Request} from "./statistics-request.ts";

/** Answers a query as the service does: errors for what it cannot do, warnings for what it does not have. */
export function answerQuery(request: Request, set: MadeDataSet): Reply {
  const errors = unknownNames(request, set);
  if (errors.length) return rejected(errors);
  const {test, warnings} = compile(request.criteria, set);
  const found = set.rows.map((row, id) => ({row, id})).filter(({row}) => test(row));
  const sorted = found.sort(
    (a, b) => compare(a.row, b.row, request.sorts ?? [{field: "timePeriod", direction: "Desc"}]) || a.id - b.id
  );
  const indicators = request.indicators ?? set.meta.indicators.map(({id}) => id);
  const page = paged(sorted, request.page, request.pageSize);
  const reported: Problem[] = [
    ...warnings,
    ...(found.length === 0 ? [problem("QueryNoResults", "")] : []),
    ...(request.debug ? [problem("DebugEnabled", "debug")] : [])
  ];
  const results = page.results.map(({row}) => shown(row, indicators, request.debug));
  return json({...page, results, ...(reported.length ? {warnings: reported} : {})});
}

function unknownNames({indicators = [], sorts = []}: Request, {meta}: MadeDataSet): Problem[] {
  const unknown = indicators.filter((id) => !meta.indicators.some((i) => i.id === id));
  const fields = sorts.filter(
    ({field}) => !/^(timePeriod|geographicLevel|location\|\w+)$/.test(field) && !knownField(field, meta)
  );
  return [
    ...(unknown.length ? [problem("IndicatorsNotFound", "indicators", {items: unknown})] : []),
    ...(fields.length ? [problem("SortFieldsNotFound", "sorts", {items: fields})] : [])
  ];
}

function knownField(field: string, {filters, indicators}: MadeDataSet["meta"]): boolean {
  const [kind, id] = field.split("|");
  return (kind === "filter" ? filters : kind === "indicator" ? indicators : []).some((item) => item.id === id);
}

function compare(a: StoredRow, b: StoredRow, sorts: readonly {field: string; direction: string}[]): number {
  for (const {field, direction} of sorts) {
    const [x, y] = [readValue(a, field), readValue(b, field)];
    if (x !== y) return (x < y ? -1 : 1) * (direction === "Desc" ? -1 : 1);
  }
  return 0;
}

function readValue(row: StoredRow, field: string): string {
  const [kind, id] = field.split("|");
  if (kind === "timePeriod") return row.period;
  if (kind === "geographicLevel") return row.level;
  const map = kind === "location" ? row.locations : kind === "filter" ? row.filters : row.values;
  return map[id] ?? "";
}

function shown(
  {period, code, level, locations, filters, values}: StoredRow,
  indicators: readonly string[],
  debug: boolean
): QueryResult {
  const mark = (map: Record<string, string>): Record<string, string> =>
    debug ? Object.fromEntries(Object.entries(map).map(([id, value]) => [`${id} :: label`, value])) : map;
  return {
    timePeriod: {code, period},
    geographicLevel: level,
    locations,
    filters: mark(filters),
    values: mark(Object.fromEntries(indicators.map((id) => [id, values[id]])))
  };
}

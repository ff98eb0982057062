import {problem, type Problems} from "./statistics-problems.ts";

/** A query as the service understands it, from either form. */
export interface Request {
  criteria?: unknown;
  indicators?: string[];
  sorts?: {field: string; direction: string}[];
  page: number;
  pageSize: number;
  debug: boolean;
}

const allowedGet =
  /^((filters)\.(eq|notEq|in|notIn)|(geographicLevels|locations)\.(eq|notEq|in|notIn)|timePeriods\.(eq|notEq|in|notIn|gt|gte|lt|lte)|indicators|sorts|debug|page|pageSize|dataSetVersion)$/;
const allowedPost = ["criteria", "indicators", "sorts", "page", "pageSize", "debug"];
const byLevel: Record<string, string[]> = {
  NAT: ["id", "code"],
  LA: ["id", "code", "oldCode"],
  SCH: ["id", "urn", "laEstab"]
};

/** Reads the query of a GET, and what is wrong with it. */
export function readGet(query: URLSearchParams): {request: Request; errors: Problems} {
  const errors: Problems = [...new Set(query.keys())]
    .filter((key) => !allowedGet.test(key))
    .map((key) => problem("UnknownField", key));
  const facets: Record<string, Record<string, unknown>> = {};
  for (const key of new Set(query.keys())) {
    const [, facet, comparison] = /^(filters|geographicLevels|locations|timePeriods)\.(\w+)$/.exec(key) ?? [];
    if (!facet || !comparison) continue;
    const texts = query.getAll(key).flatMap((value) => value.split(","));
    const items = texts.map((text) => findItem(facet, text, key, errors));
    (facets[facet] ??= {})[comparison] = /in$/i.test(comparison) ? items : items[0];
  }
  const list = (key: string): string[] | undefined =>
    query.has(key) ? query.getAll(key).flatMap((v) => v.split(",")) : undefined;
  const sorts = list("sorts")?.map((text) => {
    const parts = text.split("|");
    return {field: parts.slice(0, -1).join("|"), direction: parts.at(-1)!};
  });
  const indicators = list("indicators");
  const request: Request = {
    criteria: facets,
    ...(indicators ? {indicators} : {}),
    ...(sorts ? {sorts} : {}),
    page: Number(query.get("page") ?? 1),
    pageSize: Number(query.get("pageSize") ?? 1000),
    debug: query.get("debug") === "true"
  };
  return {request, errors: [...errors, ...sizes(request)]};
}

/** Reads the body of a POST, and what is wrong with it and with its address. */
export function readPost(body: string, query: URLSearchParams): {request: Request; errors: Problems} {
  const given = (body.trim() === "" ? {} : JSON.parse(body)) as Partial<Request>;
  const errors: Problems = [
    ...[...query.keys()].filter((key) => key !== "dataSetVersion").map((key) => problem("UnknownField", key)),
    ...Object.keys(given)
      .filter((key) => !allowedPost.includes(key))
      .map((key) => problem("UnknownField", key))
  ];
  checkCriteria(given.criteria, "criteria", errors);
  const request = {page: 1, pageSize: 1000, debug: false, ...given};
  return {request, errors: [...errors, ...sizes(request)]};
}

const sizes = ({page, pageSize}: Request): Problems => [
  ...(Number.isInteger(page) && page >= 1 ? [] : [problem("InvalidValue", "page")]),
  ...(Number.isInteger(pageSize) && pageSize >= 1 && pageSize <= 10_000
    ? []
    : [problem("InclusiveBetween", "pageSize", {from: 1, to: 10_000})])
];

function findItem(facet: string, text: string, path: string, errors: Problems): unknown {
  if (facet === "locations") {
    const [level, property, value] = text.split("|");
    if (!level || !property || !value) errors.push(problem("LocationFormat", path, {value: text}));
    const location = {level: level, [property]: value};
    checkLocation(location, path, errors);
    return location;
  }
  if (facet === "timePeriods") {
    const [period, code] = text.split("|");
    checkPeriod({period, code}, path, errors);
    return {period, code};
  }
  return text;
}

function checkCriteria(criteria: unknown, path: string, errors: Problems): void {
  const {and, or, not, ...facets} = (criteria ?? {}) as {and?: unknown[]; or?: unknown[]; not?: unknown};
  [and, or].forEach((parts) =>
    parts?.forEach((part, i) => checkCriteria(part, `${path}.${and ? "and" : "or"}[${i}]`, errors))
  );
  if (not) checkCriteria(not, `${path}.not`, errors);
  for (const [facet, comparisons] of Object.entries<Record<string, unknown>>(facets)) {
    for (const [comparison, value] of Object.entries(comparisons)) {
      const at = `${path}.${facet}.${comparison}`;
      const items = Array.isArray(value) ? (value as unknown[]) : [value];
      if (items.length === 0) errors.push(problem("NotEmpty", at));
      for (const item of items) {
        if (facet === "locations") checkLocation(item as Record<string, string>, at, errors);
        if (facet === "timePeriods") checkPeriod(item as {period?: string}, at, errors);
      }
    }
  }
}

function checkLocation({level, ...by}: Record<string, string>, path: string, errors: Problems): void {
  const allowed = byLevel[level ?? ""];
  if (!allowed) errors.push(problem("LocationAllowedLevel", path, {value: level, allowedLevels: Object.keys(byLevel)}));
  else if (!allowed.includes(Object.keys(by)[0] ?? "")) {
    errors.push(problem("LocationAllowedProperty", path, {value: by, allowedProperties: allowed}));
  }
}

function checkPeriod({period = "", code = ""}: {period?: string; code?: string}, path: string, errors: Problems): void {
  const [, start, end] = /^(\d{4})(?:\/(\d{4}))?$/.exec(period) ?? [];
  if (!start) errors.push(problem("TimePeriodFormat", path, {value: period}));
  else if (end && Number(end) !== Number(start) + 1)
    errors.push(problem("TimePeriodInvalidYearRange", path, {value: period}));
  if (end && /^(CY|M\d|W\d)/.test(code)) errors.push(problem("TimePeriodAllowedCode", path, {value: code}));
}

import {describe, expect, test} from "vitest";
import {findCalls, namedColumns, readSql, splitArguments, type SqlCall} from "./support/sql-calls.ts";

/**
 * DuckDB reads rows in whatever order its threads come to them. What picks one of several rows, or adds fractions up,
 * gives the same answer in every run only if its rows cannot tie. These say where that is so for another reason than
 * that the query names all it picks: file, what the rows are ordered by, and why.
 */
const ordered: Record<string, Record<string, string>> = {
  "pipelines/estimates/parts-of-partnerships.ts": {
    school_id: "a school is in a partnership once",
    "km, partnership": "a row a partnership"
  },
  "pipelines/estimates/read-phase.ts": {school_id: "a school has one value a year"},
  "pipelines/memberships/counted_role.sql": {
    "role = 'supported' desc, role = 'supporter' desc, joined nulls last, partnership":
      "a school is in a partnership once"
  },
  "pipelines/memberships/group_body.sql": {
    "sponsor.company = trust.company desc nulls last, list_has_any(sponsor.plains, trust.plains) desc, len(list_intersect(sponsor.urns, trust.urns)) desc, trust.partnership_type = 'multi_academy_trust' desc, trust.closed is null desc, trust.number":
      "a row a type and number, of two types"
  },
  "pipelines/memberships/group_link.sql": {
    "joined nulls last, type_rule, sponsor_name": "a row a type and name of a sponsor"
  },
  "pipelines/memberships/rule_member.sql": {inspection_date: "a row a school and day"},
  "pipelines/memberships/stated_member.sql": {
    "joined is null, rank, source, file_id, source_row": "each source states a membership once"
  },
  "pipelines/memberships/trust_move.sql": {
    "until, coalesce(joined, joined_by), partnership, partnership_type": "a row a partnership of a type"
  },
  "pipelines/outcomes/outcome.ts": {
    "own_phase desc, pupils desc nulls last, file_id, source_row": "rows of one source",
    "value is null, reading, file_id, source_row": "a row of a file is read once a reading"
  },
  "pipelines/outcomes/reconcile.sql": {
    "file_id, academic_year, time_identifier, region_name, la_code, school_phase": "all columns of distinct rows"
  },
  "pipelines/outcomes/selected.sql": {
    "stage_rank desc, as_of desc, columns_read desc, file_id": "asked where a file has the LAESTAB once",
    "stage_rank desc, as_of desc, columns_read desc, coalesce(pupils, 0) > 0 desc, file_id, source_row":
      "rows of one source"
  },
  "pipelines/read/raw.ts": {"": "rows of a file, in its order"},
  "pipelines/release/partnership_note.sql": {
    "place.joined nulls last, school.name, place.school_id": "a school is in a partnership once"
  },
  "pipelines/release/school_note.sql": {
    "coalesce(urn.opened, urn.closed) nulls first, urn_school.urn": "a row a URN",
    "membership.joined nulls last, membership.partnership_type, membership.partnership":
      "a school is in a partnership once"
  },
  "pipelines/schools/school_year.sql": {"place, source": "a row a place in the order of sources"},
  "pipelines/sources/ofsted_inspections/staged.sql": {"inspection_date desc, source_row": "rows of one file"},
  "pipelines/sources/ofsted_year_to_date/staged.sql": {"inspection_date desc, source_row": "rows of one file"}
};

/** Sums of whole numbers, and of what is exact, are the same in any order. */
const whole: Record<string, string[]> = {
  "pipelines/stage/words-apart.ts": ["n"],
  "pipelines/memberships/membership_undecided.sql": ["schools"],
  "pipelines/memberships/partnership_said.sql": ["change"],
  "pipelines/outcomes/reconcile.sql": [
    "schools",
    "known",
    "known_per",
    "all_per",
    "low",
    "high",
    "hidden",
    "unbounded",
    "silent"
  ],
  "pipelines/outcomes/outcome.ts": ["hidden"],
  "pipelines/release/schools.ts": ["schools"],
  "pipelines/sources/finance_academies/staged.sql": ["months"]
};

/** Modules that write in words, in R or in calls of their own what is no SQL. */
const without =
  /^pipelines\/(release\/reproduce|library|licences|fetch|synthetic-england|documents|site|commands|validation\/faults)\//;

const one = ["arg_max", "arg_min", "max_by", "min_by"];
const any = /^(any_value|mode|first|last|arbitrary|arg_(max|min)_null|approx_\w+|reservoir_quantile|(kahan_|f)sum)$/;
const listed = /^(list|array_agg|string_agg|group_concat|listagg)$/;
const placed = /^(row_number|first_value|last_value|nth_value|lag|lead|ntile)$/;
const added =
  /^(sum|avg|mean|stddev\w*|var_\w+|variance|regr_\w+|corr|covar_\w+|product|geomean|skewness|kurtosis\w*)$/;

const sorting = new Set(["list_sort", "list_max", "list_min"]);

/** The text of the window that follows a call, whether it stands there or has a name. */
function readWindow({after}: SqlCall, sql: string): string | null {
  const filtered = /^\s*filter\s*\(/i.test(after) ? after.slice(findEnd(after)) : after;
  const [, name, own] = /^\s*over\s+(?:(\w+)|(\())/i.exec(filtered) ?? [];
  if (own) return filtered.slice(filtered.indexOf("(") + 1, findEnd(filtered) - 1);
  if (!name) return null;
  const definition = new RegExp(`\\b${name} as \\(`).exec(sql);
  if (!definition) throw new Error(`no window ${name}`);
  const rest = sql.slice(definition.index);
  return rest.slice(rest.indexOf("(") + 1, findEnd(rest) - 1);
}

function findEnd(text: string): number {
  let depth = 0;
  for (let at = text.indexOf("("); at < text.length; at++) {
    if (text[at] === "(") depth++;
    if (text[at] === ")" && --depth === 0) return at + 1;
  }
  throw new Error(`brackets of ${text}`);
}

const readOrder = (text: string): string | null => {
  const at = text.search(/\border by\b/i);
  return at < 0
    ? null
    : text
        .slice(at + 8)
        .replace(/\b(rows|range) between .*$/s, "")
        .replaceAll(/\s+/g, " ")
        .trim();
};

const isNamed = (what: string, order: string) => {
  const named = new Set(namedColumns(order));
  return namedColumns(what).every((column) => named.has(column));
};

const used = new Set<string>();
function isDeclared(file: string, order: string): boolean {
  used.add(`${file}: ${order}`);
  return order in (ordered[file] ?? {});
}

/** What is wrong with a call, or null. */
function findFault(call: SqlCall, {file, sql}: {file: string; sql: string}): string | null {
  const {name, inside, around} = call;
  const shown = `${name}(${inside.replaceAll(/\s+/g, " ")})`;
  if (any.test(name)) return `${shown}: whichever row comes first`;
  if (one.includes(name)) {
    const [what, by = ""] = splitArguments(inside);
    return by.startsWith("(") && isNamed(what, by) ? null : `${shown}: rows may tie in what it is chosen by`;
  }
  if (listed.test(name)) {
    const order = readOrder(inside);
    if (order === null) return around.some((outer) => sorting.has(outer)) ? null : `${shown}: in no order`;
    const [what] = splitArguments(inside.slice(0, inside.search(/\border by\b/i)));
    return isNamed(what, order) || isDeclared(file, order) ? null : `${shown}: rows may tie in ${order}`;
  }
  if (placed.test(name)) {
    const window = readWindow(call, sql);
    const order = window === null ? "" : (readOrder(window) ?? "");
    return isDeclared(file, order) ? null : `${shown} over … order by ${order}: rows may tie`;
  }
  if (added.test(name)) {
    if (/^exact\(/.test(inside) || readOrder(inside)) return null;
    const window = readWindow(call, sql);
    const order = window === null ? null : readOrder(window);
    if (order && isDeclared(file, order)) return null;
    used.add(`${file}: ${inside}`);
    return whole[file]?.includes(inside) ? null : `${shown}: fractions add up to other last digits in another order`;
  }
  return null;
}

const texts = readSql(without);

describe("no query leaves to the order of rows what it gives", () => {
  test("there is SQL to look at", () => {
    expect(texts.filter(({file}) => file.endsWith(".sql")).length).toBeGreaterThan(100);
    expect(texts.filter(({sql}) => /\bselect\b/.test(sql)).length).toBeGreaterThan(200);
  });

  test("what picks a row, lists rows or adds them up has a rule for rows that tie", () => {
    const faults = texts.flatMap((text) =>
      findCalls(text.sql).flatMap((call) => {
        const fault = findFault(call, text);
        return fault === null ? [] : [`${text.file}: ${fault}`];
      })
    );
    expect(faults).toEqual([]);
  });

  test("a number of rows is of rows in order", () => {
    const faults = texts.filter(
      ({sql}) =>
        /\bselect\b/.test(sql) &&
        (/\bdistinct on\b|\busing sample\b|\btablesample\b/i.test(sql) ||
          (/\blimit\s+(\d|\$)/i.test(sql) &&
            !/\border by\b[^()]*(\([^()]*\)[^()]*)*\blimit\b/i.test(sql) &&
            !/^select 1 from/.test(sql)))
    );
    expect(faults.map(({file, sql}) => `${file}: ${sql}`)).toEqual([]);
  });

  test("every exception is still in use", () => {
    const declared = [
      ...Object.entries(ordered).flatMap(([file, orders]) => Object.keys(orders).map((order) => `${file}: ${order}`)),
      ...Object.entries(whole).flatMap(([file, sums]) => sums.map((sum) => `${file}: ${sum}`))
    ];
    expect(declared.filter((one) => !used.has(one))).toEqual([]);
  });
});

test.each([
  ["select any_value(name) from t", "whichever row comes first"],
  ["select mode(phase) from t", "whichever row comes first"],
  ["select arg_max(name, said) from t", "rows may tie"],
  ["select arg_max(name, (said, town)) from t", "rows may tie"],
  ["select list(urn) from t", "in no order"],
  ["select list(urn order by opened) from t", "rows may tie in opened"],
  ["select row_number() over (partition by urn order by opened) from t", "rows may tie"],
  ["select avg(value) from t", "other last digits"]
])("refuses %s", (sql, says) => {
  const faults = findCalls(sql).map((call) => findFault(call, {file: "a.sql", sql}));
  expect(faults.join()).toContain(says);
});

test.each([
  "select arg_max(name, (said, name)) from t",
  "select arg_max(struct_pack(file_id, source_row), (said, source_row, file_id)).file_id from t",
  "select list_sort(list_distinct(list(urn))) from t",
  "select string_agg(distinct why, '; ' order by why) from t",
  "select avg(value order by school_id), sum(exact(value)) from t"
])("accepts %s", (sql) => {
  expect(findCalls(sql).map((call) => findFault(call, {file: "a.sql", sql}))).toEqual(
    expect.not.arrayContaining([expect.any(String)])
  );
});

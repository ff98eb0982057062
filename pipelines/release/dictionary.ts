import {group} from "d3";
import type {DescribedTable} from "../../src/release/release.ts";
import type {Source} from "../../src/published-files/source.ts";
import {quoteName, rows, type Warehouse} from "../warehouse.ts";

/** Every table of the warehouse and its columns: from the queries’ own first lines and the descriptors. */
export async function makeDictionary(warehouse: Warehouse, sources: readonly Source[]): Promise<DescribedTable[]> {
  const tables = await rows<{schema: string; table: string; comment: string}>(
    warehouse,
    `select schema_name as schema, table_name as "table", comment
     from duckdb_tables() where not temporary and comment is not null order by schema_name = 'staged', table_name`
  );
  const counts = await countRows(warehouse, tables);
  const columns = group(
    await rows<{schema: string; table: string; column: string; type: string}>(
      warehouse,
      `select schema_name as schema, table_name as "table", column_name as "column", data_type as type
       from duckdb_columns() order by schema_name, table_name, column_index`
    ),
    ({schema, table}) => `${schema}.${table}`
  );
  return tables.map(({schema, table, comment}, place) => {
    const [about, key] = comment.split("\nkey: ");
    const source = schema === "staged" ? sources.find(({id}) => id === table) : undefined;
    return {
      table: schema === "main" ? table : `${schema}.${table}`,
      about: about,
      key: key ?? null,
      rows: counts[place],
      columns: columns.get(`${schema}.${table}`)!.map(({column, type}) => ({
        column,
        type: type.startsWith("ENUM") ? "reason" : type.toLowerCase(),
        about: aboutColumn(column, source)
      }))
    };
  });
}

/** Counted: the database’s own estimate holds rows that were deleted. */
async function countRows(warehouse: Warehouse, tables: readonly {schema: string; table: string}[]): Promise<number[]> {
  if (!tables.length) return [];
  const each = tables.map(
    ({schema, table}, place) =>
      `select ${place} as place, count(*)::integer as n from ${quoteName(schema)}.${quoteName(table)}`
  );
  const found = await rows<{n: number}>(warehouse, `${each.join(" union all ")} order by place`);
  return found.map(({n}) => n);
}

/** In the words of the descriptor, with the names the publisher gave it. */
function aboutColumn(column: string, source: Source | undefined): string | null {
  const described = source?.columns[column];
  if (!described) {
    const number = column.endsWith("_missing") ? source?.columns[column.slice(0, -"_missing".length)] : undefined;
    return number ? "Why there is no number" : (shared[column] ?? null);
  }
  const names = [
    ...new Set(
      Object.values(described.names)
        .flat()
        .filter((name) => name !== null)
    )
  ];
  return [described.about, `published as ${names.join(", ")}`].filter(Boolean).join("; ");
}

/** Columns that mean the same wherever they stand. */
const shared: Record<string, string> = {
  academic_year: "The year in which the academic year ends: 2019 is 2018/19",
  standardised: "Standard deviations from the mean of all mainstream state-funded schools of the year and phase",
  standardised_missing: "Why there is no value on the standardised scale",
  authority_share: "Share of the variance of changes that schools of one local authority have in common",
  authority_lag: "Years over which those changes are",
  autocorrelation: "Covariance at this lag as a share of the variance",
  between_variance: "Variance that lasts over the longest lag known",
  cohort: "First academic year counted as treated",
  file_id: "The published file, in the table file",
  high: "The value if every hidden count were two",
  lag: "Years between two results of a school",
  laestab: "Local authority and establishment number, seven digits",
  level: "school, local_authority, region or national; breakdown: a school’s row of some pupils or subjects",
  low: "The value if every hidden count were one",
  missing: "Why there is no value",
  school_id: "The school, across changes of URN: its latest URN",
  school_phase: "primary, secondary, special; total in rows that hold all of them",
  snapshot: "The date of the extract",
  source_row: "The row of the file; row 1 is the header",
  stage: "provisional, revised or final",
  within_variance: "What of the variance of a school’s values does not last",
  urn: "Unique reference number of an establishment; a school that converts gets a new one"
};

import {join} from "node:path";
import {DuckDBInstance, type DuckDBConnection} from "@duckdb/node-api";
import {sampleRelease} from "./sample-release.ts";

/** Asks the warehouse of the synthetic England, with its truth next to it as the tables memory.truth.outcomes, memory.truth.lineages and so on. */
export interface WithTruth {
  request<T>(query: string): Promise<T[]>;
  close(): void;
}

const tables = ["effects", "effects_by_event_time", "lineages", "outcomes", "partnerships", "roles", "schools"];

export async function withTruth(): Promise<WithTruth> {
  const made = join(await sampleRelease(), "..", "..");
  const database = await DuckDBInstance.create(":memory:");
  const connection: DuckDBConnection = await database.connect();
  await connection.run(`attach '${quoted(join(made, "out", "schools.duckdb"))}' as made (read_only)`);
  await connection.run("create schema memory.truth; use made");
  for (const table of tables) {
    const file = quoted(join(made, "published", "truth", `${table}.csv`));
    const types = table === "outcomes" ? "all_varchar = true" : "sample_size = -1";
    await connection.run(`create table memory.truth.${table} as select * from read_csv('${file}', ${types})`);
  }
  return {
    request: async <T>(query: string) => (await connection.runAndReadAll(query)).getRowObjectsJS() as T[],
    close() {
      connection.closeSync();
      database.closeSync();
    }
  };
}

const quoted = (path: string): string => path.replaceAll("'", "''");

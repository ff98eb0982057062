import {DuckDBInstance} from "@duckdb/node-api";

const create = DuckDBInstance.create.bind(DuckDBInstance);

// One thread makes tables of a few rows sooner than several that wait for one another, and other files of tests need the other cores.
DuckDBInstance.create = (path, settings) => create(path, {threads: "1", ...settings});

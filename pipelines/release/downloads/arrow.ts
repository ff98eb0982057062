import {
  Bool,
  Dictionary,
  Float64,
  Int32,
  Table,
  tableToIPC,
  Utf8,
  vectorFromArray,
  type DataType,
  type Vector
} from "apache-arrow";

/** A column of a table: the type that DuckDB gives it, and its values when they are asked for, null where there is none. */
export interface TypedColumn {
  name: string;
  type: string;
  read: () => Promise<readonly (string | number | boolean | null)[]>;
}

/**
 * A table as an Arrow file, with facts about it in its schema. Texts are dictionaries. Columns are read one after another,
 * so that the values of one alone are in memory beside what is packed.
 */
export async function arrowFile(columns: readonly TypedColumn[], facts: Record<string, string>): Promise<Uint8Array> {
  const vectors: Record<string, Vector> = {};
  for (const [at, {name, type, read}] of columns.entries())
    vectors[name] = vectorFromArray(await read(), arrowType(type, at));
  const table = new Table(vectors);
  for (const [name, value] of Object.entries(facts)) table.schema.metadata.set(name, value);
  return tableToIPC(table, "file");
}

/** A dictionary is known by its column’s place: a number of its own would differ from run to run. */
function arrowType(type: string, place: number): DataType {
  switch (type) {
    case "INTEGER":
      return new Int32();
    case "DOUBLE":
      return new Float64();
    case "BOOLEAN":
      return new Bool();
    case "VARCHAR":
      return new Dictionary(new Utf8(), new Int32(), place);
    default:
      throw new Error(`a download has a column of type ${type}`);
  }
}

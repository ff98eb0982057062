import {Bool, Dictionary, Float64, Int32, Table, tableToIPC, Utf8, vectorFromArray, type DataType} from "apache-arrow";

/** A column’s values, null where there is none, and the type that DuckDB gives it. */
export interface TypedColumn {
  type: string;
  values: readonly (string | number | boolean | null)[];
}

/** A table as an Arrow file, with facts about it in its schema. Texts are dictionaries. */
export function arrowFile(columns: Record<string, TypedColumn>, facts: Record<string, string>): Uint8Array {
  const table = new Table(
    Object.fromEntries(
      Object.entries(columns).map(([name, {type, values}], at) => [name, vectorFromArray(values, arrowType(type, at))])
    )
  );
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

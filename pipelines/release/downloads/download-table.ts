/** A table that can be taken away whole. Its query is NAME.sql next to this file. */
export interface DownloadTable {
  id: string;
  title: string;
  /** What a row is, in a sentence. */
  row: string;
  columns: Readonly<Record<string, string>>;
  /** Whether its query reads nothing but what is made of published files (the kept steps), so that its text holds while they do. */
  published?: true;
  /** Of a table in the layout of Explore Education Statistics: what its .meta.csv says. */
  statistics?: {
    filters: readonly string[];
    /** Of a filter, the column under whose values its own stand. */
    groups: Readonly<Record<string, string>>;
    indicators: Readonly<Record<string, {unit: string; decimals: number}>>;
  };
}

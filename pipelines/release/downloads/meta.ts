import Papa from "papaparse";
import type {DownloadTable} from "./download-table.ts";

/**
 * The .meta.csv that Explore Education Statistics asks for next to a file: a row a filter or indicator. `defaults` has the
 * value of each filter that is shown before a reader chooses.
 */
export const describeMeta = (
  {columns, statistics}: Pick<DownloadTable, "columns"> & Required<Pick<DownloadTable, "statistics">>,
  defaults: Readonly<Record<string, string>>
): string =>
  Papa.unparse(
    [
      ...statistics.filters.map((name) => ({
        col_name: name,
        col_type: "Filter",
        label: columns[name],
        indicator_grouping: "",
        indicator_unit: "",
        indicator_dp: "",
        filter_hint: "",
        filter_grouping_column: statistics.groups[name] ?? "",
        filter_default: defaults[name]
      })),
      ...Object.entries(statistics.indicators).map(([name, {unit, decimals}]) => ({
        col_name: name,
        col_type: "Indicator",
        label: columns[name],
        indicator_grouping: "",
        indicator_unit: unit,
        indicator_dp: String(decimals),
        filter_hint: "",
        filter_grouping_column: "",
        filter_default: ""
      }))
    ],
    {newline: "\n"}
  ) + "\n";

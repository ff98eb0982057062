import Papa from "papaparse";
import type {DownloadTable} from "./download-table.ts";

/** The .meta.csv that Explore Education Statistics asks for next to a file: a row a filter or indicator. */
export const describeMeta = ({
  columns,
  statistics
}: Pick<DownloadTable, "columns"> & Required<Pick<DownloadTable, "statistics">>): string =>
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
        filter_grouping_column: ""
      })),
      ...Object.entries(statistics.indicators).map(([name, {unit, decimals}]) => ({
        col_name: name,
        col_type: "Indicator",
        label: columns[name],
        indicator_grouping: "",
        indicator_unit: unit,
        indicator_dp: String(decimals),
        filter_hint: "",
        filter_grouping_column: ""
      }))
    ],
    {newline: "\n"}
  ) + "\n";

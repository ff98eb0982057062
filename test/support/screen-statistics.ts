/** A row of a file as text, by column. */
export type TextRow = Readonly<Record<string, string>>;

/** A data file and the file that describes its columns. */
export interface StatisticsFiles {
  name: string;
  metaName: string;
  data: {columns: readonly string[]; rows: readonly TextRow[]};
  meta: {columns: readonly string[]; rows: readonly TextRow[]};
}

interface Screened extends StatisticsFiles {
  filters: readonly TextRow[];
  indicators: readonly TextRow[];
  /** Filters, and the columns under whose values theirs stand. */
  filterColumns: readonly string[];
  /** Each column’s values, each once. */
  values: (column: string) => string[];
}

/** What is at fault, a line each; none where the rule holds. */
type Rule = (files: Screened) => string[];

const REQUIRED_DATA = ["time_period", "time_identifier", "geographic_level", "country_code", "country_name"];
const REQUIRED_META = [
  "col_name",
  "col_type",
  "label",
  "indicator_grouping",
  "indicator_unit",
  "indicator_dp",
  "filter_hint",
  "filter_grouping_column"
];
const OPTIONAL_META = ["filter_default"];
const UNITS = ["", "%", "pp", "£", "£m"];
const NULLS = ["NULL", "Null", "null", "NA", "na"];
const OLD_SYMBOLS = ["N/A", "n/a", ".", "..", "-", "~", ":"];
const TOTALS = ["Total", "total", "All", "all"];
/** As a school’s, an authority’s or another place’s number or name may be called. */
const PLACE =
  /^(country|sch|prov|inst|estab|reg|la|local|rsc|pfa|pcon|lep|mca|oa|ward|mat).*(name|code|urn|ukprn|number|upin|id)$|^(laestab|estab|sch|school|schools|prov|provider|providers|inst|institution|institutions|name|code|urn|ukprn|number|upin|id|region|la|lad|rsc|pcon|lep|mca|oa|ward|mat)$/i;
const CHARACTERISTICS =
  /male|female|asian|chinese|indian|pakistani|bangladeshi|black|african|caribbean|white|roma|irish|english|british|scottish|welsh|arab/i;

const repeated = (values: readonly string[]): string[] => values.filter((value, i) => values.indexOf(value) !== i);
const without = (values: readonly string[], known: readonly string[]): string[] =>
  values.filter((value) => !known.includes(value));
const blank = (value: string): boolean => value.trim() === "";
const isTrimmed = (value: string): boolean => value === value.trim();
const names = (rows: readonly TextRow[]): string[] => rows.map(({col_name}) => col_name);
const only =
  (column: string): Rule =>
  ({filters}) =>
    names(filters.filter((row) => !blank(row[column])));
const longest = (values: readonly string[], most: number): string[] => values.filter(({length}) => length > most);

/**
 * The rules by which the Department for Education screens a file for Explore Education Statistics, under the names that
 * its own screener gives them (R package eesyscreener, read on 29 November 2026), as far as they apply to a national file
 * of academic years. Left out: what is asked of other places than a country, of ethnic groups, and of the words of the
 * publisher’s own dictionary, which a warning asks for that no file of effects can heed.
 */
export const screenerRules: Readonly<Record<string, Rule>> = {
  check_filename_spaces: ({name, metaName}) => [name, metaName].filter((text) => text.includes(" ")),
  check_filename_special: ({name}) => (/^[A-Za-z0-9_-]+\.csv$/.test(name) ? [] : [name]),
  check_filenames_match: ({name, metaName}) => (metaName === name.replace(/\.csv$/, ".meta.csv") ? [] : [metaName]),
  precheck_col_req_meta: ({meta}) => without(REQUIRED_META, meta.columns),
  precheck_col_invalid_meta: ({meta}) => without(meta.columns, [...REQUIRED_META, ...OPTIONAL_META]),
  precheck_col_req_data: ({data}) => without(REQUIRED_DATA, data.columns),
  precheck_col_to_rows: ({data, meta}) =>
    data.columns.length - REQUIRED_DATA.length < meta.rows.length ? ["more rows than columns"] : [],
  precheck_cross_meta_to_data: ({data, meta}) => without(names(meta.rows), data.columns),
  precheck_cross_data_to_meta: ({data, filterColumns, indicators, values}) =>
    without(data.columns, [...REQUIRED_DATA, ...filterColumns, ...names(indicators)]).filter(
      (column) => values(column).length > 1
    ),
  check_col_names_spaces: ({data}) => data.columns.filter((name) => name.includes(" ")),
  check_col_snake_case: ({data}) => data.columns.filter((name) => !/^[a-z0-9_]+$/.test(name)),
  check_col_var_start: ({data}) => data.columns.filter((name) => !/^[a-z]/.test(name)),
  check_col_ind_smushed: ({indicators}) => names(indicators).filter((name) => CHARACTERISTICS.test(name)),
  check_col_var_characteristic: ({filterColumns}) => filterColumns.filter((name) => /^characteristic/.test(name)),
  precheck_meta_col_type: ({meta}) =>
    meta.rows.map(({col_type}) => col_type).filter((type) => type !== "Filter" && type !== "Indicator"),
  precheck_meta_ob_unit: ({filterColumns, indicators}) =>
    [...filterColumns, ...names(indicators)].filter((name) => REQUIRED_DATA.includes(name)),
  precheck_meta_col_name: ({meta}) => meta.rows.flatMap(({col_name, label}) => (blank(col_name) ? [label] : [])),
  check_meta_dupe_label: ({meta}) => repeated(meta.rows.map(({label}) => label)),
  check_meta_fil_grp: ({indicators}) => names(indicators.filter((row) => !blank(row["filter_grouping_column"]))),
  check_meta_fil_grp_dupe: ({filters}) =>
    repeated(filters.map((row) => row["filter_grouping_column"]).filter((name) => !blank(name))),
  check_meta_fil_grp_is_fil: ({filters}) =>
    filters.map((row) => row["filter_grouping_column"]).filter((name) => names(filters).includes(name)),
  check_meta_fil_grp_match: ({filterColumns, data}) => without(filterColumns, data.columns),
  check_meta_fil_grp_stripped: ({filterColumns}) => filterColumns.filter((name) => !isTrimmed(name)),
  check_meta_label: ({meta}) => names(meta.rows.filter(({label}) => blank(label))),
  check_meta_filter_hint: ({indicators}) => names(indicators.filter((row) => !blank(row["filter_hint"]))),
  check_meta_geog_catch: ({filterColumns}) => filterColumns.filter((name) => PLACE.test(name)),
  check_meta_indicator_dp: only("indicator_dp"),
  check_meta_col_name_spaces: ({meta}) => names(meta.rows).filter((name) => name.includes(" ")),
  check_meta_col_name_dupe: ({meta}) => repeated(names(meta.rows)),
  check_meta_ind_dp_set: ({indicators}) => names(indicators.filter((row) => blank(row["indicator_dp"]))),
  check_meta_ind_dp_values: ({indicators}) => names(indicators.filter((row) => !/^\d+$/.test(row["indicator_dp"]))),
  check_meta_ind_unit: only("indicator_unit"),
  check_meta_ind_unit_validation: ({indicators}) =>
    without(
      indicators.map((row) => row["indicator_unit"]),
      UNITS
    ),
  check_meta_indicator_grouping: only("indicator_grouping"),
  check_general_null: ({data, meta, values}) => [
    ...data.columns.flatMap((column) =>
      values(column).filter((value) => NULLS.includes(value) || OLD_SYMBOLS.includes(value))
    ),
    ...meta.rows.flatMap((row) => Object.values(row).filter((value) => NULLS.includes(value)))
  ],
  precheck_filter_not_singular: ({filters, values}) => names(filters).filter((name) => values(name).length < 2),
  precheck_time_period_num: ({values}) => values("time_period").filter((value) => !/^\d+$/.test(value)),
  precheck_time_id_valid: ({values}) => without(values("time_identifier"), ["Academic year"]),
  precheck_time_id_mix: ({values}) => values("time_identifier").slice(1),
  precheck_geog_level: ({values}) => without(values("geographic_level"), ["National"]),
  check_time_period: ({values}) => values("time_period").filter((value) => value.length !== 6),
  check_time_period_six: ({values}) =>
    values("time_period").filter((value) => (Number(value.slice(2, 4)) + 1) % 100 !== Number(value.slice(4))),
  check_filter_defaults: ({filters, values}) =>
    filters.flatMap(({col_name, filter_default}) =>
      values(col_name).includes(blank(filter_default) ? "Total" : filter_default) ? [] : [col_name]
    ),
  check_filter_group_level: ({filters, values}) =>
    filters.flatMap(({col_name, filter_grouping_column: group}) =>
      blank(group) || values(group).length <= values(col_name).length ? [] : [group]
    ),
  check_filter_item_limit: ({filterColumns, values}) => filterColumns.filter((name) => values(name).length > 25_000),
  check_filter_whitespace: ({filterColumns, values}) =>
    filterColumns.flatMap((name) => values(name).filter((value) => !isTrimmed(value))),
  check_filter_ob_total: ({data, values}) =>
    data.columns
      .filter((name) => REQUIRED_DATA.includes(name) || PLACE.test(name))
      .filter((name) => values(name).some((value) => TOTALS.includes(value))),
  check_filter_blanks: ({filterColumns, values}) => filterColumns.filter((name) => values(name).some(blank)),
  check_general_dupes: ({data, filterColumns}) =>
    repeatedLines(data.rows.map((row) => [...REQUIRED_DATA, ...filterColumns].map((name) => row[name]).join("|"))),
  check_geog_country_combos: ({data}) =>
    data.rows.flatMap(({country_code, country_name}) =>
      country_code === "E92000001" && country_name === "England" ? [] : [country_name]
    ),
  check_geog_level_completed: ({data}) =>
    data.rows.filter((row) => REQUIRED_DATA.some((name) => blank(row[name]))).map((row) => JSON.stringify(row)),
  check_ind_invalid_entry: ({indicators, values}) =>
    names(indicators).filter((name) => values(name).some((value) => blank(value) || ["~", ":"].includes(value))),
  check_api_char_col_name: ({data}) => longest(data.columns, 50),
  check_api_char_col_label: ({meta}) =>
    longest(
      meta.rows.map(({label}) => label),
      80
    ),
  check_api_char_loc_code: ({values}) => longest(values("country_code"), 30),
  check_api_char_filter_items: ({filterColumns, values}) => filterColumns.flatMap((name) => longest(values(name), 120))
};

function repeatedLines(lines: readonly string[]): string[] {
  const seen = new Set<string>();
  return lines.filter((line) => seen.size === seen.add(line).size);
}

/** What the publisher’s screener would say of two files: a line a rule that does not hold, with what breaks it. */
export function screenStatistics(files: StatisticsFiles): string[] {
  const filters = files.meta.rows.filter(({col_type}) => col_type === "Filter");
  const groups = filters.map((row) => row["filter_grouping_column"]).filter((name) => !blank(name));
  const known = new Map<string, string[]>();
  const screened: Screened = {
    ...files,
    filters,
    indicators: files.meta.rows.filter(({col_type}) => col_type === "Indicator"),
    filterColumns: [...names(filters), ...groups],
    values: (column) => {
      const values = known.get(column) ?? [...new Set(files.data.rows.map((row) => row[column]))];
      known.set(column, values);
      return values;
    }
  };
  return Object.entries(screenerRules).flatMap(([rule, check]) => {
    const faults = [...new Set(check(screened))];
    return faults.length === 0 ? [] : [`${rule}: ${faults.slice(0, 5).join(" | ")}`];
  });
}

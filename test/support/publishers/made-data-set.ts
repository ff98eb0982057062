import {range} from "d3";
import type {DataSetMeta, LocationOption} from "../../../pipelines/fetch/statistics/objects.ts";

/** One row as the service stores it: option ids by filter, location ids by level, values as text. */
export interface StoredRow {
  period: string;
  code: string;
  level: string;
  locations: Record<string, string>;
  filters: Record<string, string>;
  values: Record<string, string>;
}

/** A data set of the API: what its ids mean, and its rows. */
export interface MadeDataSet {
  meta: DataSetMeta;
  rows: StoredRow[];
}

const years = ["2020/2021", "2021/2022", "2022/2023"];

/** Invented schools of two invented authorities of one region. */
const schools = range(6).map((i) => ({
  id: `Sch${i}x`,
  label: `Invented School ${i + 1}`,
  urn: String(900_001 + i),
  laEstab: `${901 + (i % 2)}${String(2001 + i)}`,
  la: i % 2 === 0 ? "O7CLF" : "dP0Zw"
}));

const authorities: LocationOption[] = [
  {id: "O7CLF", label: "Ashshire", code: "E08900001", oldCode: "901"},
  {id: "dP0Zw", label: "Oakshire", code: "E08900002", oldCode: "902"}
];

/**
 * Absence of six invented schools in three years, in the layout of the
 * service's own tests: the same columns, and ids that repeat across kinds
 * (dP0Zw is an indicator, a filter and a place). Cells hold every code there is.
 */
export const absenceSet: MadeDataSet = {
  meta: {
    filters: [
      {
        id: "7zXob",
        column: "school_type",
        label: "School type",
        options: [
          {id: "HTzLj", label: "Total"},
          {id: "6jrfe", label: "State-funded primary"},
          {id: "0kT5D", label: "State-funded secondary"}
        ]
      },
      {
        id: "O7CLF",
        column: "ncyear",
        label: "National curriculum year",
        options: [
          {id: "IzBzg", label: "Year 4"},
          {id: "it6Xr", label: "Year 6"},
          {id: "LxWjE", label: "Year 8"},
          {id: "pTSoj", label: "Year 10"}
        ]
      },
      {
        id: "dP0Zw",
        column: "academy_type",
        label: "Academy type",
        options: [{id: "Ac4dm", label: "Sponsor led academy"}]
      }
    ],
    indicators: [
      {id: "dP0Zw", column: "enrolments", label: "Enrolments", unit: "", decimalPlaces: 0},
      {id: "7zXob", column: "sess_possible", label: "Possible sessions", unit: "", decimalPlaces: 0},
      {
        id: "IzBzg",
        column: "sess_unauthorised_percent",
        label: "Unauthorised absence rate",
        unit: "%",
        decimalPlaces: 2
      }
    ],
    geographicLevels: [
      {code: "NAT", label: "National"},
      {code: "LA", label: "Local authority"},
      {code: "SCH", label: "School"}
    ],
    locations: [
      {level: {code: "NAT", label: "National"}, options: [{id: "IzBzg", label: "England", code: "E92000001"}]},
      {level: {code: "LA", label: "Local authority"}, options: authorities},
      {
        level: {code: "SCH", label: "School"},
        options: schools.map(({id, label, urn, laEstab}) => ({id, label, urn, laEstab}))
      }
    ],
    timePeriods: years.map((period) => ({code: "AY", period, label: period.replace("/20", "/")}))
  },
  rows: years.flatMap((period, y) => [
    makeRow(period, "NAT", {NAT: "IzBzg"}, {"7zXob": "HTzLj", O7CLF: "IzBzg"}, ["7214005", "2134566012", "1.31"]),
    ...authorities.map(({id}, i) =>
      makeRow(period, "LA", {NAT: "IzBzg", LA: id}, {"7zXob": "HTzLj", O7CLF: "it6Xr"}, [
        String(40_000 + i),
        "7600000",
        "low"
      ])
    ),
    ...schools.map(({id, la}, i) =>
      makeRow(
        period,
        "SCH",
        {NAT: "IzBzg", LA: la, SCH: id},
        {"7zXob": i < 4 ? "6jrfe" : "0kT5D", O7CLF: i < 4 ? "it6Xr" : "LxWjE", ...(i === 5 ? {dP0Zw: "Ac4dm"} : {})},
        [String(200 + 10 * i + y), String(38_000 + i), ["0.4", "c", "z", "x", "low", ""][i]]
      )
    )
  ])
};

/** The same kinds of row, many of them: schools only, for paging. */
export const manyRows = (count: number): MadeDataSet => ({
  meta: absenceSet.meta,
  rows: range(count).map((i) =>
    makeRow(
      years[i % 3],
      "SCH",
      {NAT: "IzBzg", LA: "O7CLF", SCH: schools[i % schools.length].id},
      {"7zXob": "6jrfe", O7CLF: "it6Xr"},
      [String(i), String(10 * i), "1.0"]
    )
  )
});

function makeRow(
  period: string,
  level: string,
  locations: Record<string, string>,
  filters: Record<string, string>,
  [enrolments, possible, rate]: [string, string, string]
): StoredRow {
  return {period, code: "AY", level, locations, filters, values: {dP0Zw: enrolments, "7zXob": possible, IzBzg: rate}};
}

/** The data set as the file that was uploaded: labels, a line a row. */
export function writeCsv({meta, rows}: MadeDataSet): string {
  const label = <T extends {id: string}>(items: readonly T[], id: string | undefined): T | undefined =>
    items.find((item) => item.id === id);
  const places = (level: string): LocationOption[] => meta.locations.find((l) => l.level.code === level)?.options ?? [];
  const header = [
    "time_period,time_identifier,geographic_level,country_code,country_name,old_la_code,new_la_code,la_name",
    "school_urn,school_laestab,school_name",
    meta.filters.map(({column}) => column).join(","),
    meta.indicators.map(({column}) => column).join(",")
  ].join(",");
  const lines = rows.map((row) => {
    const la = label(places("LA"), row.locations["LA"]);
    const school = label(places("SCH"), row.locations["SCH"]);
    return [
      row.period.replace(/\/20/, ""),
      "Academic year",
      label(
        meta.geographicLevels.map((l) => ({...l, id: l.code})),
        row.level
      )?.label,
      "E92000001",
      "England",
      la?.oldCode,
      la?.code,
      la?.label,
      school?.urn,
      school?.laEstab,
      school?.label,
      ...meta.filters.map(({id, options}) => label(options, row.filters[id])?.label),
      ...meta.indicators.map(({id}) => row.values[id])
    ]
      .map((cell) => cell ?? "")
      .join(",");
  });
  return [header, ...lines, ""].join("\r\n");
}

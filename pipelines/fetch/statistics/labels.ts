import {PublisherError} from "../publisher-error.ts";
import type {DataSetMeta, LocationOption, QueryResult} from "./objects.ts";

/** A row with its ids resolved. Values stay text: a cell is a number or a code, which only staging decides. */
export interface LabelledRow {
  time_period: string;
  time_code: string;
  geographic_level: string;
  /** By level: NAT, LA, SCH … */
  locations: Record<string, LocationOption>;
  /** Labels by the filter's column. A filter that does not apply to the row is not there. */
  filters: Record<string, string>;
  /** Text by the indicator's column. */
  values: Record<string, string>;
}

/**
 * Rows with labels in the place of ids, from the metadata of the same version.
 * Ids are looked up within their kind: a filter and an indicator may share one.
 *
 * Throws a PublisherError for an id that the metadata does not have.
 */
export function labelRows(rows: readonly QueryResult[], meta: DataSetMeta): LabelledRow[] {
  const levels = new Map(meta.geographicLevels.map(({code, label}) => [code, label]));
  const places = new Map(meta.locations.map(({level, options}) => [level.code, byId(options)]));
  const filters = byId(meta.filters.map(({options, ...filter}) => ({...filter, options: byId(options)})));
  const indicators = byId(meta.indicators);
  return rows.map((row) => ({
    time_period: row.timePeriod.period,
    time_code: row.timePeriod.code,
    geographic_level: requireKnown(levels, row.geographicLevel, "level"),
    locations: mapEntries(row.locations, (level, id) => [
      level,
      requireKnown(requireKnown(places, level, "level"), id, `location at level ${level}`)
    ]),
    filters: mapEntries(row.filters, (id, option) => {
      const {column, options} = requireKnown(filters, id, "filter");
      return [column, requireKnown(options, option, `option of ${column}`).label];
    }),
    values: mapEntries(row.values, (id, value) => [requireKnown(indicators, id, "indicator").column, value])
  }));
}

const byId = <T extends {id: string}>(items: readonly T[]): Map<string, T> =>
  new Map(items.map((item) => [item.id, item]));

const mapEntries = <T>(map: Record<string, string>, of: (key: string, value: string) => [string, T]) =>
  Object.fromEntries(Object.entries(map).map(([key, value]) => of(key, value)));

function requireKnown<T>(map: ReadonlyMap<string, T>, id: string, what: string): T {
  const found = map.get(id);
  if (found !== undefined) return found;
  throw new PublisherError(`no ${what} has the id ${id} in the metadata`, {
    fix: "read the metadata of the same version as the rows"
  });
}

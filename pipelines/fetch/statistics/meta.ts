import {askJson, lacks} from "../json.ts";
import type {Context} from "../context.ts";
import type {DataSetMeta} from "./objects.ts";

const whole = {
  filters: "array",
  indicators: "array",
  geographicLevels: "array",
  locations: "array",
  timePeriods: "array"
} as const;

/** What the ids of one exact version of a data set stand for. Ids hold within a version only: never mix two. */
export function fetchMeta(dataSet: string, version: string, context: Context): Promise<DataSetMeta> {
  const base = `${context.publishers.statistics_api}/v1/data-sets/${encodeURIComponent(dataSet)}/meta`;
  return askJson<DataSetMeta>(
    {url: `${base}?dataSetVersion=${encodeURIComponent(version)}`},
    (value) => lacks(value, whole),
    context
  );
}

import {rm} from "node:fs/promises";
import Papa from "papaparse";
import type {Origin} from "../../../src/published-files/origin.ts";
import {closestNames} from "../../../src/published-files/closest-names.ts";
import type {Source} from "../../../src/published-files/source.ts";
import {commit} from "../commit.ts";
import {PublisherError} from "../publisher-error.ts";
import {heldAt} from "../raw-folder.ts";
import type {Delivered, Run} from "../run.ts";
import {validate} from "../validate.ts";
import {labelRows, type LabelledRow} from "./labels.ts";
import {fetchMeta} from "./meta.ts";
import type {Criteria, DataSetMeta} from "./objects.ts";
import {queryAll} from "./query.ts";
import {chooseVersion, fetchVersions} from "./versions.ts";

type Rows = Extract<Origin, {service: "statistics_rows"}>;

/**
 * Brings the rows that are wanted of a data set whose file is too large to be fetched whole, from the version published
 * last, as a file in the publisher's columns. A version that is held already is not asked for again.
 *
 * Throws a PublisherError where the data set has no such filter, option or indicator, or gives no row.
 */
export async function downloadRows(source: Source, origin: Rows, run: Run): Promise<Delivered> {
  const {context} = run;
  const {publication, api_data_set} = origin;
  const chosen = chooseVersion(await fetchVersions(api_data_set, context), api_data_set);
  const {version, release, file} = chosen;
  const path = `${source.id}/${publication}_${release.slug}_v${version}.csv`;
  const slot = `${source.id} ${publication} rows to ${release.slug}`;
  const held = run.again ? undefined : run.lock.files.find((one) => one.slot === slot && one.version === version);
  if (held && (await heldAt(held.path, run)).state === "ours") {
    return {path: held.path, outcome: "kept", bytes: held.bytes, notes: []};
  }
  const bytes = await askRows(origin, version, run);
  run.progress(`${source.id}: ${publication}`, bytes.length);
  const {folder, files} = await validate([{path, expected: [source], bytes}], run.unfinished, run);
  try {
    const came = {path, etag: null, last_modified: null, content_encoding: null, called: null};
    const provenance = {api_data_set, version, file_id: file.id, release: release.slug};
    const url = `${context.publishers.statistics_api}/v1/data-sets/${encodeURIComponent(api_data_set)}/query`;
    const series = `${source.id} ${publication} rows to `;
    return await commit(files[0], {url, slot, series, member: null, came, provenance}, run);
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}

/**
 * The rows that are wanted of one exact version, as a file in the publisher’s columns: the same bytes whenever it is
 * asked. Throws a PublisherError as `downloadRows` does.
 */
export async function askRows(origin: Rows, version: string, {context}: Pick<Run, "context">): Promise<Buffer> {
  const {api_data_set, filters, indicators} = origin;
  const meta = await fetchMeta(api_data_set, version, context);
  const query = {
    criteria: makeCriteria(meta, origin),
    indicators: indicators.map((one) => findIndicator(meta, one, api_data_set))
  };
  const rows = labelRows(await queryAll(api_data_set, version, query, context), meta);
  if (rows.length === 0)
    throw new PublisherError(`data set ${api_data_set} has no row of schools with what was asked for`);
  return Buffer.from(writeRows(rows, Object.keys(filters), indicators));
}

/** Rows of schools that have one of the options wanted of each filter: options of two filters in one list would be joined by OR. */
function makeCriteria(meta: DataSetMeta, {filters, api_data_set}: Rows): Criteria {
  const wanted = Object.entries(filters).map(([column, labels]) => {
    const filter = meta.filters.find((one) => one.column === column);
    if (!filter)
      throw lacking(
        api_data_set,
        `filter ${column}`,
        column,
        meta.filters.map((one) => one.column)
      );
    const ids = labels.flatMap((label) => {
      const options = filter.options.filter((option) => option.label === label);
      const all = filter.options.map((option) => option.label);
      if (!options.length) throw lacking(api_data_set, `option “${label}” of ${column}`, label, all);
      return options.map(({id}) => id);
    });
    return {filters: {in: ids}};
  });
  return {and: [{geographicLevels: {eq: "SCH"}}, ...wanted]};
}

function findIndicator({indicators}: DataSetMeta, column: string, dataSet: string): string {
  const found = indicators.find((one) => one.column === column);
  if (!found)
    throw lacking(
      dataSet,
      `indicator ${column}`,
      column,
      indicators.map((one) => one.column)
    );
  return found.id;
}

const lacking = (dataSet: string, what: string, name: string, all: readonly string[]): PublisherError =>
  new PublisherError(
    `data set ${dataSet} has no ${what}; the nearest: ${closestNames(name, all, 3).join(", ") || "none"}`,
    {
      fix: "the publisher has changed the data set: get the figures by hand, as listed"
    }
  );

/** The rows as the publisher's own file has them, as far as they were asked for. */
function writeRows(rows: readonly LabelledRow[], filters: readonly string[], indicators: readonly string[]): string {
  const fields = [
    "time_period",
    "geographic_level",
    "school_urn",
    "school_laestab",
    "school_name",
    ...filters,
    ...indicators
  ];
  const data = rows.map(({time_period, geographic_level, locations, filters: labels, values}) => {
    const {urn = "", laEstab = "", label = ""} = locations["SCH"] ?? {};
    const period = time_period.replace(/^(\d{4})\/\d\d(\d\d)$/, "$1$2");
    return [
      ...[period, geographic_level, urn, laEstab, label],
      ...filters.map((column) => labels[column] ?? ""),
      ...indicators.map((column) => values[column] ?? "")
    ];
  });
  return `${Papa.unparse({fields, data}, {newline: "\n"})}\n`;
}

import type {Origin} from "../../../src/published-files/origin.ts";
import type {Source} from "../../../src/published-files/source.ts";
import type {FileDownload} from "../downloads.ts";
import {PublisherError} from "../publisher-error.ts";
import type {Run} from "../run.ts";
import {catalogueAddresses, catalogueFile, readMark} from "./catalogue.ts";
import {chooseVersion, fetchVersions} from "./versions.ts";

type Statistics = Extract<Origin, {service: "explore_education_statistics"}>;

/**
 * Where a file of Explore Education Statistics is: at its API, in the version
 * published last, if the descriptor names a data set there; by its name in the
 * catalogue otherwise, at the host that keeps it or at the site before that.
 * Each is asked only when the one before it did not give the file.
 */
export function statisticsDownloads(
  source: Source,
  origin: Statistics,
  run: Run
): readonly (() => Promise<FileDownload>)[] {
  const {api_data_set} = origin;
  const catalogue = () => fromCatalogue(source, origin, run);
  return api_data_set === undefined ? [catalogue] : [() => fromApi(source, {...origin, api_data_set}, run), catalogue];
}

async function fromApi(
  source: Source,
  origin: Statistics & {api_data_set: string},
  {context}: Run
): Promise<FileDownload> {
  const {api_data_set, publication} = origin;
  const {version, file, release, timePeriods} = chooseVersion(await fetchVersions(api_data_set, context), api_data_set);
  const url = csvAddress(api_data_set, version, context.publishers);
  const path = `${source.id}/${publication}_${release.slug}_v${version}.csv`;
  const period = readPeriod(timePeriods?.start, timePeriods?.end);
  const provenance = {api_data_set, version, file_id: file.id, release: release.slug, ...(period ? {period} : {})};
  return {...describeCommon(source, origin, period?.last ?? release.slug), places: [{url, path}], provenance};
}

async function fromCatalogue(source: Source, origin: Statistics, run: Run): Promise<FileDownload> {
  const file = await catalogueFile(origin, run);
  const {id, filename, release, meta} = file;
  const places = catalogueAddresses(id, run.context.publishers).map((url) => ({url, path: `${source.id}/${filename}`}));
  const range = meta?.timePeriodRange;
  const period = readPeriod(range?.from ?? range?.start, range?.to ?? range?.end);
  const mark = readMark(file);
  return {
    ...describeCommon(source, origin, period?.last ?? release.slug),
    places,
    provenance: {file_id: id, release: release.slug, ...(mark ? {mark} : {}), ...(period ? {period} : {})}
  };
}

/** One slot for each last year: a later file of other years leaves the earlier one, a correction takes its place. */
function describeCommon(source: Source, {publication, release = "", file}: Statistics, last: number | string) {
  const series = `${source.id} ${publication} ${release} ${file} to `;
  return {
    kind: "file" as const,
    what: `${source.id}: ${publication}`,
    sources: [source],
    slot: `${series}${last}`,
    series,
    places_are: "hosts" as const,
    unchanging: false
  };
}

/** The academic years of a range that is written 2022/23 to 2024/25, or as calendar years; undefined if it is neither. */
function readPeriod(start = "", end = ""): {first: number; last: number} | undefined {
  const [first, last] = [start, end].map((text) => {
    const [, year, slash] = /^(20\d\d)(\/\d\d)?/.exec(text) ?? [];
    return year === undefined ? NaN : Number(year) + (slash ? 1 : 0);
  });
  return Number.isNaN(first + last) ? undefined : {first: first, last: last};
}

/** The address of all rows of one version of an API data set: always exact, never “the latest”. */
export const csvAddress = (dataSet: string, version: string, {statistics_api}: {statistics_api: string}): string =>
  `${statistics_api}/v1/data-sets/${encodeURIComponent(dataSet)}/csv?dataSetVersion=${encodeURIComponent(version)}`;

/**
 * The first of several ways that gives something. Throws the one error there
 * was, or a PublisherError that says what each way answered.
 */
export async function takeFirst<T>(ways: readonly (() => Promise<T>)[]): Promise<T> {
  const errors: PublisherError[] = [];
  for (const way of ways) {
    try {
      return await way();
    } catch (error) {
      if (!(error instanceof PublisherError)) throw error;
      errors.push(error);
    }
  }
  if (errors.length === 1) throw errors[0];
  const {fix, status, temporary, codes} = errors.at(-1)!;
  throw new PublisherError(errors.map(({message}) => message).join("; nor in the catalogue: "), {
    fix,
    status,
    temporary,
    codes,
    cause: errors[0]
  });
}

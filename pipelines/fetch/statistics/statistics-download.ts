import type {Origin} from "../../../src/published-files/origin.ts";
import type {Source} from "../../../src/published-files/source.ts";
import type {FileDownload} from "../downloads.ts";
import {PublisherError} from "../publisher-error.ts";
import type {Context} from "../context.ts";
import {catalogueAddress, catalogueFile} from "./catalogue.ts";
import {chooseVersion, versionsOf} from "./versions.ts";

type Statistics = Extract<Origin, {service: "explore_education_statistics"}>;

/**
 * A file of Explore Education Statistics: from its API, in the version
 * published last, if the descriptor names a data set there; by its name in the
 * catalogue if not, or if the API has no such data set or no version of it.
 *
 * Throws a PublisherError that says what both answered.
 */
export async function statisticsDownload(source: Source, origin: Statistics, context: Context): Promise<FileDownload> {
  const {api_data_set} = origin;
  if (api_data_set === undefined) return fromCatalogue(source, origin, context);
  try {
    return await fromApi(source, origin, api_data_set, context);
  } catch (first) {
    if (!(first instanceof PublisherError) || first.temporary) throw first;
    return fromCatalogue(source, origin, context).catch((second: unknown) => {
      if (!(second instanceof PublisherError)) throw second;
      throw new PublisherError(`${first.message}; nor in the catalogue: ${second.message}`, {cause: first});
    });
  }
}

async function fromApi(source: Source, origin: Statistics, dataSet: string, context: Context): Promise<FileDownload> {
  const {version, file, release} = chooseVersion(await versionsOf(dataSet, context), dataSet);
  const url = csvAddress(dataSet, version, context.publishers);
  const path = `${source.id}/${origin.publication}_${release.slug}_v${version}.csv`;
  const provenance = {api_data_set: dataSet, version, file_id: file.id, release: release.slug};
  return {...common(source, origin), places: [{url, path}], provenance};
}

async function fromCatalogue(source: Source, origin: Statistics, context: Context): Promise<FileDownload> {
  const {id, filename, release} = await catalogueFile(origin, context);
  const url = catalogueAddress(id, context.publishers);
  const path = `${source.id}/${filename}`;
  return {...common(source, origin), places: [{url, path}], provenance: {file_id: id, release: release.slug}};
}

const common = (source: Source, {publication, release = "latest", file}: Statistics) =>
  ({
    kind: "file",
    what: `${source.id}: ${publication}`,
    sources: [source],
    slot: `${source.id} ${publication} ${release} ${file}`,
    settled: false
  }) as const;

/** The address of all rows of one version of an API data set: always exact, never “the latest”. */
export const csvAddress = (dataSet: string, version: string, {statistics_api}: Context["publishers"]): string =>
  `${statistics_api}/v1/data-sets/${encodeURIComponent(dataSet)}/csv?dataSetVersion=${encodeURIComponent(version)}`;

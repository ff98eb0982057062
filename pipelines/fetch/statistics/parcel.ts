import type {Origin} from "../../../src/origin.ts";
import type {Source} from "../../../src/source.ts";
import type {FileParcel} from "../parcel.ts";
import type {Surroundings} from "../surroundings.ts";
import {catalogueAddress, catalogueFile} from "./catalogue.ts";
import {chooseVersion, versionsOf} from "./versions.ts";

/**
 * A file of Explore Education Statistics: from its API, in the version
 * published last, if the descriptor names a data set there, and by its name in
 * the catalogue if not.
 */
export async function statisticsParcel(
  source: Source,
  origin: Extract<Origin, {service: "explore_education_statistics"}>,
  surroundings: Surroundings
): Promise<FileParcel> {
  const {publishers} = surroundings;
  const common = {
    kind: "file",
    what: `${source.id}: ${origin.publication}`,
    sources: [source],
    slot: `${source.id} ${origin.publication} ${origin.release ?? "latest"} ${origin.file}`,
    settled: false
  } as const;
  const {api_data_set} = origin;
  if (api_data_set) {
    const {version, file, release} = chooseVersion(await versionsOf(api_data_set, surroundings), api_data_set);
    const url = csvAddress(api_data_set, version, publishers);
    const path = `${source.id}/${origin.publication}_${release.slug}_v${version}.csv`;
    return {
      ...common,
      places: [{url, path}],
      provenance: {api_data_set, version, file_id: file.id, release: release.slug}
    };
  }
  const {id, filename, release} = await catalogueFile(origin, surroundings);
  return {
    ...common,
    places: [{url: catalogueAddress(id, publishers), path: `${source.id}/${filename}`}],
    provenance: {file_id: id, release: release.slug}
  };
}

/** The address of all rows of one version of an API data set: always exact, never “the latest”. */
export const csvAddress = (dataSet: string, version: string, {statistics_api}: Surroundings["publishers"]): string =>
  `${statistics_api}/v1/data-sets/${encodeURIComponent(dataSet)}/csv?dataSetVersion=${encodeURIComponent(version)}`;

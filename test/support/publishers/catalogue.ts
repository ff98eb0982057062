import {createHash} from "node:crypto";
import {json, page, paged, type Requested, type Reply, type Route} from "./asked.ts";
import {fromBrowser} from "./browser.ts";
import {stored, type Manner} from "./stored.ts";

/** A publication’s releases, newest first, and the data files of each. */
export interface Publication {
  slug: string;
  id: string;
  releases: {slug: string; id: string; files: StoredFile[]}[];
}

/** A data file. Its id is the catalogue’s, and stays when the data are replaced. */
export interface StoredFile {
  id: string;
  filename: string;
  /** What the list calls it; its file name, if nothing is said. */
  title?: string;
  bytes: Buffer;
  /** The years inside, as the list says them: “2022/23”. */
  period?: {from: string; to: string};
}

/** As the service streams files: nothing states whether they changed, none is sent in parts, all are packed if one may. */
const bareStream: Manner = {etag: false, ranges: false, packs: true};

/**
 * The Content API and the data catalogue of Explore Education Statistics. The
 * catalogue’s site is guarded: it refuses what is no browser, and only passes
 * on what the content host keeps.
 */
export function catalogue(publications: readonly Publication[], manner: Manner = bareStream): Route {
  return (asked) => {
    const releases = publications.flatMap((p) => p.releases.map((release) => ({...release, publication: p})));
    const files = releases.flatMap((release) => release.files.map((file) => ({...file, release})));
    const [, site] = /^\/catalogue\/data-catalogue\/data-set\/([^/]+)\/csv$/.exec(asked.path) ?? [];
    const [, kept] = /^\/content\/data-set-files\/([^/]+)\/download$/.exec(asked.path) ?? [];
    if (site !== undefined && !fromBrowser(asked)) return page(403, "The request is blocked");
    if (site !== undefined || kept !== undefined) {
      const file = files.find(({id}) => id === decodeURIComponent(site ?? kept));
      return file ? stored(asked, file.bytes, manner) : page(404, "Page not found");
    }
    const at = /^\/content\/(.+)$/.exec(asked.path)?.[1];
    return at === undefined ? null : content(at, asked, {publications, releases, files});
  };
}

interface Stock {
  publications: readonly Publication[];
  releases: {slug: string; id: string; publication: Publication}[];
  files: (StoredFile & {release: Stock["releases"][number]})[];
}

function content(at: string, {query}: Requested, {publications, releases, files}: Stock): Reply {
  const [, slug, release] = /^publications\/([^/]+)(?:\/releases\/([^/]+)\/version-summary)?$/.exec(at) ?? [];
  if (slug !== undefined && release === undefined) {
    const found = publications.find((p) => p.slug === slug);
    return found ? json({id: found.id, slug, title: slug}) : notFound;
  }
  if (slug !== undefined) {
    const found = releases.find((r) => r.publication.slug === slug && r.slug === release);
    return found ? json({id: found.id, slug: release}) : notFound;
  }
  if (at !== "data-set-files") return notFound;
  const newest = publications.map((p) => p.releases[0].id);
  // Without a release the service lists the latest alone, unless it is asked not to.
  const latestOnly = query.get("latestOnly") !== "false";
  const wanted = files.filter(({release: {id, publication}}) =>
    query.get("releaseId")
      ? id === query.get("releaseId")
      : publication.id === query.get("publicationId") && (!latestOnly || newest.includes(id))
  );
  const [size, number] = [Number(query.get("pageSize") ?? 10), Number(query.get("page") ?? 1)];
  if (size < 1 || size > 40) return json({status: 400, title: "One or more validation errors occurred."}, 400);
  return json(
    paged(
      wanted.map((file) => listed(file)),
      number,
      size
    )
  );
}

/** A row of the list: the older a release, the earlier it was published. */
function listed({id, filename, title = filename, bytes, period, release}: Stock["files"][number]) {
  const {releases} = release.publication;
  const place = releases.findIndex((one) => one.id === release.id);
  const version = createHash("sha256").update(bytes).digest("hex").slice(0, 12);
  return {
    id,
    fileId: `${id}.${version}`,
    filename,
    title,
    fileSize: `${bytes.length} B`,
    release: {id: release.id, slug: release.slug},
    latestData: place === 0,
    isSuperseded: false,
    published: new Date(Date.UTC(2026, 8, 24) - place * 90 * 86_400_000).toISOString(),
    lastUpdated: `2026-09-24T09:30:00.${version}`,
    meta: {geographicLevels: ["School"], ...(period ? {timePeriodRange: period} : {})}
  };
}

const notFound = json({status: 404, title: "Not Found"}, 404);

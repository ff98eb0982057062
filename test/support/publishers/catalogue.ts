import {json, page, paged, type Asked, type Reply, type Route} from "./asked.ts";
import {stored, type Manner} from "./stored.ts";

/** A publication’s releases, newest first, and the data files of each. */
export interface Publication {
  slug: string;
  id: string;
  releases: {slug: string; id: string; files: {id: string; filename: string; bytes: Buffer}[]}[];
}

/** The Content API and the data catalogue of Explore Education Statistics. */
export function catalogue(publications: readonly Publication[], manner: Manner = {}): Route {
  return (asked) => {
    const releases = publications.flatMap((p) => p.releases.map((release) => ({...release, publication: p})));
    const files = releases.flatMap((release) => release.files.map((file) => ({...file, release})));
    const csv = /^\/catalogue\/data-catalogue\/data-set\/([^/]+)\/csv$/.exec(asked.path)?.[1];
    if (csv !== undefined) {
      const file = files.find(({id}) => id === csv);
      return file ? stored(asked, file.bytes, manner) : page(404, "Page not found");
    }
    const at = /^\/content\/(.+)$/.exec(asked.path)?.[1];
    return at === undefined ? null : content(at, asked, {publications, releases, files});
  };
}

interface Stock {
  publications: readonly Publication[];
  releases: {slug: string; id: string; publication: Publication}[];
  files: {id: string; filename: string; release: Stock["releases"][number]}[];
}

function content(at: string, {query}: Asked, {publications, releases, files}: Stock): Reply {
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
  const newest = publications.map((p) => p.releases[0]!.id);
  const wanted = files.filter(({release: {id, publication}}) =>
    query.get("releaseId")
      ? id === query.get("releaseId")
      : publication.id === query.get("publicationId") && newest.includes(id)
  );
  const [size, number] = [Number(query.get("pageSize") ?? 10), Number(query.get("page") ?? 1)];
  if (size > 40) return json({status: 400, title: "One or more validation errors occurred."}, 400);
  const listed = wanted.map((file) => ({
    id: file.id,
    filename: file.filename,
    release: {id: file.release.id, slug: file.release.slug}
  }));
  return json(paged(listed, number, size));
}

const notFound = json({status: 404, title: "Not Found"}, 404);

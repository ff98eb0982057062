import {json, page, type Route} from "./asked.ts";
import {fromBrowser} from "./browser.ts";
import {stored, type Manner} from "./stored.ts";

/** Daily extracts of the register by name, with nothing that states whether they changed; a day that is not kept is a page, with status 200 if `lenient`. */
export function register(extracts: Record<string, Buffer>, {lenient = false}: {lenient?: boolean} = {}): Route {
  return (asked) => {
    const name = /^\/register\/([\w-]+\.csv)$/.exec(asked.path)?.[1];
    if (name === undefined) return null;
    return extracts[name]
      ? stored(asked, extracts[name], {etag: false, ranges: false, packs: true})
      : page(lenient ? 200 : 404, "The resource cannot be found");
  };
}

/** Workbooks by name, refused to what is no browser. */
export function workbooks(files: Record<string, Buffer>, manner: Manner = {}): Route {
  return (asked) => {
    const name = /^\/finance\/([^/]+)$/.exec(asked.path)?.[1];
    if (name === undefined) return null;
    if (!fromBrowser(asked)) return page(403, "Forbidden");
    const bytes = files[decodeURIComponent(name)];
    return bytes ? stored(asked, bytes, manner) : page(404, "Page not found");
  };
}

/** Pages of GOV.UK by path, and what is attached to them, under an address with a hash that changes with every upload. */
export function govuk(pages: Record<string, Record<string, Buffer>>, {origin}: {origin: () => string}): Route {
  const hash = (bytes: Buffer): string => bytes.length.toString(16).padStart(24, "6");
  return (asked) => {
    const path = /^\/govuk\/api\/content(\/.+)$/.exec(asked.path)?.[1];
    if (path !== undefined) {
      const attachments = Object.entries(pages[path] ?? {}).map(([filename, bytes]) => ({
        title: filename,
        filename,
        url: `${origin()}/assets/media/${hash(bytes)}/${encodeURIComponent(filename)}`,
        content_type: "text/csv",
        file_size: bytes.length
      }));
      return pages[path] ? json({base_path: path, details: {attachments}}) : page(404, "Page not found");
    }
    const name = /^\/assets\/media\/[0-9a-f]{24}\/([^/]+)$/.exec(asked.path)?.[1];
    if (name === undefined) return null;
    const bytes = Object.values(pages).flatMap((files) => files[decodeURIComponent(name)] ?? [])[0];
    return bytes ? stored(asked, bytes) : page(404, "Page not found");
  };
}

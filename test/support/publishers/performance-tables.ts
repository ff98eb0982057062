import {makeZip} from "../zip-bytes.ts";
import {fromBrowser} from "./browser.ts";
import {page, type Requested, type Reply, type Route} from "./asked.ts";

/** Tables by year, as 2018-2019, and by token: the member’s name and its bytes. */
export type Tables = Record<string, Record<string, {name: string; bytes: Buffer}>>;

/**
 * The download service of the performance tables: an archive for two tokens or
 * more, a bare CSV for one, a page with status 200 for anything it dislikes, a
 * user agent that is no browser’s included. A token it has nothing for is left
 * out; `touchy` makes it a page instead.
 */
export function performanceTables(tables: Tables, {touchy = false} = {}): Route {
  return (asked) => {
    if (asked.path !== "/performance-tables/download-data") return null;
    if (!fromBrowser(asked)) return page(200, "Something went wrong");
    return asked.query.get("meta") === "true" ? metadata(asked, tables) : data(asked, tables, touchy);
  };
}

function data({query}: Requested, tables: Tables, touchy: boolean): Reply {
  const year = query.get("year") ?? "";
  const tokens = (query.get("filters") ?? "").split(",");
  const found = tokens.flatMap((token) => tables[year]?.[token] ?? []);
  if (found.length === 0 || (touchy && found.length < tokens.length)) return page(200, "Something went wrong");
  if (tokens.length > 1) {
    const members = Object.fromEntries(found.map(({name, bytes}) => [`${year}/${name}`, bytes]));
    return {status: 200, headers: {"content-type": "application/zip"}, body: makeZip(members)};
  }
  const {name, bytes} = found[0];
  const headers = {"content-disposition": `attachment; filename=${year}_${name}`, "content-type": "text/csv"};
  return {status: 200, headers, body: bytes};
}

function metadata({query}: Requested, tables: Tables): Reply {
  const token = Object.keys(tables[query.get("year") ?? ""] ?? {}).find(
    (t) => t.toUpperCase() === query.get("regions")
  );
  if (!token) return page(200, "Something went wrong");
  return {
    status: 200,
    headers: {"content-type": "text/csv"},
    body: "Column,Metafile heading,Metafile description\r\n1,URN,School unique reference number\r\n"
  };
}

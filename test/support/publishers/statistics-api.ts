import {gzipSync} from "node:zlib";
import type {DataSetVersion} from "../../../pipelines/fetch/statistics/objects.ts";
import {json, paged, type Requested, type Reply, type Route} from "./asked.ts";
import {writeCsv, type MadeDataSet} from "./made-data-set.ts";
import {problem, refused, rejected} from "./statistics-problems.ts";
import {answerQuery} from "./statistics-query.ts";
import {readGet, readPost} from "./statistics-request.ts";

/** One version of a data set on the local service. */
export interface MadeVersion {
  version: string;
  status?: DataSetVersion["status"];
  published: string;
  set: MadeDataSet;
  /** What the CSV endpoint sends in place of the rows of the set. */
  csv?: Buffer;
}

/** How the gateway before the service treats its CSV: as it comes, without the header that says it is gzip, or with a byte-order mark. */
export interface Gateway {
  strip_encoding?: boolean;
  mark?: boolean;
}

/** The Explore Education Statistics API with these data sets, their versions newest first. */
export function statisticsApi(dataSets: Record<string, readonly MadeVersion[]>, gateway: Gateway = {}): Route {
  return (asked) => {
    // The service lowers paths before it looks at them.
    const [, id, rest] = /^\/statistics\/v1\/data-sets\/([^/]+)\/(.+)$/.exec(asked.path.toLowerCase()) ?? [];
    if (id === undefined) return null;
    const versions = dataSets[id];
    const reply = versions ? answer(rest, asked, versions, {id, ...gateway}) : refused(404, "Not Found");
    return {...reply, headers: {...reply.headers, "api-supported-versions": "1"}};
  };
}

function answer(
  rest: string,
  asked: Requested,
  versions: readonly MadeVersion[],
  gateway: Gateway & {id: string}
): Reply {
  const {query, method, body} = asked;
  if (rest === "versions") {
    const wrong = unknownFields(query, ["page", "pageSize"]);
    if (wrong) return wrong;
    if (Number(query.get("pageSize") ?? 10) > 20) {
      return rejected([problem("InclusiveBetween", "pageSize", {from: 1, to: 20})]);
    }
    return json(paged(versions.map(describe), Number(query.get("page") ?? 1), Number(query.get("pageSize") ?? 10)));
  }
  const version = resolve(versions, query.get("dataSetVersion"));
  if (!version) return refused(404, "Not Found");
  if (version.status === "Withdrawn") return refused(403, "Forbidden");
  if (rest === "meta") return unknownFields(query, ["types", "dataSetVersion"]) ?? json(version.set.meta);
  if (rest === "csv") return unknownFields(query, ["dataSetVersion"]) ?? csv(version, gateway);
  if (rest !== "query") return refused(404, "Not Found");
  const {request, errors} = method === "POST" ? readPost(body, query) : readGet(query);
  return errors.length ? rejected(errors) : answerQuery(request, version.set);
}

function csv({version, set, csv: given}: MadeVersion, {id, strip_encoding, mark}: Gateway & {id: string}): Reply {
  const bytes = given ?? Buffer.from(`${mark ? "\ufeff" : ""}${writeCsv(set)}`);
  return {
    status: 200,
    headers: {
      "content-type": "text/csv",
      "content-disposition": `attachment; filename=${id}_v${version}.csv`,
      "x-robots-tag": "noindex",
      ...(strip_encoding ? {} : {"content-encoding": "gzip"})
    },
    body: gzipSync(bytes)
  };
}

function unknownFields(query: URLSearchParams, allowed: readonly string[]): Reply | null {
  const unknown = [...query.keys()].filter((key) => !allowed.includes(key));
  return unknown.length ? rejected(unknown.map((key) => problem("UnknownField", key))) : null;
}

/** The version named, exactly, or by a wildcard among the published ones; without a name, the newest published. */
function resolve(versions: readonly MadeVersion[], named: string | null): MadeVersion | undefined {
  const published = versions.filter(({status = "Published"}) => status === "Published");
  if (named === null) return published[0];
  const parts = named.trim().replace(/^v/, "").split(".");
  if (parts.length > 3) return undefined;
  const star = parts.indexOf("*");
  if (star >= 0 && star < parts.length - 1) return undefined;
  const whole = (version: string): string[] => [...version.split("."), "0", "0"].slice(0, 3);
  if (star < 0) return versions.find(({version}) => whole(version).join(".") === whole(parts.join(".")).join("."));
  return published.find(({version}) => parts.slice(0, star).every((part, i) => whole(version)[i] === part));
}

const describe = ({version, status = "Published", published, set}: MadeVersion): DataSetVersion => ({
  version,
  type: version.split(".").length > 2 ? "Patch" : version.endsWith(".0") ? "Major" : "Minor",
  status,
  published,
  totalResults: set.rows.length,
  file: {id: `file-of-${version}`},
  release: {title: "Academic year 2022/23", slug: "2022-23"}
});

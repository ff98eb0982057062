import {readFileSync} from "node:fs";
import {gunzipSync} from "node:zlib";

/** What a JSON file of a release holds, compressed or not. */
export function readPart<T>(file: string): T {
  const bytes = readFileSync(file);
  return JSON.parse((file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8")) as T;
}

import {readFile} from "node:fs/promises";
import {resolveFromPipelines} from "./warehouse.ts";

/** The version in package.json. */
export async function packageVersion(): Promise<string> {
  return (JSON.parse(await readFile(resolveFromPipelines("../package.json"), "utf8")) as {version: string}).version;
}

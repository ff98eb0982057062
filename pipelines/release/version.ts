import {readFile} from "node:fs/promises";
import {createHash} from "node:crypto";
import {design} from "../../src/design.ts";
import {beside} from "../warehouse.ts";

/** The version in package.json. */
export async function packageVersion(): Promise<string> {
  return (JSON.parse(await readFile(beside("../package.json"), "utf8")) as {version: string}).version;
}

/** Eight characters that change whenever a choice in src/design.ts does. */
export const planHash = (): string => createHash("sha256").update(JSON.stringify(design)).digest("hex").slice(0, 8);

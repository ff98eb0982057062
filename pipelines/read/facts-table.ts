import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {resolveFromPipelines} from "../warehouse.ts";

/** The folder of the committed tables of facts about partnerships. */
export const partnershipTables = resolveFromPipelines("../data/partnerships");

let known: Map<string, string> | undefined;

/** The committed table that has just this header, by its file name; null if none has. */
export function tableNamed(header: readonly string[]): string | null {
  known ??= new Map(
    readdirSync(partnershipTables)
      .filter((name) => name.endsWith(".csv"))
      .map((name) => [readFileSync(join(partnershipTables, name), "utf8").split("\n", 1)[0].trim(), name])
  );
  return known.get(header.join(",")) ?? null;
}

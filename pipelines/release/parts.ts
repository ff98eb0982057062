import {writeFile} from "node:fs/promises";
import {join} from "node:path";
import type {IndexRow} from "../../src/release/result-index.ts";
import type {ResultFile} from "../../src/release/results.ts";
import type {Warehouse} from "../warehouse.ts";
import {writePartnershipTypes} from "./partnership-types.ts";
import {makeLeadershipFile} from "./leadership.ts";
import {writePartnerships, type DescribedOf, type OutcomesOf} from "./partnerships.ts";
import {briefJson} from "./text.ts";
import {makeValidationRows} from "./validation.ts";

export interface Parts {
  /** Of every result, its row of results.json; and all that is reported of it. */
  index: readonly IndexRow[];
  results: readonly ResultFile[];
  /** By partnership, what its schools did, and how they stood. */
  outcomes: OutcomesOf;
  described: DescribedOf;
}

/** Writes what pages open one partnership or file at a time, and the indexes that these are found by. */
export async function writeParts(warehouse: Warehouse, folder: string, parts: Parts): Promise<void> {
  await writePartnerships(warehouse, folder, parts);
  await writePartnershipTypes(warehouse, folder, parts);
  await writeFile(join(folder, "leadership.json"), briefJson(await makeLeadershipFile(warehouse)));
  await writeFile(join(folder, "validation.json"), briefJson(await makeValidationRows()));
}
